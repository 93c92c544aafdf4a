from transformers import BertTokenizer

# %% as shown
special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
first = BertTokenizer(vocab={w: i for i, w in enumerate([*special, "bell", "new", "rusty"])})
second = BertTokenizer(vocab={w: i for i, w in enumerate([*special, "rusty", "bell", "new"])})
ids = first("New rusty bell")["input_ids"]
print(second.decode(ids, skip_special_tokens=True))
