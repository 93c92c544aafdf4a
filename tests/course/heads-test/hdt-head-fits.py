from transformers import AutoModelForSequenceClassification, AutoModelForTokenClassification, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)

# %% as shown
config.num_labels = 3
AutoModelForSequenceClassification.from_config(config).save_pretrained("topics")
model, info = AutoModelForTokenClassification.from_pretrained(
    "topics",
    output_loading_info=True,
)
print(sorted(info["missing_keys"]), model.num_labels)
