import numpy as np
from transformers import (
    BertConfig,
    BertForSequenceClassification,
    PrinterCallback,
    Trainer,
    TrainingArguments,
    logging,
)

# Neither a progress bar, which would stand in front of the message, nor times, which change from run to run.
logging.set_verbosity_error()
PrinterCallback.on_log = lambda *args, **kwargs: None
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(16)]
eval_set = train_set[:6]

# %% as shown
def compute_metrics(result):
    classes = np.argmax(result.predictions, axis=-1)
    return {"acc": float((classes == result.label_ids).mean())}


args = TrainingArguments(
    output_dir="out",
    eval_strategy="epoch",
    save_strategy="epoch",
    load_best_model_at_end=True,
    metric_for_best_model="accuracy",
)
trainer = Trainer(
    model=model,
    args=args,
    train_dataset=train_set,
    eval_dataset=eval_set,
    compute_metrics=compute_metrics,
)
trainer.train()
