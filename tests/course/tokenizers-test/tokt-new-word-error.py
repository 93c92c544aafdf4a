from transformers import BertConfig, BertModel, BertTokenizer, set_seed

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "new"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})
set_seed(0)
config = BertConfig(
    vocab_size=len(tokenizer),
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)
model = BertModel(config)

# %% as shown
tokenizer.add_tokens(["pannier"])
batch = tokenizer("new pannier", return_tensors="pt")
output = model(**batch)
