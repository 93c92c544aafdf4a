from datasets import Dataset
from transformers import BertTokenizer, DataCollatorWithPadding

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "two", "rye", "rolls", "please"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
shop = Dataset.from_dict({"text": ["rye", "two rolls", "two rye rolls please", "rolls"]})


def tokenize(batch):
    return tokenizer(batch["text"], padding=True)


tokens = shop.map(tokenize, batched=True, batch_size=2, remove_columns="text")
batch = DataCollatorWithPadding(tokenizer)([tokens[0], tokens[3]])
print(tuple(batch["input_ids"].shape))
