from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "is", "loose"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
ids = tokenizer("The saddle is loose")["input_ids"]
text = tokenizer.decode(ids, skip_special_tokens=True)
print(len(ids), len(tokenizer(text)["input_ids"]))
