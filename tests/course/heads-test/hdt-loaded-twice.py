import torch
from transformers import AutoModel, AutoModelForSequenceClassification, BertConfig

config = BertConfig(
    vocab_size=30,
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)
AutoModel.from_config(config).save_pretrained("base")

# %% as shown
one = AutoModelForSequenceClassification.from_pretrained("base")
two = AutoModelForSequenceClassification.from_pretrained("base")
words = one.bert.embeddings.word_embeddings.weight
same_words = torch.equal(words, two.bert.embeddings.word_embeddings.weight)
same_head = torch.equal(one.classifier.weight, two.classifier.weight)
print(same_words, same_head)
