"""Train a classifier for a help desk: the code of the lesson on the Trainer, cell by cell.

Install what it needs with: pip install "transformers[torch]"
It downloads nothing and needs no GPU.
"""

# %% inbox
import random

from transformers import (
    BertConfig,
    BertForSequenceClassification,
    BertTokenizer,
    set_seed,
)

things = "server login printer invoice site backup door phone monitor badge"
urgent = "down hacked leaking burning stuck wrong"
calm = "slow old dusty noisy fine late"
words = f"[PAD] [UNK] [CLS] [SEP] [MASK] {things} {urgent} {calm}".split()
tokenizer = BertTokenizer(vocab={word: i for i, word in enumerate(words)})

rows = []
for thing in things.split():
    for state in f"{urgent} {calm}".split():
        label = int(state in urgent.split())
        rows.append({**tokenizer(f"{thing} {state}"), "labels": label})

random.Random(2).shuffle(rows)
train_set, eval_set = rows[:100], rows[100:]


def new_model():
    set_seed(0)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=64,
        intermediate_size=64,
        num_hidden_layers=1,
        num_attention_heads=2,
    )
    return BertForSequenceClassification(config)


print(len(train_set), "training rows,", len(eval_set), "validation rows")
print(tokenizer.decode(train_set[0]["input_ids"]), train_set[0]["labels"])
print(tokenizer.decode(train_set[1]["input_ids"]), train_set[1]["labels"])

# %% defaults
from transformers import TrainingArguments

args = TrainingArguments()
print(args.num_train_epochs, "epochs")
print("batches of", args.per_device_train_batch_size)
print("learning rate", args.learning_rate, args.lr_scheduler_type.value)
print("log every", args.logging_steps, "steps, save every", args.save_steps)
print("evaluate:", args.eval_strategy.value)

# %% steps
from transformers import ProgressCallback, Trainer


def make_trainer(compute_metrics=None, callbacks=None, **settings):
    args = TrainingArguments(
        output_dir="inbox",
        per_device_train_batch_size=16,
        use_cpu=True,
        **settings,
    )
    trainer = Trainer(
        model=new_model(),
        args=args,
        train_dataset=train_set,
        eval_dataset=eval_set,
        processing_class=tokenizer,
        compute_metrics=compute_metrics,
        callbacks=callbacks,
    )
    trainer.remove_callback(ProgressCallback)  # no progress bar
    return trainer


plans = (
    {"num_train_epochs": 3},
    {"num_train_epochs": 3, "dataloader_drop_last": True},
    {"num_train_epochs": 3, "gradient_accumulation_steps": 2},
    {"num_train_epochs": 3, "max_steps": 30},
)
for plan in plans:
    trainer = make_trainer(save_strategy="no", **plan)
    trainer.train()
    print(trainer.state.global_step, "steps:", plan)

# %% schedule
for warmup in (0, 7):
    trainer = make_trainer(
        learning_rate=6e-3,
        warmup_steps=warmup,
        logging_steps=1,
        save_strategy="no",
    )
    trainer.train()
    logs = [entry for entry in trainer.state.log_history if "loss" in entry]
    for step in (1, 8, 15):
        rate = logs[step - 1]["learning_rate"]
        print("warmup", warmup, "step", step, "rate", round(rate, 4))

# %% three rates
for peak in (5e-5, 6e-3, 1.0):
    trainer = make_trainer(
        learning_rate=peak,
        logging_strategy="epoch",
        save_strategy="no",
    )
    trainer.train()
    logs = [entry for entry in trainer.state.log_history if "loss" in entry]
    print("peak", peak, [round(entry["loss"], 2) for entry in logs])

# %% evaluate
import numpy as np


def compute_metrics(result):
    classes = np.argmax(result.predictions, axis=-1)
    return {"accuracy": float((classes == result.label_ids).mean())}


trainer = make_trainer(
    compute_metrics,
    learning_rate=6e-3,
    eval_strategy="epoch",
    save_strategy="no",
)
trainer.train()
for entry in trainer.state.log_history:
    if "eval_loss" in entry:
        loss = round(entry["eval_loss"], 2)
        print("epoch", entry["epoch"], loss, entry["eval_accuracy"])

# %% best weights
from pathlib import Path

trainer = make_trainer(
    compute_metrics,
    learning_rate=6e-3,
    num_train_epochs=5,
    eval_strategy="epoch",
    save_strategy="epoch",
    save_total_limit=2,
    load_best_model_at_end=True,
    metric_for_best_model="accuracy",
)
trainer.train()
print(sorted(folder.name for folder in Path("inbox").glob("checkpoint-*")))
print("best:", Path(trainer.state.best_model_checkpoint).name)

# %% callback
from transformers import TrainerCallback


class StopWhenGood(TrainerCallback):
    def on_evaluate(self, args, state, control, metrics, **kwargs):
        if metrics["eval_accuracy"] >= 0.95:
            control.should_training_stop = True


trainer = make_trainer(
    compute_metrics,
    callbacks=[StopWhenGood()],
    learning_rate=6e-3,
    num_train_epochs=10,
    eval_strategy="epoch",
    save_strategy="no",
)
trainer.train()
print(trainer.state.global_step, "of", trainer.state.max_steps, "steps")

# %% missing labels
trainer = make_trainer(save_strategy="no")
trainer.train_dataset = [
    {"input_ids": row["input_ids"], "urgent": row["labels"]}
    for row in train_set
]
try:
    trainer.train()
except ValueError as error:
    print(*str(error).split(". "), sep="\n")
