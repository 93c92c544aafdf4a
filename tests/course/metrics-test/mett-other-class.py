from sklearn.metrics import f1_score

# %% as shown
labels = [1, 1, 0, 0, 0, 0]
predictions = [1, 0, 0, 0, 0, 1]
print(f"{f1_score(labels, predictions, pos_label=0):.2f}")
