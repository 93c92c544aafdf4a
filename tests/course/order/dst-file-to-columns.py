from pathlib import Path

from datasets import disable_progress_bars, load_dataset
from transformers import BertTokenizer

disable_progress_bars()
words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "two", "rye", "rolls", "stale"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})
Path("shop.csv").write_text("text,label\n" + "two rolls,order\nstale rolls,complaint\n" * 4)


def tokenize(batch):
    return tokenizer(batch["text"])

# %% as shown
shop = load_dataset("csv", data_files="shop.csv", split="train")
shop = shop.class_encode_column("label")
parts = shop.train_test_split(test_size=2, stratify_by_column="label", seed=1)
tokens = parts.map(tokenize, batched=True)
tokens = tokens.remove_columns("text")
print(tokens["train"].column_names)
