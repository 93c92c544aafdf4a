from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "b", "c", "d", "e", "f"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
row = tokenizer("a b c d e f", truncation=True, max_length=5)
print(tokenizer.convert_ids_to_tokens(row["input_ids"]))
