from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "film", "good", "plot", "very"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)}, model_max_length=512)

# %% as shown
batch = tokenizer(["Good film", "A very good plot"], padding="max_length", max_length=128)
print(len(batch["input_ids"][0]))
