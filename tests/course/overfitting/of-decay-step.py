import torch

# %% as shown
weight = torch.nn.Parameter(torch.tensor([1.0]))
optimizer = torch.optim.AdamW([weight], lr=0.1, weight_decay=0.5)
weight.grad = torch.zeros(1)
optimizer.step()
print(f"{weight.item():.2f}")
