from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "loose", "brake", "my", "new", "chain", "is", "the"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
messages = ["Loose brake", "My new chain is loose", "The brake is new"]
batch = tokenizer(messages, padding=True, truncation=True, max_length=6)
print([sum(mask) for mask in batch["attention_mask"]])
