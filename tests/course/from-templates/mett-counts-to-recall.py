from sklearn.metrics import recall_score

# %% as shown
labels = [1] * 12 + [0] * 28
predictions = [1] * 9 + [0] * 3 + [1] * 6 + [0] * 22
print(f"{recall_score(labels, predictions):.2f}")
