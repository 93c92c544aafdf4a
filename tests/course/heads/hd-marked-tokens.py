from transformers import AutoModelForTokenClassification, BertConfig, BertTokenizer

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
    num_labels=3,
)
model = AutoModelForTokenClassification.from_config(config)
words = "[PAD] [UNK] [CLS] [SEP] [MASK] the ferry was late thanks"
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words.split())})

# %% as shown
batch = tokenizer(["The ferry was late", "Thanks"], padding=True, return_tensors="pt")
print(tuple(model(**batch).logits.shape))
