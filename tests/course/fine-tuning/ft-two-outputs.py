import torch
from transformers import (
    BertConfig,
    BertForSequenceClassification,
    ProgressCallback,
    Trainer,
    TrainingArguments,
    set_seed,
)

set_seed(0)
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
rows = [{"input_ids": [2, 5 + label, 3], "labels": label} for label in (0, 1)] * 8
trainer = Trainer(model=model, args=TrainingArguments(use_cpu=True), train_dataset=rows)
trainer.remove_callback(ProgressCallback)
batch = {"input_ids": torch.tensor([[2, 5, 3], [2, 6, 3]])}

# %% as shown
trainer.train()
first = model(**batch).logits
second = model(**batch).logits
print(torch.equal(first, second))
