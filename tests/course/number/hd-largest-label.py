import torch
from transformers import BertConfig, BertForSequenceClassification

config = BertConfig(
    vocab_size=20, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32, num_labels=6
)
model = BertForSequenceClassification(config)
accepted = []
for label in range(9):
    try:
        model(torch.tensor([[2, 5, 3]]), labels=torch.tensor([label]))
        accepted.append(label)
    except IndexError:
        pass
print(max(accepted))
