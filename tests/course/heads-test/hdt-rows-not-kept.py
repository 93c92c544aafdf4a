import torch
from transformers import AutoModelForSequenceClassification, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
    id2label={0: "late", 1: "lost", 2: "kind"},
)
AutoModelForSequenceClassification.from_config(config).save_pretrained("three")

# %% as shown
old = AutoModelForSequenceClassification.from_pretrained("three")
new = AutoModelForSequenceClassification.from_pretrained(
    "three",
    num_labels=4,
    ignore_mismatched_sizes=True,
)
kept = torch.equal(new.classifier.weight[:3], old.classifier.weight)
print(kept, new.config.id2label[0])
