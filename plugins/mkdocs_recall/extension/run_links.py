"""Where readers get the whole script that an item names: a copy of it in the site, or the file in the repository."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, urlsplit

from ..assets import FOLDER
from ..kinds import Item
from ..render.parts import Links
from ..syntax.settings.from_setting import PAGES
from .engine import Host


def script_link(host: Host, item: Item, *, published: bool) -> Links:
    """Return the address of an item's script, empty where readers cannot get it.

    `published` is whether the plugin copies scripts into the site.
    """
    script = _normalise(item.settings.get("run", ""))
    if not script or find_script(host.root, script) is None:
        return Links()
    if published:
        return Links(run=quote(host.to_asset(_published(script))), run_name=posixpath.basename(script))
    return Links(run=_in_repository(host, script))


def find_script(root: str, script: str) -> Path | None:
    """Return the file, if readers may have it: a file of the project that is neither hidden nor a page."""
    parts = script.split("/")
    if not root or ".." in parts or any(part.startswith(".") for part in parts) or script.endswith(PAGES):
        return None
    folder, file = os.path.realpath(root), os.path.realpath(os.path.join(root, script))
    return Path(file) if os.path.isfile(file) and file.startswith(os.path.join(folder, "")) else None


def publish_scripts(items: Iterable[Item], root: str, site: str) -> None:
    """Copy the scripts that items name into the built site."""
    for script in sorted({_normalise(item.settings.get("run", "")) for item in items} - {""}):
        if source := find_script(root, script):
            target = Path(site, _published(script))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())


def _normalise(script: str) -> str:
    return posixpath.normpath(script.replace("\\", "/")) if script else ""


def _published(script: str) -> str:
    return f"{FOLDER}/run/{script}"


def _in_repository(host: Host, script: str) -> str:
    """Return the address at which a repository shows a file; empty where its address is unknown."""
    path = quote(script)
    before, found, after = host.edit_url.rpartition(f"/{quote(host.path)}")
    if found and not after:
        for edit, view in (("/-/edit/", "/-/blob/"), ("/edit/", "/blob/"), ("/_edit/", "/src/branch/")):
            if edit in f"{before}/":
                return f"{before}/".replace(edit, view, 1) + path
    base = host.repo_url.rstrip("/").removesuffix(".git")
    name = urlsplit(base).hostname or ""
    if name == "github.com" or name.startswith("github."):
        return f"{base}/blob/HEAD/{path}"
    if name == "gitlab.com" or name.startswith("gitlab."):
        return f"{base}/-/blob/HEAD/{path}"
    return ""
