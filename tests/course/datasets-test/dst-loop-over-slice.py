from datasets import Dataset

# %% as shown
shop = Dataset.from_dict({"text": ["One loaf", "Stale rolls", "Two buns"], "label": [1, 0, 1]})
for item in shop[:2]:
    print(item)
