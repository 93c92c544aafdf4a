from transformers import AutoModel, AutoModelForSequenceClassification, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)

# %% as shown
AutoModelForSequenceClassification.from_config(config).save_pretrained("sorter")
model, info = AutoModel.from_pretrained("sorter", output_loading_info=True)
print(len(info["missing_keys"]), len(info["unexpected_keys"]))
