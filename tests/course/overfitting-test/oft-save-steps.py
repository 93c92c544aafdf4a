from transformers import TrainingArguments

# %% as shown
TrainingArguments("out", load_best_model_at_end=True, eval_strategy="steps", eval_steps=40, save_steps=60)
