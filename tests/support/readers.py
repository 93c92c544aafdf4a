"""Programs of others that read exports: a parser of GIFT, and a converter of QTI."""

import io
import json
import subprocess
import zipfile
from typing import Any
from xml.etree import ElementTree

from paths import ROOT

GIFT = """
const { parse } = await import("gift-pegjs");
process.stdout.write(JSON.stringify(parse((await process.stdin.toArray()).join(""))));
"""
QTI = """
const { convertQti2toQti3 } = await import("@citolab/qti-convert/qti-convert-node");
const files = JSON.parse((await process.stdin.toArray()).join(""));
const converted = await Promise.all(files.map(convertQti2toQti3));
process.stdout.write(JSON.stringify(converted));
"""


def run_node(script: str, given: str) -> Any:
    """What a script prints, run where the packages of this repository are."""
    command = ["node", "--input-type=module", "--eval", script]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def flatten(element: ElementTree.Element) -> list[Any]:
    """An element as a list, without schema locations and without white space between words."""
    attributes = {name: value for name, value in element.attrib.items() if "schemaLocation" not in name}
    texts = [" ".join((text or "").split()) for text in (element.text, element.tail)]
    return [element.tag, attributes, texts, [flatten(child) for child in element]]


def read_items(content: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {name: archive.read(name) for name in archive.namelist() if name.startswith("items/") or name == "test.xml"}
