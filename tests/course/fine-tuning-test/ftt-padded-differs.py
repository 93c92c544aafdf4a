import torch
from transformers import BertConfig, BertForSequenceClassification, BertTokenizer, set_seed

set_seed(0)
words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "film", "good"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})
config = BertConfig(
    vocab_size=7,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
    initializer_range=0.5,
)
model = BertForSequenceClassification(config).eval()
alone = tokenizer("Good film", return_tensors="pt")
padded = tokenizer("Good film", padding="max_length", max_length=6, return_tensors="pt")

# %% as shown
first = model(alone["input_ids"]).logits
second = model(padded["input_ids"]).logits
print(torch.allclose(first, second, atol=0.001))
