from transformers import BertTokenizer

# %% as shown
entries = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "unlock", "##lock", "##locked", "##ed"]
tokenizer = BertTokenizer(vocab={entry: number for number, entry in enumerate(entries)})
print(tokenizer.tokenize("unlocked"))
