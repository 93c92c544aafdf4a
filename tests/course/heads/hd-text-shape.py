import torch
from transformers import AutoModelForSequenceClassification, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
    num_labels=4,
)

# %% as shown
ids = torch.randint(5, 20, (3, 6))  # 3 texts of 6 tokens
model = AutoModelForSequenceClassification.from_config(config)
print(tuple(model(ids).logits.shape))
