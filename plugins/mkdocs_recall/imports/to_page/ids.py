"""The ids of imported questions: those that the file has, else slugs of what is asked, the same at each import."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape

from ...kinds import Item
from ...model.identity import ID, LONGEST_ID, option_id, suggest_id
from ...model.text import Text
from ...site.bank import Entry
from ...syntax.header import words_for_id
from ..question import ImportedQuestion

Refuse = Callable[[int, str], None]


class Ids:
    """Names questions, with what is on the page in mind."""

    def __init__(self, old: Mapping[str, Entry], taken: Mapping[str, str], prefix: str) -> None:
        self.old = old
        self.taken = taken
        self.prefix = prefix
        self.given: dict[str, int] = {}
        """The line in the file of each question that has an id."""

    def find(self, questions: Sequence[ImportedQuestion], refuse: Refuse) -> Iterator[tuple[ImportedQuestion, str]]:
        """Return each question that can have an id, with it.

        First those that have one in the file, then those that are on the page, then those that ask what an item there
        asks, then all others.
        """
        found: dict[int, str] = {}
        for at, question in enumerate(questions):
            if question.id and (id := self._own(question, refuse)):
                found[at] = id
        bases = {at: self._base(question) for at, question in enumerate(questions) if not question.id}
        twins: dict[str, int] = {}
        for at, base in list(bases.items()):
            line = questions[at].line
            if (first := twins.setdefault(f"{base} {_digest(questions[at])}", at)) != at:
                refuse(line, f"it is the same question as the one in line {questions[first].line}.")
                del bases[at]
        for at, base in bases.items():
            strong = _numbered(base, _digest(questions[at]))
            if self._is_known(strong, base):
                found[at] = self._give(strong, questions[at])
        asked = self._asked()
        for at, base in bases.items():
            same = asked.get(_stem(questions[at].stem), ()) if at not in found else ()
            if known := next((id for id in same if self._is_known(id, base)), ""):
                found[at] = self._give(known, questions[at])
        for at, base in bases.items():
            if at not in found and (id := self._new(base, questions[at], refuse)):
                found[at] = self._give(id, questions[at])
        yield from ((questions[at], found[at]) for at in sorted(found))

    def _own(self, question: ImportedQuestion, refuse: Refuse) -> str:
        slug = question.id if ID.fullmatch(question.id) else suggest_id(question.id, kind=question.kind, words=12)
        id = slug if slug.startswith(self.prefix) else f"{self.prefix}{slug}"[:LONGEST_ID]
        if id in self.given:
            refuse(question.line, f"its id `{id}` is that of the question in line {self.given[id]} too.")
        elif id in self.taken:
            refuse(question.line, f"its id `{id}` is used in {self.taken[id]}. Import it there, or set --prefix.")
        else:
            return self._give(id, question)
        return ""

    def _give(self, id: str, question: ImportedQuestion) -> str:
        self.given[id] = question.line
        return id

    def _base(self, question: ImportedQuestion) -> str:
        text = unescape(re.sub(r"<[^<>]{0,200}>|\\", " ", question.stem))
        first = words_for_id(question.kind, Text(0, tuple(text.split("\n"))), {})
        return f"{self.prefix}{suggest_id(first, kind=question.kind)}"[: LONGEST_ID - 10].rstrip("-")

    def _asked(self) -> Mapping[str, list[str]]:
        """The ids of items on the page, by what they ask."""
        found = defaultdict(list)
        for id, entry in self.old.items():
            if isinstance(entry.block, Item):
                found[option_id(entry.block.stem)].append(id)
        return found

    def _is_known(self, id: str, base: str) -> bool:
        """Whether an id is that of an item on the page that no other question has, made as `base` is."""
        return id in self.old and id not in self.given and (id == base or id.startswith(f"{base}-"))

    def _new(self, base: str, question: ImportedQuestion, refuse: Refuse) -> str:
        """An id for a question that the page does not ask: that of an item whose wording has changed, or a free one."""
        strong = _numbered(base, _digest(question))
        for id in (base, strong):
            if id not in self.given and id not in self.taken:
                entry = self.old.get(id)
                if entry is None or _is_like(entry, question):
                    return id
        where = self.taken.get(strong, "the page")
        refuse(question.line, f"its id `{strong}` is used in {where}. Set --prefix.")
        return ""


def _stem(markdown: str) -> str:
    return option_id(Text(0, tuple(markdown.split("\n"))))


def _is_like(entry: Entry, question: ImportedQuestion) -> bool:
    """Whether an item of the page may be a former wording of a question: half of the words are the same."""
    if not isinstance(entry.block, Item) or entry.block.kind != question.kind:
        return False
    old, new = (set(re.findall(r"\w+", text.lower())) for text in (entry.block.stem.source, question.stem))
    return len(old & new) * 2 >= max(len(old), len(new))


def _digest(question: ImportedQuestion) -> str:
    """A few letters that are the same as long as question and answers are."""
    texts = [question.kind, question.stem, *(answer.text for answer in question.answers), *question.pieces]
    texts += [answer.text for group in question.blanks for answer in group]
    texts += [f"{pair.left} {pair.right}" for pair in question.pairs]
    return hashlib.sha256("\n".join(" ".join(text.split()) for text in texts).encode()).hexdigest()[:6]


def _numbered(base: str, ending: str) -> str:
    return f"{base}-{ending}"
