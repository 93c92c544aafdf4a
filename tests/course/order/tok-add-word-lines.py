from transformers import AutoTokenizer, BertConfig, BertModel, BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "loose", "chain"]
BertTokenizer(vocab={word: number for number, word in enumerate(words)}).save_pretrained("shop")
config = BertConfig(vocab_size=7, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertModel(config)
model.save_pretrained("shop")

# %% as shown
tokenizer = AutoTokenizer.from_pretrained("shop")
tokenizer.add_tokens(["pedal"])
model.resize_token_embeddings(len(tokenizer))
output = model(**tokenizer("loose pedal", return_tensors="pt"))
print(tuple(output.last_hidden_state.shape))
