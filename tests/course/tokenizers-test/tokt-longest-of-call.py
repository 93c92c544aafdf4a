from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell", "loud", "my"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
batch = tokenizer(["loud bell", "my loud bell"], padding=True, truncation=True, max_length=8)
print([len(row) for row in batch["input_ids"]])
