from transformers import (
    BertConfig,
    BertForSequenceClassification,
    ProgressCallback,
    Trainer,
    TrainerCallback,
)

# Its last line holds times, which change from run to run.
ProgressCallback.on_log = lambda *args, **kwargs: None
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(48)]

# %% as shown
class Stop(TrainerCallback):
    def on_step_end(self, args, state, control, **kwargs):
        if state.epoch >= 1.5:
            control.should_training_stop = True


trainer = Trainer(model=model, train_dataset=train_set)
trainer.add_callback(Stop())
trainer.train()
print(trainer.state.global_step)
