from datasets import Dataset

# %% as shown
rows = Dataset.from_dict({"number": list(range(12))})
parts = rows.train_test_split(test_size=4, seed=5)
print(list(parts), parts["test"].num_rows)
