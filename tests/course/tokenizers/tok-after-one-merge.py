from tokenizers import Tokenizer, models, pre_tokenizers, trainers

# %% as shown
bpe = Tokenizer(models.BPE())
bpe.pre_tokenizer = pre_tokenizers.Whitespace()
trainer = trainers.BpeTrainer(vocab_size=5, show_progress=False)
bpe.train_from_iterator(["pad pad pat"], trainer)
print(sorted(bpe.get_vocab()))
