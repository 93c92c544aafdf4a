from datasets import Dataset

shop = Dataset.from_dict(
    {"text": [f"message {number}" for number in range(16)], "label": ["complaint"] * 4 + ["order"] * 12}
)

# %% as shown
shop = shop.class_encode_column("label")
parts = shop.train_test_split(test_size=4, stratify_by_column="label", seed=1)
print(sorted(parts["test"]["label"][:]))
