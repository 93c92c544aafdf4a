from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast

backend = Tokenizer(models.WordLevel({"<end>": 0, "bell": 1, "new": 2}, unk_token="<end>"))
backend.pre_tokenizer = pre_tokenizers.Whitespace()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=backend, eos_token="<end>")

# %% as shown
batch = tokenizer(["bell", "new bell"], padding=True)
