from datasets import Dataset

shop = Dataset.from_dict(
    {
        "text": ["Two buns", "Stale rolls", "One loaf", "Hard bread"],
        "label": ["order", "complaint", "order", "complaint"],
    }
)

# %% as shown
parts = shop.train_test_split(test_size=2, stratify_by_column="label", seed=0)
