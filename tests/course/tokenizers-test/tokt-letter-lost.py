from tokenizers import Tokenizer, models, pre_tokenizers, trainers

# %% as shown
bpe = Tokenizer(models.BPE())
bpe.pre_tokenizer = pre_tokenizers.Whitespace()
trainer = trainers.BpeTrainer(vocab_size=6, show_progress=False)
bpe.train_from_iterator(["cog cog log"], trainer)
print(bpe.encode("cogs").tokens)
