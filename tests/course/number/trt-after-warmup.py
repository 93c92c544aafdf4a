import transformers.trainer
from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainerCallback, TrainingArguments

transformers.trainer.DEFAULT_PROGRESS_CALLBACK = TrainerCallback  # no logs between the outputs
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(40)]

# %% as shown
args = TrainingArguments(
    output_dir="out",
    max_steps=40,
    learning_rate=2e-3,
    warmup_steps=10,
    logging_steps=1,
)
trainer = Trainer(model=model, args=args, train_dataset=train_set)
trainer.train()
print(round(trainer.state.log_history[25]["learning_rate"], 6))
