from transformers import TrainingArguments

# %% as shown
args = TrainingArguments("out", load_best_model_at_end=True, eval_strategy="epoch")
