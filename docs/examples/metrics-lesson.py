"""Measure a spam filter: the example of the lesson on metrics, to run from top to bottom.

Install what it needs with: pip install "transformers[torch]" scikit-learn
It needs no GPU and no network, and takes less than a minute.
"""

# %% count-four-outcomes
from sklearn.metrics import accuracy_score, confusion_matrix

spam_scores = [0.97, 0.93, 0.88, 0.84, 0.79, 0.73, 0.66, 0.58, 0.42, 0.27]
ham_scores = [0.76, 0.64, 0.57, 0.52, 0.48, 0.45, 0.41, 0.38, 0.36, 0.33]
ham_scores += [0.31, 0.29, 0.28, 0.26, 0.24, 0.22, 0.21, 0.19, 0.18, 0.17]
ham_scores += [0.16, 0.15, 0.14, 0.13, 0.12, 0.11, 0.09, 0.08, 0.08, 0.07]
ham_scores += [0.07, 0.06, 0.05, 0.05, 0.04, 0.03, 0.03, 0.02, 0.02, 0.01]

scores = spam_scores + ham_scores
labels = [1] * 10 + [0] * 40
predictions = [int(score >= 0.5) for score in scores]

print(confusion_matrix(labels, predictions))
print("accuracy", accuracy_score(labels, predictions))

# %% precision-and-recall
from sklearn.metrics import precision_score, recall_score

print("precision", round(precision_score(labels, predictions), 3))
print("recall", recall_score(labels, predictions))

# %% f1
from sklearn.metrics import f1_score

print("F1 of spam", round(f1_score(labels, predictions), 3))
print("F1 of ham", round(f1_score(labels, predictions, pos_label=0), 3))

# %% baseline
from sklearn.metrics import balanced_accuracy_score

nothing_marked = [0] * 50
print("accuracy", accuracy_score(labels, nothing_marked))
print("recall", recall_score(labels, nothing_marked))
print("balanced accuracy", balanced_accuracy_score(labels, nothing_marked))

# %% thresholds
from sklearn.metrics import roc_auc_score

for threshold in (0.2, 0.5, 0.8):
    marked = [int(score >= threshold) for score in scores]
    precision = precision_score(labels, marked)
    recall = recall_score(labels, marked)
    print(threshold, f"precision {precision:.2f}, recall {recall:.2f}")
print("ROC AUC", round(roc_auc_score(labels, scores), 4))

# %% three-classes
folders = [0] * 34 + [1] * 6 + [2] * 10
sorted_into = [0] * 32 + [2] * 2
sorted_into += [1] * 2 + [0] * 3 + [2]
sorted_into += [2] * 8 + [0] + [1]

print(confusion_matrix(folders, sorted_into))
each = f1_score(folders, sorted_into, average=None)
print("per class", each.round(2).tolist())
for average in ("macro", "weighted", "micro"):
    print(average, round(f1_score(folders, sorted_into, average=average), 2))

# %% compute-metrics
import numpy as np
from transformers import EvalPrediction


def compute_metrics(result):
    classes = result.predictions.argmax(axis=-1)
    return {
        "precision": precision_score(result.label_ids, classes),
        "recall": recall_score(result.label_ids, classes),
        "f1": f1_score(result.label_ids, classes),
    }


spam = np.array(scores)
logits = np.log(np.stack([1 - spam, spam], axis=-1))
result = EvalPrediction(predictions=logits, label_ids=np.array(labels))
for name, value in compute_metrics(result).items():
    print(name, round(value, 3))

# %% tiny-model-and-messages
from transformers import (
    BertConfig,
    BertForSequenceClassification,
    BertTokenizer,
    set_seed,
)

words = "[PAD] [UNK] [CLS] [SEP] [MASK] "
words += "win cash now lunch at noon free tickets today"
vocab = {word: number for number, word in enumerate(words.split())}
tokenizer = BertTokenizer(vocab=vocab)

set_seed(0)
config = BertConfig(
    vocab_size=len(vocab),
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)
model = BertForSequenceClassification(config)


def copies(text, label, number):
    return [{**tokenizer(text), "labels": label}] * number


train_set = copies("win cash now", 1, 20) + copies("lunch at noon", 0, 50)
train_set += copies("free tickets today", 0, 25)
train_set += copies("free tickets today", 1, 5)
eval_set = copies("win cash now", 1, 8) + copies("lunch at noon", 0, 38)
eval_set += copies("free tickets today", 0, 2)
eval_set += copies("free tickets today", 1, 2)
spam_count = sum(row["labels"] for row in eval_set)
print(len(eval_set), "messages to evaluate,", spam_count, "spam")

# %% metrics-in-the-trainer
from transformers import PrinterCallback, Trainer, TrainingArguments

args = TrainingArguments(
    output_dir="metrics-out",
    num_train_epochs=10,
    per_device_train_batch_size=20,
    learning_rate=0.01,
    save_strategy="no",
    disable_tqdm=True,
)
trainer = Trainer(
    model=model,
    args=args,
    train_dataset=train_set,
    eval_dataset=eval_set,
    compute_metrics=compute_metrics,
)
trainer.remove_callback(PrinterCallback)  # don't print the log
trainer.train()
report = trainer.evaluate()
for name in ("eval_precision", "eval_recall", "eval_f1"):
    print(name, round(report[name], 3))
