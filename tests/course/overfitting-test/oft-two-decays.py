import torch

# %% as shown
weight = torch.nn.Parameter(torch.tensor([2.0]))
optimizer = torch.optim.AdamW([weight], lr=0.5, weight_decay=0.2)
for _ in range(2):
    weight.grad = torch.zeros(1)
    optimizer.step()
print(f"{weight.item():.2f}")
