from transformers import AutoModelForTokenClassification, DistilBertConfig, DistilBertForSequenceClassification

config = DistilBertConfig(vocab_size=30, dim=16, n_layers=1, n_heads=2, hidden_dim=32)

# %% as shown
DistilBertForSequenceClassification(config).save_pretrained("mail")
model = AutoModelForTokenClassification.from_pretrained("mail")
print(type(model).__name__)
