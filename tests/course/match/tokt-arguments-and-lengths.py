from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})
texts = ["bell " * 2, "bell " * 5]
for arguments in (
    {"padding": True},
    {"truncation": True, "max_length": 5},
    {"padding": True, "truncation": True, "max_length": 5},
    {"padding": "max_length", "max_length": 5},
):
    first, second = tokenizer(texts, **arguments)["input_ids"]
    print(len(first), "and", len(second))
