from datasets import Dataset

# %% as shown
shop = Dataset.from_dict({"text": ["One loaf", "Stale rolls"]})
shop.map(lambda row: {"length": len(row["text"])})
print(shop.column_names)
