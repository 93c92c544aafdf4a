"""What pages claim about scripts: each question with `run=FILE`, and each code fence with `{run=FILE}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import dedent

from ..kinds import Item
from ..model.page import Page
from ..model.text import Text
from ..site.bank import PageItems
from ..syntax.code_fences import find_fences, map_fences
from ..syntax.patterns import CODE_FENCE_LINE
from ..syntax.settings.run_setting import RUN_SETTING
from .scripts import language_of

_LANGUAGE = re.compile(r"\s*(?:\{\s*\.)?\.?([\w+#-]+)")
_OUTPUT = re.compile(r"""\btitle=(["'])output\1""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fence:
    """A code fence."""

    line: int
    """Index of its first line in the page or the text that it was found in."""
    end: int
    """Index of its last line."""
    info: str
    """The text after its first backticks."""
    code: str

    @property
    def language(self) -> str:
        """The common name of its language, or empty."""
        found = _LANGUAGE.match(self.info)
        return language_of(found[1]) if found else ""

    @property
    def is_output(self) -> bool:
        """Whether its title is Output."""
        return bool(_OUTPUT.search(self.info))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """That a script contains some code and prints some text."""

    path: str
    line: int
    """The line to name in a report, from 1."""
    kind: str = ""
    id: str = ""
    """Kind and id of the item; empty for a fence."""
    script: str
    """The script's path from the folder of the configuration file."""
    shown: Sequence[Fence] = ()
    """The code that is shown of it."""
    output: str | None = None
    """What the fence called Output says, None without one."""
    right: Sequence[Text] = ()
    """Texts of which one states the output, where no fence does."""
    wrong: Sequence[Text] = ()
    """Texts that must not state it."""
    states: Callable[[str], bool | None] = lambda printed: None
    """Whether an output is right, or None where that is for these texts to say."""


def item_claims(page: PageItems) -> Iterator[Claim]:
    """Return the claims of a page's items, also of those with a problem: one run reports everything."""
    for each in page.all_entries():
        if isinstance(each.block, Item) and each.block.settings.get("run"):
            yield _item_claim(page.page, each.block)


def _item_claim(page: Page, item: Item) -> Claim:
    script = item.settings["run"]
    language = language_of(script[script.rfind(".") :])
    fences = [fence for text in item.shown_code() for fence in fences_of(text.lines)]
    output = [fence.code for fence in fences if fence.is_output]
    path, line = page.place(item.start)
    return Claim(
        path=path,
        line=line,
        kind=item.kind,
        id=item.id,
        script=script,
        shown=[fence for fence in fences if fence.language == language and not fence.is_output],
        output="\n".join(output) if output else None,
        right=item.stated_results(),
        wrong=item.wrong_texts(),
        states=item.states,
    )


def fence_claims(path: str, lines: Sequence[str]) -> Iterator[Claim]:
    """Return the claims of a page's code fences; `lines` are those of its file."""
    fences = list(fences_of(lines, map_fences(lines).fenced))
    for number, fence in enumerate(fences):
        if found := RUN_SETTING.search(fence.info):
            yield Claim(
                path=path,
                line=fence.line + 1,
                script=found["file"],
                shown=[fence],
                output=_output_below(lines, fence, fences[number + 1 : number + 2]),
            )


def _output_below(lines: Sequence[str], fence: Fence, following: Sequence[Fence]) -> str | None:
    """Return what the next fence says, if it is called Output and nothing but blank lines are between."""
    for after in following:
        if after.is_output and not any(map(str.strip, lines[fence.end + 1 : after.line])):
            return after.code
    return None


def fences_of(lines: Sequence[str], fenced: Sequence[int] | None = None) -> Iterator[Fence]:
    """Return the code fences of some lines; `fenced` is 1 for each line of one, if that is known."""
    for start, end in find_fences(lines, map_fences(lines).fenced if fenced is None else fenced):
        if opening := CODE_FENCE_LINE.match(lines[start]):
            code = [line.removeprefix(opening["prefix"].rstrip()) for line in lines[start + 1 : end]]
            yield Fence(start, end, opening["info"], dedent("\n".join(code)))
