import transformers.trainer
from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainerCallback, TrainingArguments

transformers.trainer.DEFAULT_PROGRESS_CALLBACK = TrainerCallback  # no logs between the outputs
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
rows = [{"input_ids": [2, 5, 3], "labels": 0}] * 40

# %% as shown
scores = iter([0.5, 0.7, 0.9, 0.6])
args = TrainingArguments(
    "out",
    num_train_epochs=4,
    eval_strategy="epoch",
    save_strategy="epoch",
    load_best_model_at_end=True,
    metric_for_best_model="score",
)
trainer = Trainer(
    model=model,
    args=args,
    train_dataset=rows,
    eval_dataset=rows,
    compute_metrics=lambda result: {"score": next(scores)},
)
trainer.train()
print(trainer.state.best_model_checkpoint.partition("checkpoint-")[2])
