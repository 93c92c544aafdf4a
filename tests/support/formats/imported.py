"""A site to import to, and imports to its page."""

import contextlib
import io
from pathlib import Path
from typing import NamedTuple

from mkdocs_recall.cli import main

IMPORT_SITE = """\
site_name: Imported
plugins: [recall]
markdown_extensions:
  - abbr
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.betterem
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.snippets: {base_path: [docs]}
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
  - pymdownx.tilde
"""


class ImportRun(NamedTuple):
    """What an import did."""

    code: int
    out: str
    said: str
    page: str


def write_import_site(folder: Path, config: str = IMPORT_SITE) -> Path:
    """Write a site without questions."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text("# Start\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


def run_import(folder: Path, form: str, content: str | bytes, *words: str, page: str = "docs/page.md") -> ImportRun:
    """Import a file to a page of the site in a folder."""
    file = folder / f"file.{form}"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    out, said = io.StringIO(), io.StringIO()
    to = folder / page
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(said):
        code = main(["import", form, str(file), "--to", str(to), "-f", str(folder / "mkdocs.yml"), *words])
    text = to.read_text("utf-8") if to.is_file() else ""
    return ImportRun(code, out.getvalue(), said.getvalue().replace(f"{folder}/", ""), text)


def run_check(folder: Path) -> tuple[int, str]:
    """Check the site in a folder."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(["check", "-f", str(folder / "mkdocs.yml")])
    return code, out.getvalue()
