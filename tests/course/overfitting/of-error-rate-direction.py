from transformers import TrainingArguments

# %% as shown
args = TrainingArguments("out", metric_for_best_model="error_rate")
print(args.greater_is_better)
