"""Where a reader can mend or report a question: addresses made from what the site says of its repository."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from ..kinds import Item
from ..render.parts import Links
from ..ui import Words
from .engine import Host


def item_links(host: Host, item: Item, path: str, line: int, say: Words) -> Links:
    """Addresses for an item that stands at a line of a source file."""
    edit = f"{host.edit_url}#L{line}" if host.edit_url and line and path == host.path else ""
    return Links(edit=edit, report=_report(host.repo_url, item, f"{path}:{line}", say))


def _report(repo_url: str, item: Item, place: str, say: Words) -> str:
    """A new issue of the repository with its title and the item's place filled in; empty for an unknown host."""
    if not repo_url:
        return ""
    name = urlsplit(repo_url).hostname or ""
    title = say("page.report.title", id=item.id)
    body = say("page.report.body", id=item.id, place=place)
    base = repo_url.rstrip("/").removesuffix(".git")
    if name in ("github.com", "codeberg.org") or name.startswith("github."):
        return f"{base}/issues/new?{urlencode({'title': title, 'body': body})}"
    if name == "gitlab.com" or name.startswith("gitlab."):
        return f"{base}/-/issues/new?{urlencode({'issue[title]': title, 'issue[description]': body})}"
    return ""
