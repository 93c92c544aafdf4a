from sklearn.metrics import recall_score, roc_auc_score

# %% as shown
labels = [0, 0, 0, 1, 1]
scores = [0.05, 0.10, 0.20, 0.30, 0.45]
marked = [int(score >= 0.5) for score in scores]
print(roc_auc_score(labels, scores), recall_score(labels, marked))
