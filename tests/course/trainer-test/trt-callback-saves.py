from pathlib import Path

from transformers import (
    BertConfig,
    BertForSequenceClassification,
    ProgressCallback,
    Trainer,
    TrainerCallback,
    TrainingArguments,
)

# Its last line holds times, which change from run to run.
ProgressCallback.on_log = lambda *args, **kwargs: None
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(32)]

# %% as shown
class SaveThird(TrainerCallback):
    def on_step_end(self, args, state, control, **kwargs):
        if state.global_step == 3:
            control.should_save = True


args = TrainingArguments(
    output_dir="out",
    num_train_epochs=2,
    save_strategy="epoch",
)
trainer = Trainer(model=model, args=args, train_dataset=train_set)
trainer.add_callback(SaveThird())
trainer.train()
print(sorted(folder.name for folder in Path("out").glob("checkpoint-*")))
