import numpy as np
from sklearn.metrics import accuracy_score
from transformers import EvalPrediction

logits = np.array([[0.4, 0.1], [-1.0, 2.0]])
result = EvalPrediction(predictions=logits, label_ids=np.array([0, 1]))

# %% as shown
accuracy = accuracy_score(result.label_ids, result.predictions)
