"""Write the questions that share a template: `python tests/course/templates.py`.

A template is a formula. It gives the key, and a wrong number for each misconception it names, so each reason is written
once. What comes out is ordinary Markdown at the end of a question bank, and a script for `recall verify`. People review
and commit both; a build generates nothing. To add a question, add a line to `ITEMS`. Its numbers must make all options
differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

MARK = "# %% as shown\n"

TRAINER = """\
from transformers import BertConfig, BertForSequenceClassification, ProgressCallback, Trainer, TrainingArguments

# Its last line holds times, which change from run to run.
ProgressCallback.on_log = lambda *args, **kwargs: None
config = BertConfig(vocab_size=8, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
model = BertForSequenceClassification(config)
train_set = [{{"input_ids": [2, 5 + n % 2, 3], "labels": n % 2}} for n in range({rows})]
"""
TOKENIZER = """\
from transformers import BertTokenizer

words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bell"]
tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(words)})
"""
STOP_EARLY = """\
def stop_early(losses, patience):
    best, bad = 1, 0
    for epoch in range(2, len(losses) + 1):
        if losses[epoch - 1] < losses[best - 1]:
            best, bad = epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return {"stopped": epoch, "best": best}
"""


@dataclass(frozen=True, kw_only=True)
class Made:
    """A question as a template makes it."""

    stem: str
    code: str
    above: str
    """The part of the script above the code that is shown."""
    key: tuple[str, str]
    """The right option and its reason."""
    wrong: Sequence[tuple[str, str]]
    """The other options, each with the misconception that leads to it."""
    steps: Sequence[str]
    place: int | None = None
    """Where the key is put; None sorts numbers by size."""

    def options(self) -> list[tuple[str, str]]:
        every = [self.key, *self.wrong]
        if len({text for text, _ in every}) < len(every):
            raise ValueError(f"Two misconceptions lead to the same option: {[text for text, _ in every]}")
        if self.place is None:
            return sorted(every, key=lambda option: float(option[0]))
        return [*self.wrong[: self.place], self.key, *self.wrong[self.place :]]


@dataclass(frozen=True, kw_only=True)
class Item:
    """Where a question goes, and what makes it."""

    id: str
    level: str
    topic: str
    objective: str
    section: str
    make: Callable[[], Made]

    @property
    def bank(self) -> Path:
        return ROOT / "docs" / "topics" / f"{self.topic}-test.md"

    @property
    def script(self) -> Path:
        return ROOT / "tests" / "course" / "from-templates" / f"{self.id}.py"

    def markdown(self) -> str:
        made = self.make()
        fixed = " order=fixed" if made.place is None else ""
        run = self.script.relative_to(ROOT).as_posix()
        header = f"/// mcq | {self.id} {self.level} objective={self.objective}{fixed} run={run}"
        rows = [f"- [{'x' if each == made.key else ' '}] `{each[0]}`\n  > {each[1]}" for each in made.options()]
        parts = [f"{header} taught={self.topic}.md#{self.section}", made.stem, f"```python\n{made.code}\n```"]
        parts.append("\n".join(rows))
        if self.level != "easy":
            parts.append("**Solution:**")
            parts.append("\n".join(f"{number}. {step}" for number, step in enumerate(made.steps, 1)))
        return "\n\n".join([*parts, "///"]) + "\n"

    def code(self) -> str:
        made = self.make()
        return f"{made.above}\n{MARK}{made.code}\n"


def count_steps(rows: int, batch: int, epochs: int, group: int = 1, *, drop: bool = False) -> Made:
    """Steps of a run: batches of an epoch, in groups, times epochs."""
    batches = rows // batch if drop else ceil(rows / batch)
    updates = ceil(batches / group)
    lines = [f"per_device_train_batch_size={batch}", f"num_train_epochs={epochs}"]
    lines += [f"gradient_accumulation_steps={group}"] if group > 1 else []
    lines += ["dataloader_drop_last=True"] if drop else []
    arguments = "".join(f"    {line},\n" for line in ['output_dir="out"', *lines])
    code = f"args = TrainingArguments(\n{arguments})\n"
    code += "trainer = Trainer(model=model, args=args, train_dataset=train_set)\ntrainer.train()\n"
    code += "print(trainer.state.global_step)"
    one = (str(updates), f"These are the steps of one epoch. The run has {_word(epochs)}.")
    rest = "full batches" if drop else "batches, the last one smaller" if rows % batch else "batches"
    cut = f"{rows} / {batch} makes {_word(batches)} {rest}"
    wrong: list[tuple[str, str]]
    if group == 1:
        flat, left = ceil(rows * epochs / batch), rows // batch
        reason = f"{cut}. {epochs} × {batches} = {updates * epochs}."
        wrong = [
            one,
            (str(left * epochs), f"This leaves out the last {_word(rows % batch)} rows. They make a smaller batch."),
        ]
        wrong.append(
            (str(flat), f"This is {epochs * rows} / {batch}, rounded up. Batches don't reach into the next epoch.")
        )
    else:
        reason = (
            f"{cut}. In groups of {_word(group)} they take {_word(updates)} updates per epoch: {epochs} × {updates}."
        )
        every = (
            str(batches * epochs),
            f"This counts batches. With accumulation, {_word(group)} of them share an update.",
        )
        if drop:
            kept = ceil(ceil(rows / batch) / group)
            what = "This is the run without `dataloader_drop_last`: "
            what += f"{_word(batches + 1)} batches and {_word(kept)} updates per epoch."
            wrong = [one, (str(kept * epochs), what), every]
        else:
            flat, left = ceil(batches * epochs / group), batches // group
            what = f"This leaves out the last {_word(batches % group)} batches of each epoch. They get an update too."
            wrong = [(str(left * epochs), what), every]
            what = f"This is {batches * epochs} batches / {group}, rounded up. Groups don't continue in the next epoch."
            wrong.append((str(flat), what))
    steps = [f"**Count the batches of an epoch.** {cut}."]
    steps += [f"**Group them.** {batches} / {group} takes {_word(updates)} updates."] if group > 1 else []
    steps.append(f"**Multiply.** {epochs} × {updates} = {epochs * updates}.")
    stem = f"`train_set` has {rows} rows, and there is one device. What does this print?"
    key = str(updates * epochs), reason
    return Made(stem=stem, code=code, above=TRAINER.format(rows=rows), key=key, wrong=wrong, steps=steps)


def count_padding(counts: Sequence[int], mode: str, limit: int = 0) -> Made:
    """Places of padding in a batch; `mode` is `longest`, `limit`, or `cut` for the longest after truncation."""
    tokens = [count + 2 for count in counts]
    rows = [min(token, limit) for token in tokens] if mode == "cut" else tokens
    width = limit if mode == "limit" else max(rows)
    zeros = [width - row for row in rows]
    settings = {"longest": "padding=True", "limit": f'padding="max_length", max_length={limit}'}
    settings["cut"] = f"padding=True, truncation=True, max_length={limit}"
    code = f'messages = ["bell " * count for count in {list(counts)}]\nbatch = tokenizer(messages, {settings[mode]})\n'
    code += 'print(sum(row.count(0) for row in batch["attention_mask"]))'
    total, listed = sum(zeros), " + ".join(map(str, zeros))
    ones = (str(sum(rows)), "This counts the tokens. They have a 1 in the mask, and padding has a 0.")
    if mode == "longest":
        words = f"This counts the words of the {_word(len(counts))} messages. Padding is what is added to them."
        every = f"These are all places of the batch, {_word(len(counts))} rows of {width}. Most of them hold tokens."
        wrong = [ones, (str(sum(counts)), words), (str(width * len(counts)), every)]
    elif mode == "limit":
        longest = sum(max(rows) - row for row in rows)
        bare = sum(limit - count for count in counts)
        wrong = [
            ones,
            (str(longest), f"This fills up to the longest message, as `padding=True` does, and not to {limit}."),
        ]
        wrong.append((str(bare), "This counts the words only. `[CLS]` and `[SEP]` take a place in each row too."))
    else:
        whole = sum(max(tokens) - token for token in tokens)
        loose = [min(count, limit) + 2 for count in counts]
        outside = sum(max(loose) - row for row in loose)
        wrong = [
            ones,
            (str(whole), f"This fills up to {max(tokens)} tokens. But the longest message is cut to {limit} first."),
        ]
        what = f"This takes {limit} for the number of words. `max_length` counts `[CLS]` and `[SEP]` as well."
        wrong.append((str(outside), what))
    steps = [f"**Count the tokens.** With `[CLS]` and `[SEP]`: {_list(tokens)}."]
    steps += [f"**Cut.** At most {limit} tokens stay: {_list(rows)}."] if mode == "cut" else []
    goal = "`max_length`" if mode == "limit" else "the longest row"
    steps.append(f"**Fill up.** {goal[:1].upper()}{goal[1:]} has {width} places, so {listed} = {total} are padding.")
    reason = f"Each row gets {width} places, for {_list(rows)} tokens: {listed}."
    stem = 'In this BERT tokenizer "bell" is one token. What does this print?'
    return Made(stem=stem, code=code, above=TOKENIZER, key=(str(total), reason), wrong=wrong, steps=steps)


def read_counts(tp: int, fn: int, fp: int, tn: int, metric: str) -> Made:
    """A metric of a confusion matrix; `metric` is `recall`, `precision` or `macro`."""
    recall, precision, f1 = tp / (tp + fn), tp / (tp + fp), 2 * tp / (2 * tp + fp + fn)
    other = 2 * tn / (2 * tn + fp + fn)
    found = f"{tp} of the {tp + fn} positives were marked"
    marks = f"{tp} of the {tp + fp} marked examples are positive"
    told = {
        "recall": (recall, f"This is the recall: {found}."),
        "precision": (precision, f"This is the precision: {marks}."),
        "f1": (f1, f"This is the F1 of class 1: {2 * tp} / ({2 * tp} + {fp} + {fn})."),
        "accuracy": (
            (tp + tn) / (tp + fn + fp + tn),
            f"This is the accuracy: {tp + tn} of {tp + fn + fp + tn} are right.",
        ),
        "macro": (
            (f1 + other) / 2,
            f"The F1 of class 1 is {f1:.2f}, that of class 0 is {other:.2f}. This is their mean.",
        ),
    }
    lists = f"labels = [1] * {tp + fn} + [0] * {fp + tn}\n"
    lists += f"predictions = [1] * {tp} + [0] * {fn} + [1] * {fp} + [0] * {tn}\n"
    shown = {
        "recall": ("recall_score", 'print(f"{recall_score(labels, predictions):.2f}")'),
        "precision": (
            "confusion_matrix",
            'matrix = confusion_matrix(labels, predictions)\nprint(f"{matrix[1, 1] / matrix[:, 1].sum():.2f}")',
        ),
        "macro": ("f1_score", "print(f\"{f1_score(labels, predictions, average='macro'):.2f}\")"),
    }
    steps = [f"**Count.** TP = {tp}, FN = {fn}, FP = {fp}, TN = {tn}."]
    if metric == "macro":
        steps.append(f"**Compute F1 for class 1.** {2 * tp} / ({2 * tp} + {fp} + {fn}) = {f1:.2f}.")
        steps.append(
            f"**Compute F1 for class 0.** Its true positives are TN: {2 * tn} / ({2 * tn} + {fn} + {fp}) = {other:.2f}."
        )
        steps.append(f"**Take the mean.** Both classes count equally: {told['macro'][0]:.2f}.")
    else:
        steps.append("**Read the code.** `matrix[1, 1]` is TP, and `matrix[:, 1]` is the column of what was marked.")
        steps.append(f"**Divide.** {tp} / ({tp} + {fp}) = {precision:.2f}, the precision.")
    keyed = {
        "recall": f"Recall: {found}.",
        "precision": f"The column of class 1 holds what was marked, and {marks}.",
        "macro": told["macro"][1].replace("This is their mean", "Macro takes their mean"),
    }
    others = ["recall", "precision", "f1", "accuracy"]
    others.remove("recall" if metric == "macro" else metric)
    wrong = [(f"{told[name][0]:.2f}", told[name][1]) for name in others]
    name, call = shown[metric]
    above, key = f"from sklearn.metrics import {name}\n", (f"{told[metric][0]:.2f}", keyed[metric])
    return Made(stem="What does this print?", code=lists + call, above=above, key=key, wrong=wrong, steps=steps)


def stop(losses: Sequence[float], patience: int) -> tuple[int, int, list[int]]:
    """The epoch of the stop, the best epoch, and the counter after each epoch."""
    best, bad, counter = 1, 0, [0]
    for epoch in range(2, len(losses) + 1):
        best, bad = (epoch, 0) if losses[epoch - 1] < losses[best - 1] else (best, bad + 1)
        counter.append(bad)
        if bad == patience:
            break
    return len(counter), best, counter


LESSON = """\
`stop_early` is the function of the lesson: it stops after `patience` evaluations in a row without a new lowest loss.
What does this print?"""


def wait(losses: Sequence[float], patience: int, place: int) -> Made:
    """Where early stopping ends, against a counter that never goes back and a look into the future."""
    stopped, best, counter = stop(losses, patience)
    bad = [epoch for epoch in range(2, len(losses) + 1) if losses[epoch - 1] >= min(losses[: epoch - 1])]
    lowest = losses.index(min(losses)) + 1
    early = bad[patience - 1]
    until = losses[:early].index(min(losses[:early])) + 1
    code = f"losses = {_losses(losses)}\nprint(stop_early(losses, patience={patience}))"
    what = (
        f"This adds up bad epochs, {_list(bad[:patience])}. A new lowest loss in between sets the counter back to zero."
    )
    wrong = [(_end(early, until), what)]
    what = (
        f"Epoch {best} is the best one. But that only shows when {_word(patience)} evaluations in a row were no better."
    )
    wrong.append((_end(best, best), what))
    patient = next(more for more in range(patience, len(losses) + 1) if stop(losses, more)[1] == lowest)
    ended = stop(losses, patient)[0]
    low = f"{losses[lowest - 1]:.2f}"
    what = f"A patience of {patient} gives this: {low} is the lowest loss. With {patience}, the run stops before it."
    wrong.append((_end(ended, lowest), what))
    key = _end(stopped, best), f"The counter is {_list(counter)}. It gets to {patience} in epoch {stopped}."
    steps = [f"**Count.** After each epoch the counter is {_list(counter)}: zero at a new lowest loss, else one more."]
    steps.append(f"**Find the stop.** It gets to {patience} after epoch {stopped}, so later losses don't count.")
    steps.append(f"**Find the best.** The lowest loss until then is {losses[best - 1]:.2f}, in epoch {best}.")
    return Made(stem=LESSON, code=code, above=STOP_EARLY, key=key, wrong=wrong, steps=steps, place=place)


def wait_longer(losses: Sequence[float], short: int, long: int, place: int) -> Made:
    """The best epochs of two runs that differ in their patience."""
    (first, one, _), (second, two, _) = stop(losses, short), stop(losses, long)
    code = f"losses = {_losses(losses)}\n"
    code += f'print([stop_early(losses, patience)["best"] for patience in ({short}, {long})])'
    what = f"With patience {long} the run also goes on after epoch {first}, and finds something better."
    wrong = [(f"[{one}, {one}]", what)]
    what = f"Epoch {two} is better. But with patience {short} the run has stopped after epoch {first}."
    wrong.append((f"[{two}, {two}]", what))
    wrong.append(
        (f"[{first}, {second}]", "These are the epochs in which the two runs stop. The code prints the best ones.")
    )
    key = (
        f"[{one}, {two}]",
        f"The first run stops after epoch {first}, before it reaches epoch {two}. The second one gets there.",
    )
    steps = [f"**Run with patience {short}.** It stops after epoch {first}, and the lowest loss was in epoch {one}."]
    steps.append(f"**Run with patience {long}.** It finds a lower loss in epoch {two}, and stops after epoch {second}.")
    steps.append(f"**Read what is printed.** The best epochs: {one} and {two}.")
    return Made(stem=LESSON, code=code, above=STOP_EARLY, key=key, wrong=wrong, steps=steps, place=place)


def _word(number: int) -> str:
    """A number as the course writes it in a sentence."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[number] if number < len(words) else str(number)


def _list(numbers: Sequence[int]) -> str:
    return f"{', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _losses(losses: Sequence[float]) -> str:
    return f"[{', '.join(f'{loss:.2f}' for loss in losses)}]"


def _end(stopped: int, best: int) -> str:
    return str({"stopped": stopped, "best": best})


def _item(id: str, level: str, topic: str, objective: str, section: str, make: Callable[[], Made]) -> Item:
    return Item(id=id, level=level, topic=topic, objective=objective, section=section, make=make)


STEPS = ("trainer", "trainer-steps", "count-the-steps-first")
BATCH = ("tokenizers", "batch", "rows-of-one-length")
PATIENCE = ("overfitting", "patience", "early-stopping-by-hand")
SHARES = ("metrics", "precision-and-recall", "two-questions-two-numbers")
MEANS = ("metrics", "averages", "more-than-two-classes")

ITEMS = (
    _item("trt-steps-of-run", "easy", *STEPS, lambda: count_steps(90, 16, 4)),
    _item("trt-steps-in-groups", "medium", *STEPS, lambda: count_steps(120, 10, 2, 5)),
    _item("trt-steps-without-rest", "hard", *STEPS, lambda: count_steps(100, 8, 3, 4, drop=True)),
    _item("tokt-zeros-to-longest", "easy", *BATCH, lambda: count_padding([3, 1, 6], "longest")),
    _item("tokt-zeros-to-limit", "medium", *BATCH, lambda: count_padding([2, 5, 7], "limit", 12)),
    _item("tokt-zeros-after-cut", "hard", *BATCH, lambda: count_padding([3, 9, 5], "cut", 8)),
    _item("mett-counts-to-recall", "easy", *SHARES, lambda: read_counts(9, 3, 6, 22, "recall")),
    _item("mett-counts-to-share", "medium", *SHARES, lambda: read_counts(8, 4, 2, 26, "precision")),
    _item("mett-counts-to-macro", "hard", *MEANS, lambda: read_counts(6, 4, 2, 28, "macro")),
    _item("oft-counter-back", "medium", *PATIENCE, lambda: wait([0.80, 0.62, 0.65, 0.60, 0.63, 0.64, 0.55], 2, 2)),
    _item(
        "oft-two-waits", "hard", *PATIENCE, lambda: wait_longer([0.9, 0.7, 0.75, 0.72, 0.66, 0.68, 0.69, 0.71], 2, 3, 1)
    ),
)


def put(bank: str, item: Item) -> str:
    """Return the text of a question bank with an item in its place, or else as its last one."""
    found = re.search(rf"^/// mcq \| {item.id} .*?^///\n", bank, re.MULTILINE | re.DOTALL)
    if found:
        return bank[: found.start()] + item.markdown() + bank[found.end() :]
    above, fence, below = bank.rpartition("\n////\n")
    return f"{above}\n{item.markdown()}{fence}{below}"


if __name__ == "__main__":
    for each in ITEMS:
        each.bank.write_text(put(each.bank.read_text(encoding="utf-8"), each), encoding="utf-8")
        each.script.write_text(each.code(), encoding="utf-8")
        print(each.id)
