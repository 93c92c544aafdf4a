from datasets import Dataset
from transformers import BertTokenizer, DataCollatorWithPadding

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "two", "rye", "rolls"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})
shop = Dataset.from_dict({"text": ["rolls", "two rye rolls"], "label": [0, 1]})

# %% as shown
tokens = shop.map(lambda batch: tokenizer(batch["text"]), batched=True)
collate = DataCollatorWithPadding(tokenizer)
collate([tokens[0], tokens[1]])
