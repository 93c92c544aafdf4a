import torch
from transformers import (
    BertConfig,
    BertForSequenceClassification,
    ProgressCallback,
    Trainer,
    TrainerCallback,
    TrainingArguments,
)

ProgressCallback.on_log = lambda *args, **kwargs: None
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(16)]


def weighted(logits, labels):
    return torch.nn.functional.cross_entropy(logits, labels, weight=torch.tensor([1.0, 9.0]))


def trainer_with(base, callbacks=()):
    args = TrainingArguments(output_dir="out", max_steps=1, report_to="none", save_strategy="no")
    return base(model=model, args=args, train_dataset=train_set, callbacks=list(callbacks))


def error_of(trainer):
    try:
        trainer.train()
    except Exception as error:
        return type(error).__name__


# %% callback
def on_step_end(self, args, state, control, **kwargs):
    control.loss = weighted(kwargs["logits"], kwargs["labels"])


# %% it gets no logits
callback = type("Weighted", (TrainerCallback,), {"on_step_end": on_step_end})()
assert error_of(trainer_with(Trainer, [callback])) == "KeyError"


# %% subclass
def compute_loss(self, model, inputs, return_outputs=False, **kwargs):
    outputs = model(**inputs)
    loss = weighted(outputs.logits, inputs["labels"])
    return (loss, outputs) if return_outputs else loss


# %% it is called with more than three arguments, and trains
calls = []
right = compute_loss


def compute_loss(self, *args, **kwargs):
    calls.append(kwargs)
    return right(self, *args, **kwargs)


assert error_of(trainer_with(type("Weighted", (Trainer,), {"compute_loss": compute_loss}))) is None
assert "num_items_in_batch" in calls[0]


# %% metric
def compute_metrics(result):
    return {"loss": weighted(result.predictions, result.label_ids)}


# %% subclass without **kwargs
def compute_loss(self, model, inputs, return_outputs=False):
    outputs = model(**inputs)
    loss = weighted(outputs.logits, inputs["labels"])
    return (loss, outputs) if return_outputs else loss


# %% it fails
assert error_of(trainer_with(type("Weighted", (Trainer,), {"compute_loss": compute_loss}))) == "TypeError"
