from datasets import Dataset

# %% as shown
shop = Dataset.from_dict({"text": ["One loaf", "Two buns"]})
loud = shop.map(lambda row: {"text": row["text"].upper()})
print(loud.column_names, loud[0]["text"])
