import transformers.trainer
from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainerCallback, TrainingArguments

transformers.trainer.DEFAULT_PROGRESS_CALLBACK = TrainerCallback  # no logs between the outputs
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(40)]
settings = TrainingArguments("out", num_train_epochs=8, save_strategy="no", use_cpu=True)

# %% as shown
class StopAtTen(TrainerCallback):
    def on_step_end(self, args, state, control, **kwargs):
        if state.global_step == 10:
            control.should_training_stop = True


trainer = Trainer(model=model, args=settings, train_dataset=train_set)
trainer.add_callback(StopAtTen())
print(trainer.train().metrics["epoch"])
