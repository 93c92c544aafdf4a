import transformers.trainer
from transformers import (
    BertConfig,
    BertForSequenceClassification,
    EarlyStoppingCallback,
    Trainer,
    TrainerCallback,
    TrainingArguments,
)

transformers.trainer.DEFAULT_PROGRESS_CALLBACK = TrainerCallback  # no logs between the outputs
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
rows = [{"input_ids": [2, 5, 3], "labels": 0}] * 40
# What the rows teach is wrong for this set, so its loss rises in every epoch.
validation = [{"input_ids": [2, 5, 3], "labels": 1}] * 8

# %% as shown
args = TrainingArguments("out", num_train_epochs=6, eval_strategy="epoch", metric_for_best_model="loss")
stopper = EarlyStoppingCallback(early_stopping_patience=1)
trainer = Trainer(model=model, args=args, train_dataset=rows, eval_dataset=validation, callbacks=[stopper])
trainer.train()
print(trainer.state.epoch)
