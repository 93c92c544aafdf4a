from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
messages = ["bell " * count for count in [2, 5, 7]]
batch = tokenizer(messages, padding="max_length", max_length=12)
print(sum(row.count(0) for row in batch["attention_mask"]))
