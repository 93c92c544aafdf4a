import numpy as np
from sklearn.metrics import precision_score
from transformers import EvalPrediction

logits = np.array([[0.0, 3.0], [0.0, 2.0], [0.0, 0.5], [0.0, 0.2], [1.0, 0.0]])
result = EvalPrediction(predictions=logits, label_ids=np.array([1, 1, 1, 0, 0]))


def softmax(logits, axis):
    shares = np.exp(logits)
    return shares / shares.sum(axis=axis, keepdims=True)

# %% as shown
probabilities = softmax(result.predictions, axis=-1)
scores = probabilities[:, 1]
marked = [int(score >= 0.8) for score in scores]
precision = precision_score(result.label_ids, marked)
print(f"{precision:.2f}")
