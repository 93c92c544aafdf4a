from transformers import AutoModelForSequenceClassification, BertConfig, BertModel

config = BertConfig(vocab_size=20, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
BertModel(config).save_pretrained("checkpoint")

# %% as shown
model = AutoModelForSequenceClassification.from_pretrained("checkpoint", num_labels=3)
print(model.classifier.out_features)
