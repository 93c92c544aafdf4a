# %% as shown
texts = ["Two buns", "two buns", "One loaf", "Stale rolls", "one loaf", "Two buns"]
print(len({text.lower() for text in texts}))
