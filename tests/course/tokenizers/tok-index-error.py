from transformers import BertConfig, BertModel, BertTokenizer, set_seed

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "is", "new", "my", "brake", "loose", "chain"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})
set_seed(0)
config = BertConfig(
    vocab_size=9,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)
model = BertModel(config)

# %% as shown
print(len(tokenizer), model.get_input_embeddings().num_embeddings)
output = model(**tokenizer("The chain is loose", return_tensors="pt"))
