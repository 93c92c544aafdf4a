from sklearn.metrics import f1_score

# %% as shown
labels = [0, 0, 1, 1, 2, 2]
predictions = [0, 0, 1, 1, 2, 1]
each = f1_score(labels, predictions, average=None)
print(each.round(2).tolist())
