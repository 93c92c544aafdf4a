"""Every case of the syntax, exported: all items arrive, and the files can be read."""

import contextlib
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from casefile import Case, read_cases
from exported import FORMS
from mkdocs_recall.cli import main
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings
from paths import SPEC, SUPPORT

CONFIG = """\
site_name: Cases
plugins: [recall]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - pymdownx.arithmatex
  - pymdownx.blocks.admonition
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.snippets: {base_path: [docs]}
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
"""
FEW = (("moodle",), ("qti", "--profile", "3.0"), ("anki",), ("json",))
CASES = tuple(read_cases(SPEC / "cases"))
PAGES = [(path.stem, Case(path.stem, path.read_text("utf-8"))) for path in sorted(SUPPORT.glob("*.md"))]
EXPORTED = [
    *(pytest.param(case, (FEW[at % len(FEW)],), id=id) for at, (id, case) in enumerate(CASES)),
    *(pytest.param(case, FEW, id=f"{id}-each", marks=pytest.mark.long) for id, case in CASES),
    *(pytest.param(case, FORMS, id=id) for id, case in PAGES),
]
"""Each case in one form in `make test`, in each in `make test-long`, and whole pages in all of them."""
LEFTOVERS = re.compile("recall-?(?:placeholder|view)|wzxhzdk|klzzwxh|[\x02\x03]|data-recall")
"""Marks that Markdown and the plugin use among themselves."""


def run(folder: Path, form: tuple[str, ...]) -> tuple[int, bytes, str]:
    said, file = io.StringIO(), folder / "exported"
    with contextlib.redirect_stderr(said):
        code = main(["export", *form, "-f", str(folder / "mkdocs.yml"), "-o", str(file)])
    return code, file.read_bytes() if code < 2 else b"", said.getvalue()


def read_texts(form: tuple[str, ...], content: bytes) -> list[str]:
    """The texts in a file, each of which could be read as what it is."""
    if not content.startswith(b"PK"):
        if form[0] == "moodle":
            ElementTree.fromstring(content)
        if form[0] == "json":
            json.loads(content)
        return [content.decode()]
    archive = zipfile.ZipFile(io.BytesIO(content))
    texts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", "media"))]
    for text in texts:
        if text.startswith(b"<"):
            ElementTree.fromstring(text)
    return [text.decode() for text in texts]


@pytest.mark.parametrize(("case", "forms"), EXPORTED)
def test_a_case_arrives_whole(case: Case, forms: tuple[tuple[str, ...], ...], tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    case.write(tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    site = read_site(read_settings(tmp_path / "mkdocs.yml"))
    ids = sorted({item.id for page in site.pages for item in page.items()})
    for form in forms:
        code, content, said = run(tmp_path, form)
        assert "Traceback" not in said
        if not ids:
            assert code == 2
            assert "no question" in said
            return
        assert code < 2, said
        left_out = len(re.findall(r"(?m): note: \w+ \S+: .* so it is left out\.$", said))
        assert f"Exported {len(ids) - left_out} item" in said, said
        for text in read_texts(form, content):
            markdown = form == ("json",)
            assert markdown or not LEFTOVERS.search(text), form
        if form == ("json",):
            assert sorted(item["id"] for item in json.loads(content)["items"]) == ids
