from sklearn.metrics import accuracy_score, f1_score, precision_score

# %% as shown
labels = [1, 1, 1, 1, 0, 0, 0, 0]
predictions = [1, 0, 0, 0, 1, 0, 0, 0]
same = []
for metric in (accuracy_score, precision_score, f1_score):
    same.append(metric(labels, predictions) == metric(predictions, labels))
print(same)
