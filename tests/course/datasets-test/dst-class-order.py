from datasets import Dataset

# %% as shown
labels = ["order", "complaint", "order"]
shop = Dataset.from_dict({"label": labels}).class_encode_column("label")
print(shop["label"][:])
