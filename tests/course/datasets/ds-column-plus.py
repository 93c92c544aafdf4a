from datasets import Dataset

# %% as shown
shop = Dataset.from_dict({"text": ["One loaf", "Stale rolls"]})
texts = shop["text"] + ["Two buns"]
