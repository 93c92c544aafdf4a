from transformers import AutoModel, AutoModelForSequenceClassification, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)
AutoModel.from_config(config).save_pretrained("checkpoint")

# %% as shown
model = AutoModelForSequenceClassification.from_pretrained(
    "checkpoint",
    id2label={0: "late", 1: "lost", 2: "kind"},
)
number = model.config.label2id["kind"]
