from transformers import TrainingArguments


def compute_metrics(result):
    return {"rows": len(result.label_ids)}

# %% as shown
args = TrainingArguments(
    output_dir="out",
    eval_strategy="epoch",
    compute_metrics=compute_metrics,
)
