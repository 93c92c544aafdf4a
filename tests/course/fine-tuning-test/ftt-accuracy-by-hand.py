from sklearn.metrics import accuracy_score

# %% as shown
labels = [0, 0, 0, 1, 1]
predictions = [0, 0, 1, 1, 0]
print(accuracy_score(labels, predictions))
