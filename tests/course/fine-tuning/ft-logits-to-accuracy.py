import numpy as np
from transformers import EvalPrediction


# %% as shown
def compute_metrics(result):
    classes = result.predictions.argmax(axis=-1)
    return {"accuracy": (classes == result.label_ids).mean()}

# %% check
logits = np.array([[2.0, -1.0], [0.1, 0.3], [-1.5, 0.5], [0.2, 0.1]])
assert compute_metrics(EvalPrediction(predictions=logits, label_ids=np.array([0, 0, 1, 0]))) == {"accuracy": 0.75}
