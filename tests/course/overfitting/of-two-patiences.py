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
losses = [0.9, 0.7, 0.8, 0.7, 0.6, 0.8]
results = [stop_early(losses, patience) for patience in (2, 3)]
print([result["best"] for result in results])
