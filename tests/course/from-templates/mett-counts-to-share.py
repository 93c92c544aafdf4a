from sklearn.metrics import confusion_matrix

# %% as shown
labels = [1] * 12 + [0] * 28
predictions = [1] * 8 + [0] * 4 + [1] * 2 + [0] * 26
matrix = confusion_matrix(labels, predictions)
print(f"{matrix[1, 1] / matrix[:, 1].sum():.2f}")
