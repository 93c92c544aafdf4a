"""Learn, memorise, stop in time: the code of the lesson on overfitting, cell by cell.

Install what it needs with: pip install "transformers[torch]"
It downloads nothing and needs no GPU.
"""

# %% comments
import random

PRAISE = ["clean", "quiet", "friendly", "tasty", "sunny", "cosy"]
COMPLAINT = ["dirty", "noisy", "rude", "stale", "dark", "cramped"]
OTHER = ["the", "room", "was", "breakfast", "staff", "very", "bed", "and", "we", "had", "our"]
OTHER += ["stay", "in", "view", "street", "towels", "pool", "kitchen", "bar", "lift", "garden"]
OTHER += ["door", "lamp", "night", "morning", "week", "family", "desk"]
WORDS = ["[PAD]", "[CLS]", *PRAISE, *COMPLAINT, *OTHER]


def comments(count, seed):
    rng = random.Random(seed)
    rows = []
    for _ in range(count):
        label = rng.randrange(2)
        words = [*rng.choices(OTHER, k=5), rng.choice((COMPLAINT, PRAISE)[label])]
        rng.shuffle(words)
        if rng.random() < 0.15:  # a mistake in labelling
            label = 1 - label
        ids = [WORDS.index(word) for word in ["[CLS]", *words]]
        rows.append({"input_ids": ids, "labels": label})
    return rows


training, validation, test = comments(120, 5), comments(200, 2), comments(200, 3)
for row in training[:2]:
    print(row["labels"], *(WORDS[number] for number in row["input_ids"]))

# %% coin-flips
import torch
from transformers import (
    BertConfig,
    BertForSequenceClassification,
    ProgressCallback,
    Trainer,
    TrainingArguments,
    set_seed,
)

torch.set_num_threads(1)  # fastest for a model this small


def accuracy(result):
    return {"accuracy": (result.predictions.argmax(axis=-1) == result.label_ids).mean()}


def train(rows, epochs=10, dropout=0.1, callbacks=None, **settings):
    set_seed(0)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=64, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=128, initializer_range=0.05, hidden_dropout_prob=dropout,
    )
    args = TrainingArguments(
        "out", num_train_epochs=epochs, learning_rate=2e-3, per_device_eval_batch_size=100,
        eval_strategy="epoch", logging_strategy="epoch", **settings,
    )
    trainer = Trainer(
        model=BertForSequenceClassification(config), args=args, callbacks=callbacks,
        train_dataset=rows, eval_dataset=validation, compute_metrics=accuracy,
    )
    trainer.remove_callback(ProgressCallback)  # no progress bar
    trainer.train()
    return trainer


rng = random.Random(9)
flipped = [{**row, "labels": rng.randrange(2)} for row in training[:40]]
trainer = train(flipped, epochs=20)
for name, rows in {"training": flipped, "validation": validation}.items():
    print(name, f"{trainer.evaluate(rows)['eval_accuracy']:.2f}")

# %% two-curves
def curve(trainer, name):
    return [entry[name] for entry in trainer.state.log_history if name in entry]


trainer = train(training)
columns = [curve(trainer, name) for name in ("loss", "eval_loss", "eval_accuracy")]
print("epoch  training  validation  accuracy")
for epoch, (loss, eval_loss, right) in enumerate(zip(*columns, strict=True), start=1):
    print(f"{epoch:5}  {loss:8.2f}  {eval_loss:10.2f}  {right:8.2f}")

# %% patience-by-hand
def stop_early(losses, patience):
    best, bad = 1, 0
    for epoch in range(2, len(losses) + 1):
        if losses[epoch - 1] < losses[best - 1]:
            best, bad = epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return {"stopped": epoch, "best": best}


print(stop_early(curve(trainer, "eval_loss"), patience=1))
print(stop_early(curve(trainer, "eval_loss"), patience=2))
print(stop_early([0.70, 0.60, 0.62, 0.50, 0.55, 0.58], patience=1))
print(stop_early([0.70, 0.60, 0.62, 0.50, 0.55, 0.58], patience=2))

# %% stopping-trainer
from transformers import EarlyStoppingCallback

trainer = train(
    training,
    metric_for_best_model="loss",
    callbacks=[EarlyStoppingCallback(early_stopping_patience=2)],
)
print(trainer.state.epoch, f"{trainer.evaluate()['eval_loss']:.2f}")

# %% best-weights
trainer = train(
    training,
    metric_for_best_model="loss",
    load_best_model_at_end=True,
    save_strategy="epoch",
    callbacks=[EarlyStoppingCallback(early_stopping_patience=2)],
)
print(trainer.state.epoch, f"{trainer.evaluate()['eval_loss']:.2f}")
print(trainer.state.best_model_checkpoint)

# %% remedies
runs = {
    "as before": train(training),
    "weight decay 0.1": train(training, weight_decay=0.1),
    "dropout 0.3": train(training, dropout=0.3),
    "480 comments": train(training + comments(360, 4)),
}
for name, trainer in runs.items():
    losses = curve(trainer, "eval_loss")
    print(f"{name:16}  lowest {min(losses):.2f}  last {losses[-1]:.2f}")

# %% three-sets
best = min(runs, key=lambda name: runs[name].evaluate()["eval_loss"])
print(best, f"{runs[best].evaluate(test)['eval_accuracy']:.2f}")

rng = random.Random(0)
labels = [row["labels"] for row in validation + test]
guessers = [[rng.randrange(2) for _ in labels] for _ in range(100)]


def share_right(guesses, rows):
    return sum(guesses[row] == labels[row] for row in rows) / len(rows)


first, second = range(200), range(200, 400)  # the validation rows, the test rows
winner = max(guessers, key=lambda guesses: share_right(guesses, first))
print(share_right(winner, first), share_right(winner, second))
