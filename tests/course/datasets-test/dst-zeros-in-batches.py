from transformers import BertTokenizer, DataCollatorWithPadding

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "two", "rye", "rolls"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
rows = [{"input_ids": [5] * length} for length in (2, 6, 3, 4)]
collate = DataCollatorWithPadding(tokenizer)
batches = [collate(rows[:2]), collate(rows[2:])]
print([int((batch["input_ids"] == 0).sum()) for batch in batches])
