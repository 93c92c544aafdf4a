from pathlib import Path

import transformers.trainer
from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainerCallback, TrainingArguments

transformers.trainer.DEFAULT_PROGRESS_CALLBACK = TrainerCallback  # no logs between the outputs
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(16)]
eval_set = train_set[:4]
settings = {"output_dir": "out", "num_train_epochs": 2, "use_cpu": True}

# %% as shown
settings |= {"eval_strategy": "epoch", "save_strategy": "epoch", "load_best_model_at_end": True}
args = TrainingArguments(**settings)
trainer = Trainer(model=model, args=args, train_dataset=train_set, eval_dataset=eval_set)
trainer.train()
best = trainer.state.best_model_checkpoint
print(Path(best).exists())
