import torch

# %% as shown
dropout = torch.nn.Dropout(0.5)
dropout.train()
print(sorted(set(dropout(torch.ones(1000)).tolist())))
