from tokenizers import Tokenizer, models, pre_tokenizers, trainers

# %% as shown
bpe = Tokenizer(models.BPE())
bpe.pre_tokenizer = pre_tokenizers.Whitespace()
trainer = trainers.BpeTrainer(vocab_size=7, show_progress=False)
bpe.train_from_iterator(["tap tap tape nap"], trainer)
print(bpe.encode("tape").tokens)
