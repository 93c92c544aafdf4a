from datasets import Dataset

shop = Dataset.from_dict({"text": ["One loaf", "Stale rolls"], "label": [1, 0]})

# %% as shown
loud = shop.map(lambda row: {"text": row["text"].upper()}, batched=True)
