from transformers import TrainingArguments

# %% as shown
args = TrainingArguments(output_dir="out", warmup_ratio=0.1)
