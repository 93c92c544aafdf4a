from torch.utils.data import DataLoader
from transformers import BertTokenizer, DataCollatorWithPadding

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "two", "rye", "rolls"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})

# %% as shown
texts = ["two rolls", "rye", "two rye rolls", "rolls", "rye rolls"]
rows = [tokenizer(text) for text in texts]
loader = DataLoader(rows, batch_size=2, collate_fn=DataCollatorWithPadding(tokenizer))
print([tuple(batch["input_ids"].shape) for batch in loader])
