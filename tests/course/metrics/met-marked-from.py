from sklearn.metrics import precision_score, recall_score

# %% as shown
labels = [1, 1, 1, 0, 0, 0]
scores = [0.9, 0.6, 0.3, 0.7, 0.4, 0.1]
marked = [int(score >= 0.4) for score in scores]
precision = precision_score(labels, marked)
recall = recall_score(labels, marked)
print(f"{precision:.2f} {recall:.2f}")
