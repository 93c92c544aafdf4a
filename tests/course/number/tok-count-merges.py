import json

from tokenizers import Tokenizer, models, pre_tokenizers, trainers

bpe = Tokenizer(models.BPE())
bpe.pre_tokenizer = pre_tokenizers.Whitespace()
trainer = trainers.BpeTrainer(vocab_size=8, show_progress=False)
bpe.train_from_iterator(["gear grease"], trainer)
print(len(json.loads(bpe.to_str())["model"]["merges"]))
