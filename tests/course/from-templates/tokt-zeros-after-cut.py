from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
messages = ["bell " * count for count in [3, 9, 5]]
batch = tokenizer(messages, padding=True, truncation=True, max_length=8)
print(sum(row.count(0) for row in batch["attention_mask"]))
