from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "my", "new", "chain", "loose", "bell"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
pair = tokenizer("my new chain", "loose bell")
print(len(pair["input_ids"]))
