import torch
from transformers import AutoModelForTokenClassification, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
    num_labels=5,
)

# %% as shown
ids = torch.randint(5, 20, (3, 7))  # 3 texts of 7 tokens
model = AutoModelForTokenClassification.from_config(config)
classes = model(ids).logits.argmax(dim=-1)
print(tuple(classes.shape))
