from transformers import BertTokenizer, DataCollatorForLanguageModeling

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "two", "rye", "rolls"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
collate = DataCollatorForLanguageModeling(tokenizer, mlm=False)
batch = collate([tokenizer("rolls"), tokenizer("two rye rolls")])
print(batch["labels"][0].tolist())
