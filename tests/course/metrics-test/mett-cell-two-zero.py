from sklearn.metrics import confusion_matrix

# %% as shown
labels = [0, 0, 0, 1, 1, 2, 2, 2, 2]
predictions = [0, 0, 2, 1, 0, 2, 0, 0, 0]
matrix = confusion_matrix(labels, predictions)
print(matrix[2, 0])
