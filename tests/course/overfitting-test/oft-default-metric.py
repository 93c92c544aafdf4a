from transformers import TrainingArguments

# %% as shown
args = TrainingArguments(
    "out", load_best_model_at_end=True, eval_strategy="epoch", save_strategy="epoch"
)
print(args.metric_for_best_model, args.greater_is_better)
