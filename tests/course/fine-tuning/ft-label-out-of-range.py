import torch
from transformers import AutoModelForSequenceClassification, BertConfig, BertModel, BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bad", "so", "good"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
BertModel(config).save_pretrained("checkpoint")

# %% as shown
model = AutoModelForSequenceClassification.from_pretrained("checkpoint")
batch = tokenizer(["bad", "so so", "good"], padding=True, return_tensors="pt")
model(**batch, labels=torch.tensor([0, 1, 2]))
