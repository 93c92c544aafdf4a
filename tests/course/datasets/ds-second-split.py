from datasets import Dataset

# %% as shown
rows = Dataset.from_dict({"number": list(range(50))})
outer = rows.train_test_split(test_size=0.2, seed=1)
inner = outer["train"].train_test_split(test_size=0.2, seed=1)
print(inner["train"].num_rows, inner["test"].num_rows, outer["test"].num_rows)
