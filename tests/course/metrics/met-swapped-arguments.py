from sklearn.metrics import precision_score

# %% as shown
labels = [1, 1, 1, 1, 0, 0, 0, 0]
predictions = [1, 1, 0, 0, 1, 0, 0, 0]
print(f"{precision_score(predictions, labels):.2f}")
