from datasets import Dataset

shop = Dataset.from_dict({"text": ["One loaf", "Stale rolls"], "label": [1, 0]})

# %% as shown
words = shop.map(lambda batch: {"word": " ".join(batch["text"]).split()}, batched=True)
