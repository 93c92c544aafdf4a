import torch
from transformers import AutoModel, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)
AutoModel.from_config(config).save_pretrained("checkpoint")
batch = {"input_ids": torch.tensor([[2, 5, 6, 3], [2, 7, 8, 3]])}

# %% as shown
model = AutoModel.from_pretrained("checkpoint")
logits = model(**batch).logits
