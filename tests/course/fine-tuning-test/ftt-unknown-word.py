from transformers import BertTokenizer

pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "free", "two", "ticket", "##s"]
tokenizer = BertTokenizer(vocab={piece: number for number, piece in enumerate(pieces)})

# %% as shown
print(tokenizer.tokenize("two tickets free zoes"))
