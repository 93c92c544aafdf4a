from sklearn.metrics import precision_score

# %% as shown
labels = [1, 0, 0, 1, 1, 0]
predictions = [1, 1, 0, 0, 0, 0]
print(f"{precision_score(labels, predictions):.2f}")
