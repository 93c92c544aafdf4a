from datasets import Dataset

# %% as shown
shop = Dataset.from_dict({"text": ["Fine rolls"], "stars": [4]})
shop = shop.rename_column("stars", "label").remove_columns("text")
print(shop.column_names, shop[0])
