from sklearn.metrics import confusion_matrix

# %% as shown
labels = [1, 1, 1, 1, 1, 0, 0, 0]
predictions = [1, 1, 0, 0, 0, 1, 0, 0]
tn, fp, fn, tp = confusion_matrix(predictions, labels).ravel().tolist()
print(f"{tp / (tp + fn):.2f}")
