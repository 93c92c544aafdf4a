"""A site as it was at another commit, unpacked for as long as it is needed."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ..reader import Site, read_site
from ..settings import Settings, SettingsError, find_file, read_settings
from ..sources.files import resolve


class PastError(Exception):
    """A commit that cannot be read."""


@contextmanager
def site_at(settings: Settings, ref: str) -> Iterator[Site]:
    """The site at a commit, unpacked into a folder of its own for as long as it is needed."""
    top = Path(os.fsdecode(_git(settings.root, "rev-parse", "--show-toplevel")).removesuffix("\n"))
    commit = _find_commit(settings.root, ref)
    with tempfile.TemporaryDirectory() as folder:
        _unpack(top, commit, Path(folder) / "site")
        root = resolve(Path(folder)) / "site" / os.path.relpath(resolve(settings.root), resolve(top))
        root.mkdir(parents=True, exist_ok=True)
        yield read_site(_settings_at(settings, root, ref))


def _settings_at(settings: Settings, root: Path, ref: str) -> Settings:
    """The settings of the site in a folder; those of today where it had no configuration file."""
    file = root / settings.file.name if settings.file else None
    old = file if file and file.is_file() else find_file(root)
    if old is None or root not in (old.parent, *old.parents):
        return replace(settings, root=root, docs=root / "docs")
    try:
        return read_settings(old)
    except SettingsError as error:
        raise PastError(f"at `{ref}`, {error}") from None


def _find_commit(folder: Path, ref: str) -> str:
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    try:
        return _git(folder, *words).decode().strip()
    except PastError as error:
        if str(error) != _SILENT:
            raise
    what = f"there is no commit `{ref}` here."
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise PastError(f"{what} This clone is shallow: fetch the commit first, such as with `git fetch --unshallow`.")
    raise PastError(what)


def _unpack(top: Path, commit: str, folder: Path) -> None:
    """Write all files of a commit into a folder, those of its submodules included.

    `git archive` would leave out what `export-ignore` keeps from releases, often the documentation.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = folder.parent / f"{folder.name}.index"
    _git(top, "read-tree", commit, index=index)
    _git(top, "checkout-index", "--all", "--force", "--ignore-skip-worktree-bits", f"--prefix={folder}/", index=index)
    for entry in _git(top, "ls-tree", "-r", "-z", commit).split(b"\0"):
        about, _, name = entry.partition(b"\t")
        path = os.fsdecode(name)
        if about.startswith(b"160000 "):
            _unpack_submodule(top / path, about.split()[2].decode(), folder / path)
        elif about.startswith(b"120000 "):
            _relink(top / path, folder / path, folder)


def _relink(before: Path, link: Path, folder: Path) -> None:
    """Let a link that leads out of the folder lead where it led before it was unpacked there."""
    target = os.path.normpath(link.parent / os.readlink(link)) if link.is_symlink() else str(folder)
    if os.path.commonpath((target, folder)) != str(folder):
        target = os.path.normpath(before.parent / os.readlink(link))
        link.unlink()
        link.symlink_to(target)


def _unpack_submodule(top: Path, commit: str, folder: Path) -> None:
    if not (top / ".git").exists():
        return  # Nobody has fetched it, so that the site of today does not have it either.
    try:
        _unpack(top, commit, folder)
    except PastError as error:
        raise PastError(f"in the submodule {top.name}, {error}") from None


_SILENT = "git failed."


def _git(folder: Path, *words: str, index: Path | None = None) -> bytes:
    own = {"GIT_INDEX_FILE": str(index)} if index else {}
    try:
        command = ["git", "-C", str(folder), *words]
        return subprocess.run(command, check=True, capture_output=True, env={**os.environ, **own}).stdout
    except FileNotFoundError:
        raise PastError("git is not installed.") from None
    except (OSError, ValueError) as error:
        raise PastError(f"git cannot be run: {error}.") from None
    except subprocess.CalledProcessError as error:
        said = " ".join(error.stderr.decode(errors="replace").removeprefix("fatal: ").split())
        raise PastError(said or _SILENT) from None
