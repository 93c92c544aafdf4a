from contextlib import suppress

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
train_set = [{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2} for n in range(24)]


def new_model():
    return BertForSequenceClassification(config)


class Crash(TrainerCallback):
    def __init__(self, step):
        self.step = step

    def on_step_end(self, args, state, control, **kwargs):
        if state.global_step == self.step:
            raise RuntimeError("power cut")


class StepCounter(TrainerCallback):
    calls = 0

    def on_step_end(self, args, state, control, **kwargs):
        self.calls += 1

# %% as shown
args = TrainingArguments(output_dir="out", max_steps=30, save_steps=10)
trainer = Trainer(model=new_model(), args=args, train_dataset=train_set)
trainer.add_callback(Crash(23))
with suppress(RuntimeError):
    trainer.train()

counter = StepCounter()
trainer = Trainer(model=new_model(), args=args, train_dataset=train_set)
trainer.add_callback(counter)
trainer.train(resume_from_checkpoint=True)
print(counter.calls, trainer.state.global_step)
