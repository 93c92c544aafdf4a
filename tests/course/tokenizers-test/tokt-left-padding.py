from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell", "new", "loud"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
tokenizer.padding_side = "left"
batch = tokenizer(["bell", "new loud bell"], padding=True)
print(tokenizer.convert_ids_to_tokens(batch["input_ids"][0]))
