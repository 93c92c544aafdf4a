from sklearn.metrics import precision_score

# %% as shown
labels = [0, 1, 0, 1]
predictions = [0, 0, 0, 0]
print(precision_score(labels, predictions))
