import torch

# %% as shown
logits = torch.tensor([1.2, -0.3, 0.1, -2.0])
print(int((logits.sigmoid() > 0.5).sum()))
