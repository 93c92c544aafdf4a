from datasets import Dataset

shop = Dataset.from_dict({"text": ["One loaf", "Stale rolls"], "label": [1, 0]})

# %% as shown
counted = shop.map(lambda row: {"words": len(row["text"].split())}, remove_columns="text")
print(counted.column_names)
