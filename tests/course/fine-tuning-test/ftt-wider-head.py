import torch
from transformers import AutoModelForSequenceClassification, BertConfig, BertForSequenceClassification
from transformers.utils import logging

logging.set_verbosity_error()
config = BertConfig(
    vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32, num_labels=3
)
old = BertForSequenceClassification(config)
old.save_pretrained("tuned")

# %% as shown
new = AutoModelForSequenceClassification.from_pretrained("tuned", num_labels=5, ignore_mismatched_sizes=True)
same_encoder = torch.equal(new.bert.pooler.dense.weight, old.bert.pooler.dense.weight)
same_rows = torch.equal(new.classifier.weight[:3], old.classifier.weight)
print(same_encoder, same_rows)
