from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainingArguments

config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
args = TrainingArguments(output_dir="out", disable_tqdm=True)
train_set = [{"input_ids": [2, 5 + mood, 3], "attention_mask": [1, 1, 1], "mood": mood} for mood in (0, 1)] * 8

# %% as shown
print(train_set[0])
Trainer(model=model, args=args, train_dataset=train_set).train()
