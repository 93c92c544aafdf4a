import torch
from transformers import AutoModelForQuestionAnswering, BertConfig, BertModel

config = BertConfig(vocab_size=20, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
BertModel(config).save_pretrained("checkpoint")
batch = {"input_ids": torch.randint(5, 20, (2, 7))}

# %% as shown
model = AutoModelForQuestionAnswering.from_pretrained("checkpoint")
output = model(**batch)
print(tuple(output.start_logits.shape), tuple(output.end_logits.shape))
