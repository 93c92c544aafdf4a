from sklearn.metrics import f1_score

# %% as shown
labels = [0, 1, 2, 2, 1]
predictions = [0, 2, 2, 2, 1]
print(f1_score(labels, predictions))
