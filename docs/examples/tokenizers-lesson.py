"""From text to ids and back: the code of the lesson on tokenizers, cell by cell.

Install what it needs with: pip install "transformers[torch]"
It downloads nothing and needs no GPU.
"""

# %% vocabulary
from transformers import BertTokenizer


def make_tokenizer(entries):
    """Return a BERT tokenizer that numbers these entries from 0."""
    vocab = {entry: number for number, entry in enumerate(entries)}
    return BertTokenizer(vocab=vocab)


special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
words = ["my", "the", "new", "brake", "chain"]
words += ["is", "keeps", "un", "slip", "loose"]
pieces = ["##s", "##p", "##ing", "##screw", "##ed"]
tokenizer = make_tokenizer(special + words + pieces)

print(tokenizer.tokenize("My chain keeps slipping"))
print(tokenizer.tokenize("The pedal is unscrewed"))

# %% batch
texts = ["My chain keeps slipping", "The pedal is loose"]
batch = tokenizer(texts, padding=True)
print(batch["input_ids"])
print(batch["attention_mask"])

# %% truncation
short = tokenizer(texts, padding=True, truncation=True, max_length=7)
for row in short["input_ids"]:
    print(tokenizer.convert_ids_to_tokens(row))

# %% special-tokens
pair = tokenizer("The pedal is loose", "My brakes")
print(pair["token_type_ids"])
print(tokenizer.decode(pair["input_ids"]))
print(tokenizer.decode(pair["input_ids"], skip_special_tokens=True))

# %% merges
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

bpe = Tokenizer(models.BPE())
bpe.pre_tokenizer = pre_tokenizers.Whitespace()
trainer = trainers.BpeTrainer(vocab_size=7, show_progress=False)
bpe.train_from_iterator(["rim rim trim rip"], trainer)
print(sorted(bpe.get_vocab(), key=bpe.get_vocab().get))
for word in ["trim", "rip", "rims"]:
    print(word, bpe.encode(word).tokens)

# %% mismatch
other = make_tokenizer(special + sorted(words, reverse=True) + pieces)
ids = tokenizer("My chain keeps slipping")["input_ids"]
print(tokenizer.decode(ids))
print(other.decode(ids))

# %% new-word
from transformers import BertConfig, BertModel

config = BertConfig(
    vocab_size=len(tokenizer),
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)
model = BertModel(config)

tokenizer.add_tokens(["pedal"])
print(tokenizer.tokenize("The pedal is loose"))
print("entries:", tokenizer.vocab_size, len(tokenizer))

rows_before = model.get_input_embeddings().num_embeddings
model.resize_token_embeddings(len(tokenizer))
rows_after = model.get_input_embeddings().num_embeddings
print("rows:", rows_before, rows_after)
