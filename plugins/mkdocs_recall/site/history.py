"""A site as it was at another commit, and what has changed since."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from ..kinds import Item
from ..model.problems import Problem
from .bank import PageItems
from .reader import Site, read_site
from .settings import Settings, find_file, read_settings

_ALIKE = 0.6
"""From what similarity of their texts on two items count as one that was renamed (0 to 1, see `difflib`)."""


class PastError(Exception):
    """A commit that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An item and where it stands."""

    item: Item
    page: PageItems

    @property
    def place(self) -> tuple[str, int]:
        """File and line of its header."""
        return self.page.page.place(self.item.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What happened to the items of a site between two commits."""

    added: tuple[Found, ...]
    changed: tuple[tuple[Found, Found], ...]
    """Each before and after."""
    removed: tuple[Found, ...]


@contextmanager
def site_at(settings: Settings, ref: str) -> Iterator[Site]:
    """The site at a commit, unpacked into a folder of its own for as long as it is needed."""
    top = Path(_git(settings.root, "rev-parse", "--show-toplevel").decode().strip())
    commit = _git(settings.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", name=ref)
    archive = _git(top, "archive", "--format=tar", commit.decode().strip(), name=ref)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        root = Path(folder).resolve() / settings.root.resolve().relative_to(top.resolve())
        root.mkdir(parents=True, exist_ok=True)
        file = root / settings.file.name if settings.file else None
        old = file if file and file.is_file() else find_file(root)
        inside = old is not None and root in (old.parent, *old.parents)
        before = read_settings(old) if old and inside else replace(settings, root=root, docs=root / "docs")
        yield read_site(before)


def _git(folder: Path, *words: str, name: str = "") -> bytes:
    try:
        return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True).stdout
    except FileNotFoundError:
        raise PastError("git is not installed.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise PastError(f"there is no commit `{name}` here." if name and not said else said or "git failed.") from None


def items_of(site: Site) -> dict[str, Found]:
    """The items of a site by their ids."""
    return {item.id: Found(item=item, page=page) for page in site.pages for item in page.items()}


def compare(before: Site, after: Site) -> Changes:
    """Which items were added, changed and removed; an item that moved is none of these."""
    old, new = items_of(before), items_of(after)
    for former, found in _renames(old, new):
        old[found.item.id] = old.pop(former)
    both = [(old[id], found) for id, found in new.items() if id in old]
    return Changes(
        added=tuple(found for id, found in new.items() if id not in old),
        changed=tuple(pair for pair in both if source(pair[0]) != source(pair[1])),
        removed=tuple(found for id, found in old.items() if id not in new),
    )


def _renames(old: Mapping[str, Found], new: Mapping[str, Found]) -> list[tuple[str, Found]]:
    """Items whose header names an id that has vanished."""
    return [(aka, found) for found in new.values() for aka in found.item.aka if aka in old and aka not in new]


def source(found: Found) -> str:
    """The Markdown of an item, from its header to its closing fence, without what stands before it on each line."""
    lines, start = found.page.page.lines, found.item.start
    region = next(
        each.region for entry in found.page.entries for each in (entry, *entry.children) if each.region.start == start
    )
    text = [line.removeprefix(region.prefix) for line in lines[region.start : region.end + 1]]
    return "\n".join(line.rstrip() for line in text)


def find_vanished(before: Site, after: Site) -> Iterator[Problem]:
    """Items that look like one whose id has vanished: without `aka` readers would lose what they answered."""
    changes = compare(before, after)
    waiting = list(changes.removed)
    for found in changes.added:
        near = _nearest(found, [each for each in waiting if each.item.kind == found.item.kind])
        if near is None:
            continue
        waiting.remove(near)
        path, line = found.place
        yield Problem(
            path=path,
            line=line,
            severity="warning",
            rule="renamed-id",
            kind=found.item.kind,
            id=found.item.id,
            what=f"the id `{near.item.id}` is gone, and this item is nearly the same as the one that had it.",
            remedy=f"If it is the same question, add `aka={near.item.id}` to the header to keep readers' progress.",
        )


def _nearest(found: Found, others: Sequence[Found]) -> Found | None:
    best, score = None, _ALIKE
    text = _words(found.item)
    for other in others:
        matcher = SequenceMatcher(None, _words(other.item), text, autojunk=False)
        if matcher.real_quick_ratio() >= score and matcher.quick_ratio() >= score and matcher.ratio() >= score:
            best, score = other, matcher.ratio()
    return best


def _words(item: Item) -> list[str]:
    """The words of the stem and of the list to choose or tick from; where there is none, those of all parts."""
    listed = [entry.text for piece in item.body() for entry in piece.entries]
    texts = [item.stem, *(listed or [part.text for part in item.parts])]
    return " ".join(text.source for text in texts).split()
