from transformers import BertConfig, BertForSequenceClassification, Trainer

config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)

# %% as shown
row = {"text": "badge noisy", "input_ids": [2, 5, 3], "label": 0}
trainer = Trainer(model=model, train_dataset=[row] * 16)
batch = next(iter(trainer.get_train_dataloader()))
print(sorted(batch))
