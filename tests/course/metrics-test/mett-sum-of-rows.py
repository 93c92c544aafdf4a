from sklearn.metrics import confusion_matrix

# %% as shown
labels = [0, 0, 0, 0, 1, 1, 1]
predictions = [0, 0, 0, 0, 0, 0, 1]
matrix = confusion_matrix(labels, predictions)
print(matrix.sum(axis=1).tolist())
