from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "dull", "good", "plot"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
batch = tokenizer(["Dull", "A good plot"], padding=True)
print(batch["attention_mask"][0])
