from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "my", "new", "chain", "is", "loose"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
ids = tokenizer("My new chain is loose", truncation=True, max_length=5)["input_ids"]
print(tokenizer.decode(ids, skip_special_tokens=True))
