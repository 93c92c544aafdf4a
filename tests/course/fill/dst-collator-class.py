from datasets import Dataset
from transformers import BertTokenizer, DataCollatorWithPadding

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "two", "rye", "rolls"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})
shop = Dataset.from_dict({"text": ["two rye rolls", "rolls"], "label": [1, 0]})
tokens = shop.map(lambda batch: tokenizer(batch["text"]), batched=True, remove_columns="text")

# %% as shown
collate = DataCollatorWithPadding(tokenizer)
batch = collate([tokens[0], tokens[1]])
print(tuple(batch["input_ids"].shape), batch["labels"].tolist())
