from transformers import BertConfig, BertForSequenceClassification, ProgressCallback, Trainer

# Its last line holds times, which change from run to run.
ProgressCallback.on_log = lambda *args, **kwargs: None
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
eval_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(6)]

# %% as shown
def compute_metrics(result):
    return {"rows": len(result.label_ids)}


trainer = Trainer(
    model=model,
    eval_dataset=eval_set,
    compute_metrics=compute_metrics,
)
result = trainer.evaluate()
print("rows" in result, "eval_rows" in result, "eval_accuracy" in result)
