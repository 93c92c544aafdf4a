# %% as shown
train = ["Stale rolls", "Two buns"]
test = ["stale rolls", "One loaf"]
exact = set(train) & set(test)
loose = {text.lower() for text in train} & {text.lower() for text in test}
print(len(exact), len(loose))
