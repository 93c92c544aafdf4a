from sklearn.metrics import roc_auc_score

# %% as shown
labels = [0, 0, 1, 1]
scores = [0.2, 0.5, 0.5, 0.9]
print(roc_auc_score(labels, scores))
