from transformers import BertConfig

# %% as shown
config = BertConfig(id2label={0: "late", 1: "lost", 2: "kind", 3: "dirty"})
print(config.num_labels, config.id2label[2])
