import torch
from transformers import AutoModelForSequenceClassification, BertConfig, BertModel, set_seed

set_seed(0)
config = BertConfig(vocab_size=20, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
BertModel(config).save_pretrained("checkpoint")
numbers = torch.arange(5, 13)
batch = {"input_ids": torch.stack([torch.full_like(numbers, 2), numbers, torch.full_like(numbers, 3)], dim=1)}
batch["labels"] = torch.arange(8) % 4

# %% as shown
model = AutoModelForSequenceClassification.from_pretrained("checkpoint", num_labels=4)
print(f"{model(**batch).loss.item():.1f}")
