from sklearn.metrics import accuracy_score, f1_score

# %% as shown
labels = [0] * 95 + [1] * 5
predictions = [0] * 100
accuracy = accuracy_score(labels, predictions)
f1 = f1_score(labels, predictions)
print(f"{accuracy:.2f} {f1:.2f}")
