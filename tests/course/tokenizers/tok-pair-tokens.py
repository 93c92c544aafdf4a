from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "new", "loose", "brake"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
pair = tokenizer("New brake", "Loose brake")
print(tokenizer.convert_ids_to_tokens(pair["input_ids"]))
