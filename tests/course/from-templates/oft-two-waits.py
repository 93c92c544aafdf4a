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
losses = [0.90, 0.70, 0.75, 0.72, 0.66, 0.68, 0.69, 0.71]
print([stop_early(losses, patience)["best"] for patience in (2, 3)])
