from datasets import Dataset

# %% as shown
rows = Dataset.from_dict({"number": list(range(30))})
parts = rows.train_test_split(test_size=0.25, seed=3)
print(parts["train"].num_rows, parts["test"].num_rows)
