from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "rusty", "chain", "squeak", "##s"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
print(len(tokenizer.tokenize("Rusty chains squeak")))
