"""What is done to a page's tree once all its items are in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from ..ui import Words
from .elements import add_button, quiet
from .tags import BLOCK_TAGS, ITEM_TAGS

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_HIDDEN = "recall-"


def hide_headings(items: Sequence[Element]) -> bool:
    """Hide headings inside items from the table of contents for a while; return whether there are any."""
    found = [element for item in items for element in item.iter() if element.tag in _HEADINGS]
    for element in found:
        element.tag = _HIDDEN + element.tag
    return bool(found)


def show_headings(items: Sequence[Element]) -> None:
    """Give the headings inside items their names back."""
    for item in items:
        for element in item.iter():
            if isinstance(element.tag, str) and element.tag[len(_HIDDEN) :] in _HEADINGS:
                element.tag = element.tag[len(_HIDDEN) :]


def hide_labels(holders: Sequence[Element]) -> list[Element]:
    """Make paragraphs of the labels of options for a while, so that they take attribute lists as paragraphs do."""
    found = [label for holder in holders for label in holder.iter("label") if _ends_in_list(label)]
    for label in found:
        label.tag = "p"
    return found


def _ends_in_list(label: Element) -> bool:
    last = label[-1].tail if len(label) else label.text
    return bool(label.get("for") and last and last.rstrip().endswith("}"))


def number_items(root: Element) -> None:
    """Write each item's number on the page onto its stem. A printed sheet and its key show it."""
    stems = [each for each in root.iter() if (each.get("id") or "").endswith("::stem") and each.get("class") in _STEMS]
    for number, stem in enumerate(stems, 1):
        stem.set("data-recall-number", f"{number}.")


_STEMS = ("recall-stem", "recall-prompt")
_LATER = "print, (forced-colors), (scripting: none)"
"""What has a stylesheet apply from the start that nothing else waits for. The script finds it by `scripting`."""


def add_assets(
    root: Element,
    styles: tuple[Sequence[str], Sequence[str]],
    scripts: tuple[Mapping[str, str], Mapping[str, str], Sequence[str]],
    site: Mapping[str, str],
) -> None:
    """Put the stylesheets and the scripts before the first item of a page, where there is one.

    A script in the head would never run when Material's instant navigation comes from a page without items. The
    stylesheets come first: a script waits for them, and so does what comes after it, which therefore never shows
    without its style. `styles` are two groups: the addresses of those, and of those that only paper, forced colours and
    readers without scripts wait for; otherwise a script turns them on once they have come. `scripts` are three groups:
    the addresses, by the name of the part, of those that the page waits for, and of those that only restoring waits
    for; and the addresses of those that nothing waits for. `site` is what the first script is told.
    """
    needed, deferred, soon = scripts
    for index, child in enumerate(root):
        if _holds_items(child):
            links = [Element("link", {"rel": "stylesheet", "href": style}) for style in styles[0]]
            links += [Element("link", {"rel": "stylesheet", "href": style, "media": _LATER}) for style in styles[1]]
            names = [Element("script", {"src": src, "data-recall-part": name}) for name, src in needed.items()]
            names[0].attrib.update(site)
            others = [
                *(
                    Element("script", {"src": src, "data-recall-part": name, "defer": "", "fetchpriority": "high"})
                    for name, src in deferred.items()
                ),
                *(Element("script", {"src": src, "async": ""}) for src in soon),
            ]
            root[index:index] = [*links, *names, *others]
            return


def add_print(root: Element, say: Words) -> None:
    """Put the print buttons at the end of a page with items, or with a test that has its items from others."""
    if any(found.tag in ITEM_TAGS or found.get("data-recall-from") for found in root.iter()):
        row = quiet(SubElement(root, "p", {"class": "recall-print"}))
        add_button(row, "recall-help", "print-worksheet", say("page.print"))
        add_button(row, "recall-help", "print-answers", say("page.print.answers"))


def drop_items(root: Element, items: Sequence[Element]) -> None:
    """Take the items out of a page, and the sheets that then hold none."""
    dropped = {id(item) for item in items}
    for parent in list(root.iter()):
        for child in list(parent):
            sheet = child.get("class") == "recall-sheet" and all(id(card) in dropped for card in child)
            if id(child) in dropped or sheet:
                parent.remove(child)


_OURS = ("recall-coverage", "recall-error", "recall-ways")
"""Classes of what is no element of ours and yet needs the stylesheet."""


def _holds_items(element: Element) -> bool:
    return any(found.tag in BLOCK_TAGS or found.get("class") in _OURS for found in element.iter())


def move_footnotes(root: Element, items: Sequence[Element], withheld: Container[str] = ()) -> None:
    """Set a footnote that only an answer cites inside that answer, out of readers' sight until it is opened.

    So is a footnote that only such a footnote cites. `withheld` are ids of footnotes that faulty items name: they are
    dropped if the page cites them nowhere else, since the item does not show that part of its text.
    """
    notes = next((div for div in root.iter("div") if div.get("class") == "footnote"), None)
    ordered = notes.find("ol") if notes is not None else None
    if notes is None or ordered is None:
        return
    rows = {row.get("id", ""): row for row in ordered}
    answers = [answer for item in items for answer in item.iter("recall-answer")]
    holders = {id(sup): id(holder) for holder in (*rows.values(), *answers) for sup in holder.iter("sup")}
    cited: dict[int, list[str]] = {}
    for sup in root.iter("sup"):
        link = sup.find("a")
        if link is not None and link.get("class") == "footnote-ref":
            cited.setdefault(holders.get(id(sup), 0), []).append(link.get("href", "")[1:])
    known = {each for found in cited.values() for each in found}
    plain = [each for each in rows if each not in known and each not in withheld]
    placed: set[str] = set()

    def reach(start: Iterable[str]) -> Iterator[str]:
        """The footnotes that can be reached from some of them and have no place yet."""
        waiting = deque(start)
        while waiting:
            if (each := waiting.popleft()) in rows and each not in placed:
                placed.add(each)
                yield each
                waiting += cited.get(id(rows[each]), ())

    for number, row in enumerate(rows.values(), 1):
        row.set("value", str(number))
    for _ in reach((*cited.get(0, ()), *plain)):
        pass  # They stay where they are.
    for answer in answers:
        for each in reach(cited.get(id(answer), ())):
            ordered.remove(rows[each])
            _notes_of(answer).append(rows[each])
    for each in reach(each for each in rows if each in withheld):
        ordered.remove(rows[each])
    if not len(ordered):
        root.remove(notes)


def _notes_of(answer: Element) -> Element:
    last = answer[-1] if len(answer) else None
    if last is not None and last.get("class") == "recall-notes":
        return last[0]
    return SubElement(SubElement(answer, "div", {"class": "recall-notes"}), "ol")
