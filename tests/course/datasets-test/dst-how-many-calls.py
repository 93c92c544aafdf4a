from datasets import Dataset

shop = Dataset.from_dict({"text": ["One loaf", "Two buns", "Stale rolls", "Six rolls", "Late cake"]})

# %% as shown
calls = []
shop.map(lambda batch: calls.append(len(batch["text"])), batched=True, batch_size=2)
print(calls)
