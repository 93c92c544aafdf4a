from transformers import BertConfig, BertForSequenceClassification

config = BertConfig(
    vocab_size=20, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32, num_labels=2
)
model = BertForSequenceClassification(config)

# %% as shown
for parameter in model.bert.parameters():
    parameter.requires_grad = False

print(model.num_parameters(only_trainable=True))
