from pathlib import Path

from transformers import BertConfig, BertForSequenceClassification, ProgressCallback, Trainer, TrainingArguments

# Its last line holds times, which change from run to run.
ProgressCallback.on_log = lambda *args, **kwargs: None
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(40)]
eval_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(6)]

# %% as shown
scores = iter([0.6, 0.8, 0.7, 0.8])
args = TrainingArguments(
    output_dir="out",
    num_train_epochs=4,
    eval_strategy="epoch",
    save_strategy="epoch",
    save_total_limit=2,
    load_best_model_at_end=True,
    metric_for_best_model="score",
)
trainer = Trainer(
    model=model,
    args=args,
    train_dataset=train_set,
    eval_dataset=eval_set,
    compute_metrics=lambda result: {"score": next(scores)},
)
trainer.train()
print(sorted(folder.name for folder in Path("out").glob("checkpoint-*")))
