from sklearn.metrics import f1_score

# %% as shown
labels = ["spam", "ham", "spam", "ham"]
predictions = ["spam", "spam", "spam", "ham"]
print(f1_score(labels, predictions))
