import numpy as np
from sklearn.metrics import accuracy_score

# %% as shown
logits = np.array([[0.2, 1.1], [2.0, -0.5], [0.1, 0.4], [1.5, 0.3], [0.0, 0.9]])
labels = np.array([1, 0, 1, 0, 0])
print(accuracy_score(labels, logits.argmax(axis=0)))
