"""The topics of a course as lanes, each topic with how long it takes. The script adds how the reader is doing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from ...model.items import Piece
from ...model.kind import Kind
from ...model.page import Region
from ...model.problems import Fault
from ...model.text import Text
from .page_block import HeaderFields, PageBlock, read_text

_ENTRY = re.compile(r" {0,3}(?:[-*+]|\d+[.)])(?: +(?P<text>.*))?")
_LANE = re.compile(r" {0,3}(?:#{1,6} +(?P<heading>.+?)(?: +#+)? *|(?P<bold>\*\*|__)(?P<name>.+?)(?P=bold):? *)")
_LINK = re.compile(
    r"\[(?P<name>(?:[^\[\]]|\[[^\[\]]*\])+)\]\((?P<target>[^()\s]+)\)"
    r"(?:[\s,:;(\u2013\u2014-]*(?P<minutes>\d{1,3})\s*(?:min|\u043c\u0438\u043d)\w*\.?\)?)?\.?\s*",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_FORM = "`- [Title](page.md), 40 min`"


class MapTopic(NamedTuple):
    """A topic in a lane."""

    at: int
    """Index in the page of its line."""
    name: Text
    target: str
    """Its page, as a link from this page."""
    minutes: int
    """How long it takes; 0 where the author does not say."""

    @property
    def page(self) -> str:
        """The page without an anchor."""
        return self.target.partition("#")[0]


class Lane(NamedTuple):
    """Topics that belong together, in the order in which they are learned."""

    at: int
    name: Text
    """Empty for topics above the first name."""
    topics: tuple[MapTopic, ...]


@dataclass(frozen=True, kw_only=True)
class TopicMap(PageBlock):
    """Lanes of topics."""

    spec = Kind("map", noun="map of topics", has_text=True)

    lanes: tuple[Lane, ...] = ()
    lines: Text = field(default_factory=lambda: Text(0))
    """All that is between the fences."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with its lines."""

    @classmethod
    def read(cls, region: Region, header: HeaderFields) -> Self:
        """See `PageBlock.read`."""
        reader = _Reader(region)
        lines = read_text(region.body, region.end)
        return cls(**header, lanes=tuple(reader.lanes), lines=lines, faults=tuple(reader.faults))

    def body(self) -> Iterator[Piece]:
        """See `PageBlock.body`."""
        if self.lines:
            yield Piece(at=self.lines.start, text=self.lines)

    def check(self) -> Iterator[Fault]:
        """See `PageBlock.check`."""
        yield from self.faults
        if not self.lanes and not self.faults:
            remedy = f"Write each topic as {_FORM}, and above a list its name as `### Name`."
            yield Fault(self.start, "map-list", "the map has no topics.", remedy)
        seen: dict[str, MapTopic] = {}
        for topic in self.topics:
            if _SCHEME.match(topic.target) or not topic.page:
                what = f"`{topic.target}` is not a page of this site."
                yield Fault(topic.at, "map-topic", what, f"Link to the page of a topic, as in {_FORM}.")
            elif seen.setdefault(topic.page, topic) is not topic:
                what = f"`{topic.page}` is in this map already."
                yield Fault(topic.at, "map-topic", what, "Remove one of the two.")

    @property
    def topics(self) -> Iterator[MapTopic]:
        """The topics of all lanes, in order."""
        return (topic for lane in self.lanes for topic in lane.topics)


class _Reader:
    """Reads the lines of a map: each is the name of a lane, a topic, or goes on with the topic above it."""

    def __init__(self, region: Region) -> None:
        self.lanes: list[Lane] = []
        self.faults: list[Fault] = []
        entries: list[tuple[int, str]] = []
        """The topics of the current lane: a line, and its text."""
        name = Text(region.start)
        for line in region.body:
            lane = _LANE.fullmatch(line.text)
            entry = _ENTRY.fullmatch(line.text)
            if not line.text.strip():
                continue
            if lane:
                self._end(name, entries)
                name, entries = Text(line.at, ((lane["heading"] or lane["name"]).strip(),)), []
            elif entry:
                entries.append((line.at, entry["text"] or ""))
            elif entries and line.text.startswith(" "):
                at, text = entries.pop()
                entries.append((at, f"{text} {line.text.strip()}"))
            else:
                self._fault(line.at, "this text is neither a topic nor the name of a lane.")
        self._end(name, entries)

    def _end(self, name: Text, entries: list[tuple[int, str]]) -> None:
        """End a lane."""
        topics = tuple(topic for at, text in entries if (topic := self._topic(at, text)))
        if name and not entries:
            what = f"the lane `{name.source}` has no topics."
            self.faults.append(Fault(name.start, "map-list", what, f"Write each below it as {_FORM}."))
        if topics:
            self.lanes.append(Lane(name.start, name, topics))

    def _topic(self, at: int, text: str) -> MapTopic | None:
        found = _LINK.fullmatch(text)
        if not found:
            self._fault(at, "this is not a link to a topic, with or without how many minutes it takes.")
            return None
        name = Text(at, (found["name"].strip(),), inline=True)
        return MapTopic(at, name, found["target"], int(found["minutes"] or 0))

    def _fault(self, at: int, what: str) -> None:
        remedy = f"Write a topic as {_FORM}, and the name of a lane as `### Name`."
        self.faults.append(Fault(at, "map-list", what, remedy))
