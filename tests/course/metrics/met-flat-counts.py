from sklearn.metrics import confusion_matrix

# %% as shown
labels = [1, 1, 1, 0, 0, 0, 0, 0]
predictions = [1, 0, 0, 1, 0, 0, 0, 0]
print(confusion_matrix(labels, predictions).ravel().tolist())
