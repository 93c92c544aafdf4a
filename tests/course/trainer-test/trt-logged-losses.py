from transformers import BertConfig, BertForSequenceClassification, ProgressCallback, Trainer

# Its last line holds times, which change from run to run.
ProgressCallback.on_log = lambda *args, **kwargs: None
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(100)]

# %% as shown
trainer = Trainer(model=model, train_dataset=train_set)
trainer.train()
print(sum("loss" in entry for entry in trainer.state.log_history))
