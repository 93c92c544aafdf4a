from datasets import Dataset

# %% as shown
shop = Dataset.from_dict({"label": ["order", "question", "complaint"]})
coded = shop.class_encode_column("label")
names = coded.features["label"].names
print(shop[0]["label"], coded[0]["label"], names[coded[1]["label"]])
