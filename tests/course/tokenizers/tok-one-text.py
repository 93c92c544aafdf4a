from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "loose", "chain"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)}, model_max_length=512)

# %% as shown
row = tokenizer("Loose chain", padding=True)["input_ids"]
print(len(row))
