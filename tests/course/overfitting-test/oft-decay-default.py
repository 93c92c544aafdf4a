from transformers import TrainingArguments

# %% as shown
print(TrainingArguments("out").weight_decay)
