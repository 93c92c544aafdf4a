"""Fine-tune a tiny BERT to tell spam from ordinary messages: the code of the lesson, cell by cell.

It needs Python 3.11 or later and: pip install "transformers[torch]" scikit-learn
It downloads nothing and takes less than a minute on a CPU.
"""


# %% messages
import random

random.seed(2)
words = {
    "name": ["anna", "ben", "lena", "max", "mia", "tom"],
    "place": ["home", "school", "the bank", "the gym", "the office", "work"],
    "thing": [
        "bike",
        "camera",
        "coat",
        "laptop",
        "phone",
        "ticket",
        "voucher",
        "watch",
    ],
}
openings = ["hi", "hello", "hey {name}", "dear {name}"]
openings += ["good morning", "{name}", "quick one", "last chance"]
ham = ["i left my {thing} at {place}", "can you bring the {thing} to {place}"]
ham += [
    "is the {thing} still at {place}",
    "meet me at {place}",
    "my {thing} is broken",
]
ham += ["thanks for the {thing}", "did you get a new {thing}"]
spam = [
    "you have won a {thing}",
    "your {thing} is waiting",
    "claim your free {thing}",
]
spam += [
    "get a new {thing} today",
    "we give away a {thing}",
    "your account at {place} is locked",
]
ham_endings = ["call me", "see you later", "no rush", "thanks"]
spam_endings = [
    "call now",
    "click here",
    "offer ends today",
    "reply yes to win",
]
both_endings = ["from {name}", "reply when you can"]


def write(label):
    """Return a random message: spam for label 1, ham for label 0."""
    body, endings = (spam, spam_endings) if label else (ham, ham_endings)
    parts = [openings, body, endings + both_endings]
    message = " ".join(random.choice(choices) for choices in parts)
    return message.format(
        **{slot: random.choice(words[slot]) for slot in words}
    )


labels = {}
while len(labels) < 2200:  # a dictionary, so that no message occurs twice
    label = int(random.random() < 0.3)
    labels.setdefault(write(label), label)
messages = list(labels.items())[:200]
unlabelled = list(labels)[200:]
for number in random.sample(range(200), 16):
    text, label = messages[number]
    messages[number] = (text, 1 - label)

# %% checkpoint
import torch
from transformers import (
    BertConfig,
    BertForMaskedLM,
    BertTokenizer,
    DataCollatorForLanguageModeling,
    ProgressCallback,
    Trainer,
    TrainingArguments,
    set_seed,
)

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)  # same numbers on every computer
special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "##s"]
known = sorted({word for text in labels for word in text.split()})
vocabulary = {token: number for number, token in enumerate(special + known)}
tokenizer = BertTokenizer(vocab=vocabulary, model_max_length=32)
tokenizer.save_pretrained("tiny-bert")
set_seed(0)
config = BertConfig(
    vocab_size=len(vocabulary),
    hidden_size=64,
    num_hidden_layers=2,
    num_attention_heads=2,
    intermediate_size=128,
    max_position_embeddings=32,
)
bert = BertForMaskedLM(config)
bert.save_pretrained("untrained-bert")
args = TrainingArguments(
    output_dir="runs",
    learning_rate=2e-3,
    max_steps=300,
    per_device_train_batch_size=32,
    save_strategy="no",
    use_cpu=True,
)
pretraining = Trainer(
    model=bert,
    args=args,
    train_dataset=[tokenizer(text) for text in unlabelled],
    data_collator=DataCollatorForLanguageModeling(tokenizer),  # hides tokens
)
pretraining.remove_callback(ProgressCallback)
pretraining.train()
bert.save_pretrained("tiny-bert")

# %% split
training, validation, test = messages[:120], messages[120:160], messages[160:]
for text, label in training[:4]:
    print(label, text)

# %% load
from transformers import AutoModelForSequenceClassification, set_seed


def load(checkpoint, **options):
    """Return the checkpoint's encoder with a new head for two classes."""
    set_seed(0)  # the same random head every time
    return AutoModelForSequenceClassification.from_pretrained(
        checkpoint,
        num_labels=2,
        id2label={0: "ham", 1: "spam"},
        **options,
    )


checkpoint = "tiny-bert"
model, report = load(checkpoint, output_loading_info=True)
print(*sorted(report["missing_keys"]), sep="\n")

# %% tokenize
from transformers import AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained(checkpoint)
batch = tokenizer(["free tickets", "meet zoe at the gym"], padding=True)
for ids in batch["input_ids"]:
    print(tokenizer.convert_ids_to_tokens(ids))
    print(ids)
print(batch["attention_mask"])


# %% rows
def encode(messages):
    """Return a row for each message: its ids, its mask and its label."""
    return [
        {**tokenizer(text, truncation=True), "labels": label}
        for text, label in messages
    ]


training_rows, validation_rows = encode(training), encode(validation)
print(training_rows[0]["input_ids"], training_rows[0]["labels"])

# %% train
from sklearn.metrics import accuracy_score, f1_score
from transformers import ProgressCallback, Trainer, TrainingArguments


def compute_metrics(result):
    """Turn logits into classes and compare them with the labels."""
    classes = result.predictions.argmax(axis=-1)
    return {
        "accuracy": accuracy_score(result.label_ids, classes),
        "f1": f1_score(result.label_ids, classes),
    }


args = TrainingArguments(
    output_dir="runs",
    learning_rate=1e-3,
    per_device_train_batch_size=8,
    num_train_epochs=4,
    eval_strategy="epoch",
    use_cpu=True,  # a tiny model needs no GPU
)
trainer = Trainer(
    model=model,
    args=args,
    train_dataset=training_rows,
    eval_dataset=validation_rows,
    processing_class=tokenizer,
    compute_metrics=compute_metrics,
)
trainer.remove_callback(ProgressCallback)  # no progress bar
trainer.train()
result = trainer.evaluate()
print(trainer.state.global_step, "steps")
for name in ("eval_loss", "eval_accuracy", "eval_f1"):
    print(name, round(result[name], 2))


# %% settings
def run(rate, batch_size, epochs, start=checkpoint):
    """Fine-tune a fresh copy of a checkpoint and return its trainer."""
    trainer = Trainer(
        model=load(start),
        args=TrainingArguments(
            output_dir="runs",
            learning_rate=rate,
            per_device_train_batch_size=batch_size,
            num_train_epochs=epochs,
            eval_strategy="epoch",
            logging_strategy="epoch",
            save_strategy="no",
            use_cpu=True,
        ),
        train_dataset=training_rows,
        eval_dataset=validation_rows,
        processing_class=tokenizer,
        compute_metrics=compute_metrics,
    )
    trainer.remove_callback(ProgressCallback)
    trainer.train()
    return trainer


print("start            rate  batch  steps     loss accuracy       F1")
for start, rate, batch_size in [
    ("tiny-bert", 5e-5, 8),
    ("tiny-bert", 1e-3, 8),
    ("tiny-bert", 1.0, 8),
    ("tiny-bert", 1e-3, 32),
    ("untrained-bert", 1e-3, 8),
]:
    tried = run(rate, batch_size, epochs=4, start=start)
    steps, result = tried.state.global_step, tried.evaluate()
    print(f"{start:14}  {rate:>5}  {batch_size:5}  {steps:5}", end="")
    for name in ("eval_loss", "eval_accuracy", "eval_f1"):
        print(f"{result[name]:9.2f}", end="")
    print()

# %% epochs
history = run(rate=2e-3, batch_size=8, epochs=12).state.log_history
losses = [entry["loss"] for entry in history if "loss" in entry]
evaluations = [entry for entry in history if "eval_loss" in entry]
print("epoch  training loss  validation loss  accuracy")
for loss, entry in zip(losses, evaluations, strict=True):
    print(f"{entry['epoch']:5.0f}  {loss:13.2f}", end="")
    print(f"{entry['eval_loss']:17.2f}{entry['eval_accuracy']:10.2f}")

# %% test
from sklearn.metrics import classification_report

test_labels = [label for _, label in test]
classes = trainer.predict(encode(test)).predictions.argmax(axis=-1)
print(classification_report(test_labels, classes, target_names=["ham", "spam"]))

# %% use
import os

from transformers import pipeline

trainer.save_model("spam-filter")
print(*sorted(os.listdir("spam-filter")), sep="\n")
classify = pipeline("text-classification", model="spam-filter", device="cpu")
for answer in classify(["hi claim your free watch", "is the laptop at home"]):
    print(answer["label"], round(answer["score"], 2))
