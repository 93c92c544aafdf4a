from sklearn.metrics import roc_auc_score

# %% as shown
labels = [0, 0, 0, 1, 1]
scores = [0.1, 0.3, 0.6, 0.4, 0.8]
print(f"{roc_auc_score(labels, scores):.2f}")
