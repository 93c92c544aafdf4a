from transformers import BertConfig, BertForSequenceClassification, BertTokenizer, Trainer

config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
tokenizer = BertTokenizer(vocab={"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "[MASK]": 4})
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(8)]

# %% as shown
trainer = Trainer(model, train_dataset=train_set, tokenizer=tokenizer)
