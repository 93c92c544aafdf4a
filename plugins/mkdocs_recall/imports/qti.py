"""QTI: a file or a package of version 1.2, 2.1, 2.2 or 3.0."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from .archive import Archive, MemberLine, is_archive
from .base import ImportFormat, Incoming, UnreadableFile
from .qti_parts.canvas import read_items
from .qti_parts.standard import read_item
from .qti_parts.texts import Source, plain_name
from .texts.xml_tree import XmlNode, parse_xml


def read_qti(incoming: Incoming, asked: Namespace) -> None:
    """Read all questions of a file or a package."""
    if not is_archive(incoming.content):
        if not _read(Source(incoming=incoming), parse_xml(incoming.content)):
            raise UnreadableFile("it is no QTI: it has neither `<questestinterop>` nor `<assessmentItem>`.")
        return
    archive = Archive(incoming.content)
    roots: dict[str, XmlNode] = {}
    before = 0
    starts = {}
    for name in _ordered(archive):
        starts[name] = before
        try:
            content = archive.read(name)
            roots[name] = parse_xml(content)
        except UnreadableFile as error:
            incoming.refuse(MemberLine.of(name, 1, before), f"the file cannot be read: {error}")
            content = b""
        before += content.count(b"\n") + 1
    titles = _sections(archive, roots)
    found = False
    for name, root in roots.items():
        source = Source(incoming=incoming, name=name, archive=archive, before=starts[name], categories=titles)
        found = _read(source, root) or found
    if not found and not incoming.lost:
        raise UnreadableFile("it is no QTI package: none of its files has questions.")


def _read(source: Source, root: XmlNode) -> bool:
    """Read a document; whether it is one of QTI."""
    if root.name == "questestinterop" or root.name == "item":
        read_items(source, root)
        return True
    if plain_name(root.name) in ("assessmentitem", "assessmentstimulus"):
        _rename(root)
        if root.name == "assessmentitem":
            read_item(source, root)
        return True
    return False


def _rename(root: XmlNode) -> None:
    """Give elements and attributes the names that do not depend on the version."""
    for node in root.walk():
        node.name = plain_name(node.name)
        node.attributes = {plain_name(key): value for key, value in node.attributes.items()}


def _ordered(archive: Archive) -> Iterator[str]:
    """The names of the documents of a package, in the order of its manifest, then all others."""
    names = sorted(name for name in archive.names if name.lower().endswith((".xml", ".qti", ".dat")))
    listed: dict[str, None] = {}
    if "imsmanifest.xml" in archive.names:
        try:
            manifest = parse_xml(archive.read("imsmanifest.xml"))
        except UnreadableFile:
            manifest = XmlNode("", 0)
        for node in manifest.walk():
            if node.name in ("resource", "file") and (name := archive.find(node.attributes.get("href", ""))):
                listed.setdefault(name)
    known = set(names)
    yield from (name for name in listed if name in known and name != "imsmanifest.xml")
    yield from (name for name in names if name not in listed and name != "imsmanifest.xml")


def _sections(archive: Archive, roots: dict[str, XmlNode]) -> dict[str, str]:
    """The titles of the sections that the items of tests are in, by the files of these."""
    found = {}
    for name, root in roots.items():
        if plain_name(root.name) != "assessmenttest":
            continue
        for section in root.walk():
            if plain_name(section.name) == "assessmentsection":
                title = " ".join(section.attributes.get("title", "").split())
                for node in section.nodes:
                    if plain_name(node.name) == "assessmentitemref":
                        found[archive.find(node.attributes.get("href", ""), name)] = title
    return found


IMPORT_FORMAT = ImportFormat(
    name="qti", summary="QTI 1.2, 2.1, 2.2 or 3.0: an XML file, or a package with pictures.", read=read_qti
)
