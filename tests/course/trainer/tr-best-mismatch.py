from transformers import TrainingArguments

# %% as shown
args = TrainingArguments(
    output_dir="out",
    eval_strategy="epoch",
    load_best_model_at_end=True,
)
