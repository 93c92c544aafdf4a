from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
messages = ["bell " * count for count in [2, 4, 10, 3]]
together = tokenizer(messages, padding=True)["input_ids"]
halves = tokenizer(messages[:2], padding=True)["input_ids"] + tokenizer(messages[2:], padding=True)["input_ids"]
print(sum(len(row) for row in together), sum(len(row) for row in halves))
