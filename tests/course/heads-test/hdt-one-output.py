import torch
from transformers import AutoModelForSequenceClassification, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
    num_labels=1,
)
batch = {"input_ids": torch.tensor([[2, 5, 6, 3], [2, 7, 8, 3]])}

# %% as shown
model = AutoModelForSequenceClassification.from_config(config)
model(**batch, labels=torch.tensor([0, 1]))  # 1: is a complaint
print(model.config.problem_type)
