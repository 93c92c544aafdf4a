from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "b", "c", "d", "e", "f"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
batch = tokenizer(["a b c d e f", "a b"], padding="max_length", truncation=True, max_length=5)
print([sum(row) for row in batch["attention_mask"]])
