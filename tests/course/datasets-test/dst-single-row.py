from datasets import Dataset

# %% as shown
shop = Dataset.from_dict({"text": ["One loaf", "Stale rolls"], "label": [1, 0]})
print(shop[1])
