"""From a file to batches: the code of the lesson on datasets, cell by cell.

Install what it needs with: pip install "transformers[torch]" datasets
It downloads nothing and needs no GPU.
"""

# %% load
from pathlib import Path

from datasets import load_dataset

Path("messages.csv").write_text("""\
text,label
Two rye loaves please,order
A birthday cake for Friday,order
The bread was stale,complaint
Twelve rolls for Saturday morning please,order
One loaf,order
My cake came late and the icing was smashed,complaint
Six croissants and a baguette,order
Can you bake rolls without seeds for a party of twenty,order
Nobody answers the phone,complaint
the bread was stale,complaint
Three baguettes please,order
You charged me twice,complaint
Coffee for ten people on Monday,order
""")
messages = load_dataset("csv", data_files="messages.csv", split="train")
print(messages)
print(messages[0])
print(messages[:2])

messages = messages.class_encode_column("label")
print(messages.features["label"].names, messages[0])

# %% split
parts = messages.train_test_split(test_size=3, stratify_by_column="label", seed=42)
print(parts.num_rows)
print(parts["test"]["text"][:], parts["test"]["label"][:])

# %% find-leaks
from datasets import DatasetDict


def texts(split):
    return {text.lower() for text in split["text"]}


print(texts(parts["train"]) & texts(parts["test"]))

first = {}
for number, text in enumerate(messages["text"]):
    first.setdefault(text.lower(), number)
messages = messages.select(list(first.values()))

settings = {"test_size": 3, "stratify_by_column": "label", "seed": 42}
outer = messages.train_test_split(**settings)
inner = outer["train"].train_test_split(**settings)
parts = DatasetDict(train=inner["train"], validation=inner["test"], test=outer["test"])
print(parts.num_rows)
print(texts(parts["train"]) & texts(parts["test"]))

# %% map
from transformers import BertTokenizer

words = sorted({word for text in texts(parts["train"]) for word in text.split()})
vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(vocabulary)})


def tokenize(batch):
    return tokenizer(batch["text"], truncation=True, max_length=16)


tokens = parts.map(tokenize, batched=True)
print(parts["train"].column_names)
print(tokens["train"].column_names)
print([len(row) for row in tokens["train"]["input_ids"]])

# %% columns
tokens = tokens.remove_columns("text")
for name, value in tokens["train"][0].items():
    print(name, value)

# %% pad
from torch.utils.data import DataLoader
from transformers import DataCollatorWithPadding

collate = DataCollatorWithPadding(tokenizer)
for batch in DataLoader(tokens["train"], batch_size=3, collate_fn=collate):
    padding = int((batch["attention_mask"] == 0).sum())
    print(tuple(batch["input_ids"].shape), padding, list(batch))

# %% label-tokens
from transformers import DataCollatorForLanguageModeling

rows = tokens["train"].select_columns(["input_ids", "attention_mask"])
collate = DataCollatorForLanguageModeling(tokenizer, mlm=False)
batch = collate([rows[3], rows[4]])
print(batch["input_ids"])
print(batch["labels"])
