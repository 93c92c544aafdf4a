from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell", "new"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
ids = tokenizer("New Bell")["input_ids"]
print(tokenizer.decode(ids, skip_special_tokens=True))
