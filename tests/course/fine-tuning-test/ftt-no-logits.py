import torch
from transformers import AutoModel, BertConfig, BertForSequenceClassification

config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
BertForSequenceClassification(config).save_pretrained("tuned")
batch = {"input_ids": torch.tensor([[2, 5, 3], [2, 6, 3]])}

# %% as shown
model = AutoModel.from_pretrained("tuned")
print(model(**batch).logits)
