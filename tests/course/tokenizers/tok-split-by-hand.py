from transformers import BertTokenizer

# %% as shown
entries = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "re", "tight", "tighten", "##tight", "##en", "##ing", "##s"]
tokenizer = BertTokenizer(vocab={entry: number for number, entry in enumerate(entries)})
print(tokenizer.tokenize("Tightening"))
