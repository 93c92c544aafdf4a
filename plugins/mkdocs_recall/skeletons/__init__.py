"""Complete examples of each kind to start from: `recall new`.

The files beside this one are examples about leap years. Their ids begin with `leap-years`. The requested id replaces
that, as the requested title and the levels of the site replace theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from ..kinds import ITEMS, SETS
from ..model.identity import LONGEST_ID, suggest_id, why_not
from ..model.vocabulary import DEFAULT_LEVELS
from ..syntax.header import Header, read_header
from ..syntax.patterns import SLASHES
from ..syntax.writer import write_header

BLOCKS = (*ITEMS, *SETS)
"""Kinds of blocks there is an example of."""

EXAMPLE_ID, EXAMPLE_TITLE = "leap-years", "Leap years"
"""What the examples have where a block has its own id and title."""

_LONGEST = LONGEST_ID - 60
"""Of an id made from a title, so that there is room for what the ids of its parts add."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    id: str
    title: str
    levels: Sequence[Sequence[str]]
    learn: str = ""
    """The page that a test's questions are about."""


def skeleton(
    kind: str,
    id: str = "",
    *,
    title: str = "",
    levels: Sequence[Sequence[str]] = DEFAULT_LEVELS,
    taken: Collection[str] = (),
) -> str:
    """An example of a kind of block, one of `BLOCKS`, that can be shown as it is.

    The id is made from the title where none is given. `taken` holds the ids of the site; a `ValueError` says that the
    id is malformed or used.
    """
    return _free(id, title, levels, taken, lambda wish: {"": _write(kind, wish)})[""]


def topic(
    id: str = "",
    *,
    title: str = "",
    levels: Sequence[Sequence[str]] = DEFAULT_LEVELS,
    taken: Collection[str] = (),
) -> dict[str, str]:
    """An example of a whole topic: its page and the page of its test, by the names of their files.

    The arguments are those of `skeleton`.
    """
    return _free(id, title, levels, taken, _topic)


def _topic(wish: _Wish) -> dict[str, str]:
    page = _write("topic", wish)
    for kind in ("explain", "practice"):
        block = _write(kind, replace(wish, id=f"{wish.id}-{kind}", title="Practice"))
        page = page.replace(f"${kind}\n", block)
    test = _write("test", replace(wish, id=f"{wish.id}-test", learn=f"{wish.id}.md"))
    intro = "8 questions from easy to hard, drawn from 10: answer what you can, and read every solution at the end."
    return {f"{wish.id}.md": page, f"{wish.id}-test.md": f"# Test: {wish.title}\n\n{intro}\n\n{test}"}


def _free(
    id: str,
    title: str,
    levels: Sequence[Sequence[str]],
    taken: Collection[str],
    make: Callable[[_Wish], dict[str, str]],
) -> dict[str, str]:
    """What is made with the id, or with the first of `id-2`, `id-3` and so on where one of its ids is taken."""
    if wrong := why_not(id, each="The id", several="ids") if id else "":
        raise ValueError(wrong)
    title = " ".join(title.split()) or EXAMPLE_TITLE
    wanted = id or suggest_id(title, kind="item")[:_LONGEST]
    number = 1
    while True:
        wish = _Wish(id=wanted if number == 1 else f"{wanted}-{number}", title=title, levels=levels)
        made = make(wish)
        headers = (_header(line, levels) for text in made.values() for line in text.split("\n"))
        used = {header.id for _, header in filter(None, headers)}
        if wrong := why_not(max(used, key=len), each="The id", several="ids"):
            raise ValueError(wrong)
        if not used & set(taken):
            return made
        if id:
            raise ValueError(f"The id `{min(used & set(taken))}` is already used.")
        number += 1


def _write(name: str, wish: _Wish) -> str:
    """An example with the id, the title and the levels that are asked for."""
    text = files(__package__).joinpath(f"{name}.md").read_text("utf-8")
    lines = (_rename(line, wish) for line in text.replace(f"# {EXAMPLE_TITLE}\n", f"# {wish.title}\n").split("\n"))
    return "\n".join(lines)


def _rename(line: str, wish: _Wish) -> str:
    line = line.replace(EXAMPLE_ID, wish.id)
    found = _header(line, DEFAULT_LEVELS)
    if not found:
        return line
    kind, header = found
    if header.level:
        names = next(names for names in DEFAULT_LEVELS if header.level in names)
        own = wish.levels[DEFAULT_LEVELS.index(names)]
        header.level = own[0] if header.level == names[0] else own[-1]
    if header.settings.get("title") == EXAMPLE_TITLE:
        header.settings["title"] = wish.title.replace('"', "'")
    if kind == "test" and wish.learn:
        header.settings["learn"] = wish.learn
    return write_header(kind, header.id, header.level, header.settings)


def _header(line: str, levels: Sequence[Sequence[str]]) -> tuple[str, Header] | None:
    """The kind that a line names with its slashes, and what else this header says."""
    found = SLASHES.fullmatch(line)
    if not found or not found["name"]:
        return None
    return found["name"], read_header(f"{found['name']}{found['rest']}", levels)
