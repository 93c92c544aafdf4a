import numpy as np

# %% as shown
logits = np.array([[2.0, -1.0, 0.5], [0.3, 0.1, 0.9]])
print(logits.argmax(axis=-1).tolist())
