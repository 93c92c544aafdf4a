"""What readers get of the script that a question names: a link, and with the plugin a copy of the file."""

import re
from pathlib import Path

import markdown
import pytest

from builds import build_with_mkdocs
from mkdocs_recall.extension.engine import Host
from mkdocs_recall.extension.run_links import find_script, script_link
from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank

CODE = "print(7 // 2)\n"
QUESTION = """# Page

/// mcq | a easy run={run}

What does this print?

```python
print(7 // 2)
```

- [ ] `3.5`
- [x] `3`

///

/// card | b

What?

**Answer:** That.

///
"""
LINK = re.compile(r'<a[^>]*class="recall-run"[^>]*>[^<]*</a>')


def make(folder: Path, plugins: list[str], run: str = "code/it.py", **more: object) -> tuple[str, Path]:
    (folder / "docs" / "deep").mkdir(parents=True)
    (folder / "code").mkdir()
    (folder / "code" / "it.py").write_text(CODE)
    (folder / "docs" / "deep" / "page.md").write_text(QUESTION.format(run=run))
    (folder / "docs" / "index.md").write_text("# Home\n")
    (folder / "mkdocs.yml").write_text("site_name: X\n")
    extensions = [] if "recall" in plugins else ["recall"]
    site = str(folder / "site")
    build_with_mkdocs(
        folder / "mkdocs.yml", plugins=plugins, site_dir=site, strict=True, markdown_extensions=extensions, **more
    )
    return (folder / "site" / "deep" / "page" / "index.html").read_text("utf-8"), folder / "site"


def test_the_plugin_copies_the_script_and_links_to_it(tmp_path: Path) -> None:
    page, site = make(tmp_path, ["search", "recall"], repo_url="https://github.com/me/course")
    (link,) = LINK.findall(page)
    assert link == (
        '<a class="recall-run" data-search-exclude="" download="it.py" href="../../assets/recall/run/code/it.py">'
        "Run it yourself</a>"
    )
    assert (site / "deep" / "page" / "../../assets/recall/run/code/it.py").read_text() == CODE


@pytest.mark.parametrize(
    ("more", "address"),
    [
        ({"repo_url": "https://github.com/me/course"}, "https://github.com/me/course/edit/master/docs/../code"),
        ({"repo_url": "https://example.org/me/course"}, ""),
        ({}, ""),
    ],
)
def test_the_extension_alone_links_into_the_repository(tmp_path: Path, more: dict[str, str], address: str) -> None:
    page, site = make(tmp_path, [], **more)
    found = LINK.findall(page)
    assert not (site / "assets" / "recall" / "run").exists()
    if not address:
        assert found == []
    else:
        (link,) = found
        assert 'href="https://github.com/me/course/blob/master/code/it.py"' in link
        assert "download" not in link


@pytest.mark.parametrize("run", ["code/gone.py", "code", ".git/config", "code/.hidden.py", "docs/deep/page.md"])
def test_nothing_is_offered_that_is_no_script_of_the_project(tmp_path: Path, run: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("secret")
    page, site = make(tmp_path, ["recall"], run)
    assert LINK.findall(page) == []
    assert not (site / "assets" / "recall" / "run").exists()


def test_a_link_that_leads_out_of_the_project_is_none(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "outside.py").write_text("secret = 1\n")
    (project / "in.py").symlink_to(tmp_path / "outside.py")
    (project / "own.py").write_text("")
    assert find_script(str(project), "in.py") is None
    assert find_script(str(project), "../outside.py") is None
    assert find_script(str(project), "own.py") == (project / "own.py").resolve()
    assert find_script("", "own.py") is None


@pytest.mark.parametrize(
    ("edit", "repo", "address"),
    [
        (
            "https://github.com/a/b/edit/main/docs/p.md",
            "https://github.com/a/b",
            "https://github.com/a/b/blob/main/x.py",
        ),
        ("https://gitlab.com/a/b/-/edit/main/docs/p.md", "", "https://gitlab.com/a/b/-/blob/main/x.py"),
        ("https://codeberg.org/a/b/_edit/main/docs/p.md", "", "https://codeberg.org/a/b/src/branch/main/x.py"),
        ("", "https://github.com/a/b.git", "https://github.com/a/b/blob/HEAD/x.py"),
        ("", "https://forge.example.org/a/b/", ""),
        ("", "https://gitlab.com/a/b/", "https://gitlab.com/a/b/-/blob/HEAD/x.py"),
        ("https://example.org/cms?page=docs/other.md", "", ""),
        ("", "", ""),
    ],
)
def test_addresses_in_repositories(tmp_path: Path, edit: str, repo: str, address: str) -> None:
    (tmp_path / "x.py").write_text(CODE)
    page = Bank().read(Page(path="docs/p.md", lines=QUESTION.format(run="x.py").split("\n")))
    host = Host(path="docs/p.md", root=str(tmp_path), edit_url=edit, repo_url=repo)
    question, card = page.items()
    assert script_link(host, question, published=False).run == address
    assert script_link(host, card, published=False).run == ""


def test_names_with_signs_are_written_as_addresses(tmp_path: Path) -> None:
    (tmp_path / "a#b%.py").write_text(CODE)
    page = Bank().read(Page(path="docs/p.md", lines=QUESTION.format(run="a#b%.py").split("\n")))
    found = script_link(Host(root=str(tmp_path), target="p/index.html"), next(page.items()), published=True)
    assert (found.run, found.run_name) == ("../assets/recall/run/a%23b%25.py", "a#b%.py")


def test_text_without_an_engine_offers_nothing() -> None:
    assert "recall-run" not in markdown.markdown(QUESTION.format(run="x.py"), extensions=["recall"])
