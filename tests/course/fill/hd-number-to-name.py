import torch
from transformers import BertConfig, BertForSequenceClassification

config = BertConfig(
    vocab_size=20,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
    id2label={0: "delay", 1: "praise", 2: "ticket"},
    label2id={"delay": 0, "praise": 1, "ticket": 2},
)
model = BertForSequenceClassification(config).eval()
model.classifier.bias.data = torch.tensor([0.0, 0.0, 9.0])
batch = {"input_ids": torch.tensor([[2, 5, 6, 3]])}

# %% as shown
number = model(**batch).logits.argmax(dim=-1).item()
print(model.config.id2label[number])
