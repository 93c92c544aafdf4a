import torch

# %% as shown
id2label = {0: "late", 1: "lost", 2: "kind"}
logits = torch.tensor([[0.4, 2.1, -1.0]])
number = logits.argmax(dim=-1).item()
print(id2label[number])
