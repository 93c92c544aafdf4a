from transformers import TrainingArguments

# %% as shown
args = TrainingArguments(output_dir="out", evaluation_strategy="epoch")
