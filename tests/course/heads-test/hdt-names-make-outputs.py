from transformers import AutoModel, AutoModelForTokenClassification, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)
AutoModel.from_config(config).save_pretrained("base")

# %% as shown
names = ["late", "lost", "kind", "dirty", "full"]
model = AutoModelForTokenClassification.from_pretrained(
    "base",
    id2label=dict(enumerate(names)),
)
print(model.classifier.out_features, model.config.label2id)
