"""What a published site gets with the options `offline` and `install`, and nothing of it without them.

    recall-worker.js                     the service worker: at the top, since it sees no page above itself
    assets/recall/files.HASH.json        the files that it may keep, each with a hash of its content
    assets/recall/offline.HASH.js        the script that each page loads; it starts the worker and names the manifest
    assets/recall/site.webmanifest       the manifest, with `install`

The worker of a site is found at its fixed address only, and a worker that no longer finds itself there removes itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..assets import FOLDER, hash_content, locate
from .web_manifest import DRAWN, TOP, WEB_MANIFEST, draws, find_icons, read_drawn, write_web_manifest

WORKER = "recall-worker.js"
"""The address of the worker in the site. It never changes: browsers look there for its next version."""

NO_PAGES = ("sitemap.xml", "sitemap.xml.gz", "404.html", WORKER, f"{FOLDER}/hub.html", f"{FOLDER}/hub.js")
"""Files of a site that no reader opens over a network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSite:
    """The two options, and what they add to a site."""

    offline: str | None = None
    """`visited` or `all`: what the worker keeps. None without a worker."""
    install: bool = False
    """Whether there is a manifest."""

    def __bool__(self) -> bool:
        return bool(self.offline) or self.install

    def scripts(self) -> Iterator[tuple[str, str, bytes]]:
        """Name, address and content of the script that each page loads, if any."""
        if not self:
            return
        worker = {"worker": TOP + WORKER} if self.offline else {}
        manifest = {"manifest": WEB_MANIFEST.rpartition("/")[2]} if self.install else {}
        content = _write_options({**worker, **manifest}) + locate("offline.js").read_bytes()
        yield "offline.js", f"{FOLDER}/offline.{hash_content(content)}.js", content

    def finish(self, site: Path, *, name: str, description: str, language: str, icons: Iterable[str]) -> None:
        """Write what depends on the finished site; `icons` are addresses of files that may be its icon."""
        if self.install:
            found = find_icons(site, iter(icons))
            (site / FOLDER).mkdir(parents=True, exist_ok=True)
            (site / WEB_MANIFEST).write_bytes(write_web_manifest(name, description, language, found))
            if draws(found):
                (site / FOLDER / DRAWN).write_bytes(read_drawn())
        if self.offline:
            self._write_worker(site)

    def _write_worker(self, site: Path) -> None:
        for former in (site / FOLDER).glob("files.*.json"):  # of another language of the site
            former.unlink()
        files = list_files(site)
        content = json.dumps(files, ensure_ascii=False, indent=0).encode()
        uri = f"{FOLDER}/files.{hash_content(content)}.json"
        script = locate("worker.js").read_bytes()
        every = self.offline == "all"
        options = {"list": uri, "all": every, "version": hash_content(content + script + bytes([every]), 16)}
        (site / uri).write_bytes(content)
        (site / WORKER).write_bytes(_write_options(options) + script)


def list_files(site: Path) -> dict[str, str]:
    """The files that readers open, sorted by path, each with a hash of its content."""
    paths = (path for path in site.rglob("*") if path.is_file())
    names = sorted((path.relative_to(site).as_posix(), path) for path in paths)
    return {
        name: hash_content(path.read_bytes())
        for name, path in names
        if name not in NO_PAGES and path.suffix != ".map" and not any(part[0] == "." for part in Path(name).parts)
    }


def _write_options(options: Mapping[str, object]) -> bytes:
    return f"globalThis.recallOffline={json.dumps(options, separators=(',', ':'))};\n".encode()
