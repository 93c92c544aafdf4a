from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell", "loud", "new"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
row = tokenizer("loud bell", "new bell", add_special_tokens=False)
print(tokenizer.decode(row["input_ids"]))
