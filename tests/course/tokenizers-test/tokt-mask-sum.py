from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell", "new", "loud", "my"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
batch = tokenizer(["loud bell", "my new loud bell"], padding="max_length", max_length=10)
print(sum(batch["attention_mask"][0]))
