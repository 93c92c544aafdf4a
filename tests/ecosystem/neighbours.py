"""The plugins and extensions that are built beside `recall`; docs/reference/compatibility.md is made from them."""

from __future__ import annotations

import base64
import json
import subprocess
from pathlib import Path

from sites import DOWNLOADS, PAGES, Neighbour, card, question

_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
_GLOSSARY = "*[HTML]: Hypertext Markup Language\n"
_NOTEBOOK = {
    "cells": [
        {
            "cell_type": "markdown",
            "id": "one",
            "metadata": {},
            "source": ["# Notebook\n", "\n", *card("in-notebook").splitlines(keepends=True)],
        }
    ],
    "metadata": {"language_info": {"name": "python"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}
_PASSWORD = "Correct-horse-battery-staple-42-9!"
# Of such a length that a page of paper ends inside of some.
_LONG = [
    card(f"card-{number}", "Some text. " * 80) + "\n" + question(f"question-{number}", "Some text. " * 7 * number)
    for number in range(12)
]
_I18N_LANGUAGES = [
    {"locale": "en", "name": "English", "default": True},
    {"locale": "de", "name": "Deutsch"},
]


def commit(folder: Path) -> None:
    """Put the project under version control."""
    git = ["git", "-c", "user.name=Someone", "-c", "user.email=someone@example.org", "-c", "init.defaultBranch=main"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "Start"]):
        subprocess.run([*git, *command], cwd=folder, check=True)


def _pages_at(*pages: str) -> dict[str, list[str]]:
    return {page: [] for page in pages}


NEIGHBOURS = (
    Neighbour(
        name="pymdownx.snippets",
        use="`auto_append`",
        package="pymdownx",
        note="Problems name the included file and its line.",
        extensions=[
            "abbr",
            {
                "pymdownx.snippets": {
                    "auto_append": ["one.md", "two.md"],
                    "base_path": ["includes"],
                    "check_paths": True,
                }
            },
        ],
        files={"includes/one.md": _GLOSSARY, "includes/two.md": "*[SECRET]: Not told\n"},
        pages={"more.md": '# More\n\n--8<-- "one.md"\n\n' + card("more", "It is HTML.")},
        items={"more/index.html": ("more",)},
        common=True,
    ),
    Neighbour(
        name="autorefs",
        package="mkdocs_autorefs",
        plugins=["autorefs"],
        pages={"refs.md": "# Refs\n\nSee [Lesson][lesson].\n\n" + card("ref", "See [Lesson][lesson].")},
        items={"refs/index.html": ("ref",)},
        common=True,
    ),
    Neighbour(
        name="mkdocstrings",
        package="mkdocstrings_handlers.python",
        note="A question in a docstring works. Only a build checks it.",
        plugins=[{"mkdocstrings": {"handlers": {"python": {"paths": ["code"]}}}}],
        files={
            "code/sample.py": '"""A module.\n\n' + card("docstring") + '"""\n\n\ndef run() -> None:\n    """Run."""\n'
        },
        pages={"api.md": "# API\n\n::: sample\n\n" + card("api")},
        items={"api/index.html": ("docstring", "api")},
        generated=frozenset({"docstring"}),
        common=True,
    ),
    Neighbour(
        name="static-i18n",
        use="suffix",
        package="mkdocs_static_i18n",
        note="An id is unique within a language: a translated question keeps its id.",
        plugins=[{"i18n": {"docs_structure": "suffix", "languages": _I18N_LANGUAGES}}],
        pages={
            "index.de.md": "# Start\n\n" + card("home"),
            "topic/lesson.de.md": "# Lektion\n\n" + card("lesson-card") + "\n" + question("lesson-question"),
            "only.en.md": "# Only\n\n" + card("only"),
        },
        items={
            "de/index.html": ("home",),
            "de/topic/lesson/index.html": ("lesson-card", "lesson-question"),
            "only/index.html": ("only",),
            "de/only/index.html": ("only",),
        },
        common=True,
    ),
    Neighbour(
        name="static-i18n",
        use="folder",
        package="mkdocs_static_i18n",
        note="An id is unique within a language: a translated question keeps its id.",
        plugins=[{"i18n": {"docs_structure": "folder", "languages": _I18N_LANGUAGES}}],
        pages={
            "en/index.md": "# Home\n\n" + card("home"),
            "en/topic/lesson.md": "# Lesson\n\n" + card("lesson-card") + "\n" + question("lesson-question"),
            "en/review.md": "# Review\n\n/// review\n\n///\n",
            "de/index.md": "# Start\n\n" + card("home"),
            "de/topic/lesson.md": "# Lektion\n\n" + question("lesson-question"),
        },
        items={
            "index.html": ("home",),
            "topic/lesson/index.html": ("lesson-card", "lesson-question"),
            "de/index.html": ("home",),
            "de/topic/lesson/index.html": ("lesson-question",),
        },
        base=False,
        common=True,
    ),
    Neighbour(
        name="macros",
        package="mkdocs_macros",
        note="`recall check` leaves blocks with `{{ }}` or `{% %}` in their header, or in `{% for %}` or `{% if %}`, "
        "to the build.",
        plugins=["macros"],
        pages={
            "macro.md": "# Macro\n\n{% for n in [1, 2] %}\n"
            + card("macro-{{ n }}")
            + "\n{% endfor %}\n\n"
            + question("macro-question", "{{ 1 + 1 }}")
        },
        items={"macro/index.html": ("macro-1", "macro-2", "macro-question")},
        generated=frozenset({"macro-1", "macro-2"}),
        common=True,
    ),
    Neighbour(
        name="include-markdown",
        package="mkdocs_include_markdown_plugin",
        note="A problem in an included file names the page that includes it. Only a build checks it.",
        plugins=["include-markdown"],
        files={"parts/part.md": card("part")},
        pages={"include.md": '# Include\n\n{% include-markdown "../parts/part.md" %}\n\n' + card("include")},
        items={"include/index.html": ("part", "include")},
        generated=frozenset({"part"}),
    ),
    Neighbour(
        name="gen-files",
        package="mkdocs_gen_files",
        note="A problem on a generated page names the page as if it were in `docs`. Only a build checks it.",
        plugins=[{"gen-files": {"scripts": ["generate.py"]}}],
        files={
            "generate.py": "import mkdocs_gen_files\n\n"
            f"with mkdocs_gen_files.open('made/page.md', 'w') as file:\n    file.write({card('made')!r})\n"
        },
        items={"made/page/index.html": ("made",)},
        generated=frozenset({"made"}),
    ),
    Neighbour(
        name="literate-nav",
        package="mkdocs_literate_nav",
        plugins=["literate-nav"],
        pages={"SUMMARY.md": "* [Home](index.md)\n* [Topic](topic/lesson.md)\n* [Review](review.md)\n"},
        config={"exclude_docs": "SUMMARY.md\n", "validation": {"nav": {"omitted_files": "ignore"}}},
        common=True,
    ),
    Neighbour(
        name="section-index",
        package="mkdocs_section_index",
        plugins=["section-index"],
        pages={"part/index.md": "# Part\n\n" + card("part"), "part/other.md": "# Other\n"},
        items={"part/index.html": ("part",)},
    ),
    Neighbour(
        name="awesome-nav",
        package="mkdocs_awesome_nav",
        plugins=["awesome-nav"],
        pages={".nav.yml": "nav:\n  - topic/lesson.md\n  - index.md\n  - review.md\n"},
    ),
    Neighbour(
        name="minify",
        package="mkdocs_minify_plugin",
        plugins=[{"minify": {"minify_html": True, "minify_js": True, "minify_css": True}}],
        common=True,
    ),
    Neighbour(
        name="glightbox",
        package="mkdocs_glightbox",
        plugins=["glightbox"],
        pages={
            "dot.png": _PIXEL,
            "picture.md": "# Picture\n\n![A dot](dot.png)\n\n" + card("picture", "\n\n![A dot](dot.png)"),
        },
        items={"picture/index.html": ("picture",)},
    ),
    Neighbour(
        name="print-site",
        package="mkdocs_print_site_plugin",
        note="The combined page shows all questions.",
        plugins=["print-site"],
        last=True,
        items={"print_page/index.html": ("home", "lesson-card", "lesson-question")},
    ),
    Neighbour(
        name="redirects",
        package="mkdocs_redirects",
        plugins=[{"redirects": {"redirect_maps": {"old.md": "topic/lesson.md"}}}],
        common=True,
    ),
    Neighbour(
        name="git-revision-date-localized",
        package="mkdocs_git_revision_date_localized_plugin",
        plugins=[{"git-revision-date-localized": {"enable_creation_date": False}}],
        prepare=commit,
    ),
    Neighbour(
        name="material/tags",
        package="material",
        plugins=["material/tags"],
        pages={
            "tagged.md": "---\ntags: [one]\n---\n\n# Tagged\n\n" + card("tagged"),
            "tags.md": "# Tags\n\n<!-- material/tags -->\n",
        },
        items={"tagged/index.html": ("tagged",)},
        common=True,
    ),
    Neighbour(
        name="material/blog",
        package="material",
        note="The list of posts shows the beginning of a post without its questions.",
        plugins=["material/blog"],
        pages={
            "blog/index.md": "# Blog\n",
            "blog/posts/one.md": "---\ndate: 2026-01-02\n---\n\n# One\n\nHello.\n\n"
            + card("before-more")
            + "\n<!-- more -->\n\n"
            + card("post"),
        },
        items={"blog/2026/01/02/one/index.html": ("before-more", "post"), **_pages_at("blog/index.html")},
        common=True,
    ),
    Neighbour(
        name="material/offline",
        package="material",
        plugins=["material/offline"],
        config={"use_directory_urls": False},
        items={"index.html": ("home",), "topic/lesson.html": ("lesson-card", "lesson-question")},
        review="review.html",
        common=True,
    ),
    Neighbour(
        name="encryptcontent",
        package="encryptcontent",
        note="Questions of an encrypted page are on that page only: review, progress and wide tests leave them out.",
        plugins=[{"encryptcontent": {"search_index": "encrypted"}}],
        pages={
            "locked.md": "---\npassword: Correct-horse-battery-staple-42-9!\n---\n\n# Locked\n\n"
            + card("locked", "LOCKEDSTEM")
        },
        items=_pages_at("locked/index.html"),
        hidden=frozenset({"locked"}),
    ),
    Neighbour(
        name="to-pdf",
        package="mkdocs_to_pdf",
        note="The PDF has the worksheet, without answers. `--strict` refuses links to files, as of `downloads`.",
        plugins=[{"to-pdf": {"output_path": "all.pdf"}}],
        pages={
            "many.md": "# Many\n\n" + "\n".join(_LONG),
            "topic/lesson.md": PAGES["topic/lesson.md"].removesuffix(DOWNLOADS),
        },
        items={"many/index.html": tuple(id for n in range(12) for id in (f"card-{n}", f"question-{n}"))},
    ),
    Neighbour(
        name="markdown-exec",
        package="markdown_exec",
        note="A question that code prints works. Only a build checks it.",
        plugins=["markdown-exec"],
        extensions=["pymdownx.superfences"],
        pages={
            "deep/exec.md": "# Exec\n\n```python exec=\"1\"\nprint('''"
            + card("printed")
            + "''')\n```\n\n"
            + card("written")
        },
        items={"deep/exec/index.html": ("printed", "written")},
        generated=frozenset({"printed"}),
    ),
    Neighbour(
        name="mkdocs-jupyter",
        package="mkdocs_jupyter",
        note="A question in a notebook stays text, and its answers can be read and found. The build warns of it.",
        plugins=[{"mkdocs-jupyter": {"execute": False}}],
        pages={"notebook.ipynb": json.dumps(_NOTEBOOK)},
        items=_pages_at("notebook/index.html"),
        warned=("docs/notebook.ipynb: `/// card | in-notebook` is text in the finished page",),
        published=("notebook/index.html", "search/search_index.json"),
    ),
    Neighbour(
        name="rss",
        package="mkdocs_rss_plugin",
        note="The feed has the beginning of a page as Markdown, with answers. See "
        "[below](#plugins-that-publish-answers).",
        plugins=[{"rss": {"use_git": False, "match_path": "posts/.*", "length": 9}}],
        pages={
            "posts/told.md": "# Told\n\n" + card("told"),
            "posts/described.md": "---\ndescription: What it says.\n---\n\n# Described\n\n" + card("described"),
            "posts/cut.md": "# Cut\n\nThe beginning.\n\n<!-- more -->\n\n" + card("cut"),
        },
        items={f"posts/{name}/index.html": (name,) for name in ("told", "described", "cut")},
        published=("feed_json_created.json", "feed_json_updated.json", "feed_rss_created.xml", "feed_rss_updated.xml"),
        withheld=("What is home", "What is lesson-card", "What is described", "What is cut"),
        shows={"feed_rss_created.xml": ("What it says.", "The beginning.", "What is told?")},
    ),
    Neighbour(
        name="llmstxt",
        package="mkdocs_llmstxt",
        note="The Markdown of a listed page has its answers. See [below](#plugins-that-publish-answers).",
        plugins=[{"llmstxt": {"sections": {"Lessons": ["topic/lesson.md"]}, "full_output": "llms-full.txt"}}],
        published=("llms-full.txt", "topic/lesson/index.md"),
        withheld=("What is home",),
        shows={"llms.txt": ("topic/lesson/index.md",), "llms-full.txt": ("What is lesson-card?",)},
    ),
)
"""In the order of the table in the docs."""

MIKE = Neighbour(
    name="mike",
    package="mike",
    note="Versions share their readers' progress, unless each has a `site_id` of its own.",
    plugins=["mike"],
)
"""Builds several versions of a site, so it has a test of its own."""
