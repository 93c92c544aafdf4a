losses = [0.70, 0.60, 0.65, 0.60, 0.50]

# %% as shown
best, bad = losses[0], 0
for loss in losses[1:]:
    if loss < best:
        best, bad = loss, 0
    else:
        bad += 1
    print(best, bad)
