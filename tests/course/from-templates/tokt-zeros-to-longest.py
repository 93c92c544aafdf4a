from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
messages = ["bell " * count for count in [3, 1, 6]]
batch = tokenizer(messages, padding=True)
print(sum(row.count(0) for row in batch["attention_mask"]))
