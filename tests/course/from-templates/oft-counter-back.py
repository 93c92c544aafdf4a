def stop_early(losses, patience):
    best, bad = 1, 0
    for epoch in range(2, len(losses) + 1):
        if losses[epoch - 1] < losses[best - 1]:
            best, bad = epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return {"stopped": epoch, "best": best}

# %% as shown
losses = [0.80, 0.62, 0.65, 0.60, 0.63, 0.64, 0.55]
print(stop_early(losses, patience=2))
