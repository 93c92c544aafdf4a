from transformers import BertTokenizer

pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "fine", "the", "token", "##tun", "##ing", "##izer", "##s"]
tokenizer = BertTokenizer(vocab={piece: number for number, piece in enumerate(pieces)})

# %% as shown
print(tokenizer.tokenize("Finetuning the tokenizers"))
