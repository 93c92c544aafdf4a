# %% as shown
scores = [0.9, 0.6, 0.55, 0.2]
print([int(score >= 0.6) for score in scores])
