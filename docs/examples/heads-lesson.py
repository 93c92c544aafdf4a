"""One encoder, several heads: the code of the lesson on heads and Auto classes, cell by cell.

Install what it needs with: pip install "transformers[torch]"
It downloads nothing and needs no GPU.
"""

# %% base-model
from transformers import (
    AutoModel,
    AutoModelForPreTraining,
    BertConfig,
    BertTokenizer,
    set_seed,
)

set_seed(0)
words = "[PAD] [UNK] [CLS] [SEP] [MASK] the ferry was very late"
words += " thanks to kind crew my ticket is missing please help"
vocabulary = {word: number for number, word in enumerate(words.split())}
tokenizer = BertTokenizer(vocab=vocabulary)
config = BertConfig(
    vocab_size=len(vocabulary),
    hidden_size=16,
    num_hidden_layers=1,
    num_attention_heads=2,
    intermediate_size=32,
)
AutoModelForPreTraining.from_config(config).save_pretrained("checkpoint")

base = AutoModel.from_pretrained("checkpoint")
messages = ["The ferry was very late", "Thanks to the kind crew"]
batch = tokenizer(messages, padding=True, return_tensors="pt")
print(type(base).__name__)
print(tuple(batch["input_ids"].shape))
print(tuple(base(**batch).last_hidden_state.shape))

# %% shapes
from transformers import (
    AutoModelForMaskedLM,
    AutoModelForQuestionAnswering,
    AutoModelForSequenceClassification,
    AutoModelForTokenClassification,
)

sorter = AutoModelForSequenceClassification.from_pretrained(
    "checkpoint",
    num_labels=3,
)
marker = AutoModelForTokenClassification.from_pretrained(
    "checkpoint",
    num_labels=5,
)
filler = AutoModelForMaskedLM.from_pretrained("checkpoint")
finder = AutoModelForQuestionAnswering.from_pretrained("checkpoint")
for model in [sorter, marker, filler]:
    print(type(model).__name__, tuple(model(**batch).logits.shape))
span = finder(**batch)
shapes = tuple(span.start_logits.shape), tuple(span.end_logits.shape)
print(type(finder).__name__, *shapes)

# %% new-weights
import torch

sorter, info = AutoModelForSequenceClassification.from_pretrained(
    "checkpoint",
    num_labels=3,
    output_loading_info=True,
)
print("missing:", sorted(info["missing_keys"]))
unexpected = sorted(info["unexpected_keys"])
print("unexpected:", len(unexpected), "such as", unexpected[0])
old = base.embeddings.word_embeddings.weight
new = sorter.bert.embeddings.word_embeddings.weight
print("same base:", torch.equal(new, old))

# %% outputs
print(sorter.classifier)
sorter.save_pretrained("three")
loaded = AutoModelForSequenceClassification.from_pretrained("three")
print(loaded.num_labels)
try:
    AutoModelForSequenceClassification.from_pretrained("three", num_labels=5)
except RuntimeError as error:
    print(error)
wider = AutoModelForSequenceClassification.from_pretrained(
    "three",
    num_labels=5,
    ignore_mismatched_sizes=True,
)
print(wider.classifier)

# %% names
names = ["delay", "praise", "ticket"]
sorter = AutoModelForSequenceClassification.from_pretrained(
    "checkpoint",
    id2label=dict(enumerate(names)),
    label2id={name: number for number, name in enumerate(names)},
)
print(sorter.num_labels, sorter.config.id2label)
for number in sorter(**batch).logits.argmax(dim=-1).tolist():
    print(number, sorter.config.id2label[number])


# %% labels
def first_loss(num_labels, labels):
    model = AutoModelForSequenceClassification.from_pretrained(
        "checkpoint",
        num_labels=num_labels,
    )
    loss = model(**batch, labels=labels).loss
    print(model.config.problem_type, f"{loss.item():.1f}")


first_loss(3, torch.tensor([0, 1]))
first_loss(3, torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]))
first_loss(1, torch.tensor([4.0, 1.5]))
