import transformers.trainer
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    BertConfig,
    BertForSequenceClassification,
    BertTokenizer,
    Trainer,
    TrainerCallback,
    TrainingArguments,
)

transformers.trainer.DEFAULT_PROGRESS_CALLBACK = TrainerCallback  # no logs between the outputs
words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "free", "ticket", "see", "you"]
BertTokenizer(vocab={word: number for number, word in enumerate(words)}).save_pretrained("checkpoint")
config = BertConfig(vocab_size=9, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
model.save_pretrained("checkpoint")
messages = [("free ticket", 1), ("see you", 0)] * 8
args = TrainingArguments("out", num_train_epochs=1, use_cpu=True, save_strategy="no")

# %% as shown
tokenizer = AutoTokenizer.from_pretrained("checkpoint")
rows = [{**tokenizer(text), "labels": label} for text, label in messages]
trainer = Trainer(model=model, args=args, train_dataset=rows, processing_class=tokenizer)
trainer.train()
trainer.save_model("spam-filter")
loaded = AutoModelForSequenceClassification.from_pretrained("spam-filter")
print(type(loaded).__name__)
