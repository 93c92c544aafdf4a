from transformers import Trainer, TrainingArguments

train_set = [{"input_ids": [2, 5, 3], "labels": 0}, {"input_ids": [2, 6, 3], "labels": 1}]

# %% as shown
args = TrainingArguments(output_dir="out", num_train_epochs=3)
trainer = Trainer(args=args, train_dataset=train_set)
