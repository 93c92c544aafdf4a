from transformers import AutoModelForSequenceClassification, BertConfig, BertModel

config = BertConfig(vocab_size=20, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
BertModel(config).save_pretrained("checkpoint")
load = AutoModelForSequenceClassification.from_pretrained

# %% as shown
old = load("checkpoint", num_labels=3)
old.save_pretrained("topics")
wider = load("topics", num_labels=5, ignore_mismatched_sizes=True)
wider.save_pretrained("more-topics")
loaded = load("more-topics")
print(old.num_labels, loaded.num_labels)
