# %% as shown
data_names = sorted({"ticket", "delay", "praise"})
id2label = dict(enumerate(["delay", "ticket", "praise"]))
predicted = data_names.index("praise")
print(predicted, id2label[predicted])
