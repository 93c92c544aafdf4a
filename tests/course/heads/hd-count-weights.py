from transformers import AutoModelForSequenceClassification, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=12,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
    num_labels=5,
)
model = AutoModelForSequenceClassification.from_config(config)

# %% as shown
print(sum(weight.numel() for weight in model.classifier.parameters()))
