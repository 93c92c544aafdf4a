from datasets import Dataset

# %% as shown
train = Dataset.from_dict({"text": ["Two buns", "Stale rolls", "One loaf"]})
test = Dataset.from_dict({"text": ["One loaf", "Six rolls"]})
print(set(train["text"]) & set(test["text"]))
