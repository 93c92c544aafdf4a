import numpy as np
from sklearn.metrics import accuracy_score
from transformers import EvalPrediction

logits = np.array([[0.2, 1.5], [2.0, -1.0], [0.4, 0.9], [1.1, 0.3]])
result = EvalPrediction(predictions=logits, label_ids=np.array([1, 0, 0, 0]))

# %% as shown
def compute_metrics(result):
    classes = result.predictions.argmax(axis=-1)
    return {"accuracy": accuracy_score(result.label_ids, classes)}


print(compute_metrics(result))
