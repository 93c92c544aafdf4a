from transformers import BertConfig, BertForSequenceClassification, ProgressCallback, Trainer

# Its last line holds times, which change from run to run.
ProgressCallback.on_log = lambda *args, **kwargs: None
sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
config = BertConfig(vocab_size=8, num_labels=3, **sizes)
model = BertForSequenceClassification(config)
eval_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(10)]

# %% as shown
def compute_metrics(result):
    print(result.predictions.shape, result.label_ids.shape)
    return {}


trainer = Trainer(
    model=model,
    eval_dataset=eval_set,
    compute_metrics=compute_metrics,
)
trainer.evaluate()
