import torch
from transformers import AutoModelForMaskedLM, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
    num_labels=2,
)

# %% as shown
ids = torch.randint(5, 30, (2, 4))  # 2 texts of 4 tokens
model = AutoModelForMaskedLM.from_config(config)
print(tuple(model(ids).logits.shape))
