import torch

# %% as shown
dropout = torch.nn.Dropout(0.5)
dropout.eval()
print(dropout(torch.ones(4)).tolist())
