from transformers import TrainingArguments

# %% as shown
names = ["eval_loss", "loss_ratio", "error"]
runs = [TrainingArguments("out", metric_for_best_model=name) for name in names]
print([args.greater_is_better for args in runs])
