from transformers import BertConfig, BertForSequenceClassification, ProgressCallback, Trainer, TrainingArguments

# At the end of a run it prints times, which differ from run to run.
ProgressCallback.on_log = lambda *args, **kwargs: None
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + label, 3], "labels": label} for label in (0, 1)] * 8

# %% as shown
args = TrainingArguments(output_dir="out", per_device_train_batch_size=4, num_train_epochs=3, max_steps=5)
trainer = Trainer(model=model, args=args, train_dataset=train_set)
trainer.train()
print(trainer.state.global_step)
