from transformers import AutoTokenizer, BertConfig, BertModel, BertTokenizer, set_seed

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "loud", "bell"]
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
model.save_pretrained("shop")
loaded = AutoTokenizer.from_pretrained("shop")
print(loaded("loud bell")["input_ids"])
