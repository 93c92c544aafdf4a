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
rows = [{"input_ids": [2, 5, 3], "labels": 0}] * 8

# %% as shown
args = TrainingArguments("out", eval_strategy="epoch")
stopper = EarlyStoppingCallback(early_stopping_patience=2)
trainer = Trainer(model=model, args=args, train_dataset=rows, eval_dataset=rows, callbacks=[stopper])
trainer.train()
