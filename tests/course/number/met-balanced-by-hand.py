from sklearn.metrics import balanced_accuracy_score

# %% as shown
labels = [0] * 80 + [1] * 20
predictions = [0] * 95 + [1] * 5
print(balanced_accuracy_score(labels, predictions))
