import torch
from transformers import BertConfig, BertForSequenceClassification

cases = [
    (3, [0, 2]),
    (3, [[0.0, 1.0, 1.0], [1.0, 0.0, 0.0]]),
    (2, [1, 0]),
    (1, [4.0, 1.5]),
    (1, [1.0, 0.0]),
]
for outputs, labels in cases:
    config = BertConfig(
        vocab_size=20,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        num_labels=outputs,
    )
    model = BertForSequenceClassification(config)
    model(torch.tensor([[2, 5, 3], [2, 6, 3]]), labels=torch.tensor(labels))
    print(model.config.problem_type)
