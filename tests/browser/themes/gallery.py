"""The pages "States" and a page of ordinary Markdown, built in the themes that readers meet.

What is not in .venv is built by `make ecosystem`, which installs it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from builds import build_with_mkdocs

ROOT = Path(__file__).parents[3]
REFERENCE = ROOT / "docs" / "reference"
SCRIPTS = ROOT / "docs" / "assets" / "javascripts"
STATES = tuple(sorted(page.stem for page in REFERENCE.glob("states*.md")))
BANKS = ("explain", "index", "mcq", "test", "ways")
"""What the tests, ways and reviews on those pages refer to."""
ALL = "RECALL_ECOSYSTEM" in os.environ
"""Whether the packages of all themes are installed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme as a site sets it."""

    name: str
    package: str = "mkdocs"
    """What it is installed with."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    scheme: str = "light"
    """Light or dark, which it is at first."""
    switch: str = ""
    """A selector of the control that switches to the other scheme, or SYSTEM; empty where nothing does."""
    common: bool = False
    """Whether it is tested with every change."""
    narrowest: int = 320
    """The narrowest window in which it has room for its own content."""
    label: str = ""
    """What tests call it, where its name is not enough."""

    @property
    def id(self) -> str:
        return self.label or self.name


SYSTEM = "system"
"""For a theme that follows the setting of the system."""
QUIET = {"highlightjs": False}
TOGGLES = {"Dark": "default", "Light": "slate"}
"""What Material calls each of its switches, and the scheme that has it."""
THEMES = (
    Theme(
        name="material",
        package="mkdocs-material",
        settings={
            "font": False,
            "palette": [
                {"scheme": scheme, "toggle": {"icon": "material/weather-sunny", "name": name}}
                for name, scheme in TOGGLES.items()
            ],
        },
        switch="label[title=Dark]",
        common=True,
    ),
    Theme(
        name="mkdocs",
        settings={"color_mode": "light", "user_color_mode_toggle": True},  # Without highlightjs its switch fails.
        switch="[data-bs-theme-value=dark]",
        common=True,
    ),
    Theme(name="readthedocs", settings=QUIET, common=True),
    Theme(name="cosmo", package="mkdocs-bootswatch", settings=QUIET),
    *(
        Theme(name=name, package="mkdocs-bootswatch", settings=QUIET, scheme="dark")
        for name in ("darkly", "cyborg", "slate")
    ),
    Theme(name="terminal", package="mkdocs-terminal", settings={"palette": "default"}),
    Theme(
        name="terminal",
        package="mkdocs-terminal",
        settings={"palette": "dark"},
        scheme="dark",
        label="terminal, dark",
    ),
    Theme(name="shadcn", package="mkdocs-shadcn", switch=SYSTEM),
    Theme(name="dracula", package="mkdocs-dracula-theme", scheme="dark", narrowest=640),
)
TESTED = [theme for theme in THEMES if theme.common or ALL]

QUESTION = """/// mcq | {id} easy objective={objective}

Which one?

- [x] Right
  > So.
- [ ] Wrong
  > No.

///
"""
ORDINARY = """# Heading one

Text with **bold**, *emphasis*, `code`, a [link](index.md) and a <kbd>key</kbd>.

## Heading two

> A quote with a [link](index.md).

- One
    - Inner
- Two

1. First
    1. Inner
2. Second

Term
:   Definition

| Table | Two |
| --- | ---: |
| cell | 1 |

```python
print("code")
```

!!! note
    An admonition.

<details open><summary>More</summary><p>Inside.</p></details>

<form><fieldset><legend>Legend</legend><label><input type="radio"> One</label>
<label><input type="checkbox"> Two</label>
<input type="text" value="text"> <select><option>Option</option></select> <textarea>Text</textarea>
<button type="button">Button</button> <progress value="1" max="2"></progress></fieldset></form>

### Heading three

/// mcq | beside-broken easy

No key here?

- [ ] One
- [ ] Two

///

/// card | beside-card

Asked?

**Answer:** Answered.

///

"""
"""Everything that a theme has a style for, and after it ours, a fault among it."""


def write_pages() -> dict[str, str]:
    """The pages, and those that they link to."""
    pages = {
        f"reference/{name}.md": (REFERENCE / f"{name}.md").read_text(encoding="utf-8") for name in (*STATES, *BANKS)
    }
    for path in sorted((ROOT / "docs" / "topics").glob("*.md")):
        pages[f"topics/{path.name}"] = (
            f"# {path.stem}\n\n{QUESTION.format(id=f'topic-{path.stem}', objective=path.stem)}"
        )
    scripts = {f"assets/javascripts/{path.name}": path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js")}
    ordinary = ORDINARY + QUESTION.format(id="beside-question", objective="beside")
    return {"index.md": "# Home\n", "ordinary.md": ordinary, **pages, **scripts}


def build_gallery(folder: Path, theme: Theme) -> None:
    """Build the site of a theme in a folder that does not exist yet."""
    for name, text in write_pages().items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings = {
        "site_name": "Gallery",
        "theme": {"name": theme.name, **theme.settings},
        "use_directory_urls": False,
        "plugins": ["search", {"recall": {"site_id": "gallery"}}],
        "markdown_extensions": [
            "admonition",
            "attr_list",
            "def_list",
            "tables",
            "pymdownx.superfences",
            "pymdownx.highlight",
        ],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        build_with_mkdocs(folder / "mkdocs.yml")
