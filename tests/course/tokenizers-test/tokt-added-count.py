from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell", "loud", "new"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
tokenizer.add_tokens(["pannier", "derailleur"])
print(tokenizer.vocab_size, len(tokenizer))
