import transformers.trainer
from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainerCallback, TrainingArguments

transformers.trainer.DEFAULT_PROGRESS_CALLBACK = TrainerCallback  # no logs between the outputs
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(50)]

# %% as shown
args = TrainingArguments(
    output_dir="out",
    num_train_epochs=2,
    per_device_train_batch_size=8,
)
trainer = Trainer(model=model, args=args, train_dataset=train_set)
trainer.train()
print(trainer.state.global_step)
