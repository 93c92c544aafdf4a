from transformers import BertConfig, BertForSequenceClassification, ProgressCallback, Trainer, TrainingArguments

# Its last line holds times, which change from run to run.
ProgressCallback.on_log = lambda *args, **kwargs: None
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(100)]

# %% as shown
args = TrainingArguments(
    output_dir="out",
    per_device_train_batch_size=8,
    num_train_epochs=3,
    gradient_accumulation_steps=4,
    dataloader_drop_last=True,
)
trainer = Trainer(model=model, args=args, train_dataset=train_set)
trainer.train()
print(trainer.state.global_step)
