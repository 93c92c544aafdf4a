from datasets import Dataset

# %% as shown
shop = Dataset.from_dict({"text": ["One loaf"]})


def shout(row):
    row["text"] = row["text"].upper()


print(shop.map(shout)["text"][:])
