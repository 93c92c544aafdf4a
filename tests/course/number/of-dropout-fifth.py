import torch

# %% as shown
dropout = torch.nn.Dropout(0.2)
dropout.train()
print(dropout(torch.ones(1000)).max().item())
