from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "my", "new", "chain", "is", "loose"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
texts = ["my chain", "my new chain is loose"]
batch = tokenizer(texts, padding="max_length", max_length=10)
print([len(row) for row in batch["input_ids"]])
