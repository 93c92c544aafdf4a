from sklearn.metrics import confusion_matrix

labels = [0] * 90 + [1] * 10
predictions = [0] * 85 + [1] * 5 + [0] * 3 + [1] * 7

# %% as shown
print(confusion_matrix(labels, predictions))
