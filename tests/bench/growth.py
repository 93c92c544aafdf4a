"""How each command grows with a site: every generator at n, 2n, 4n and 8n, in a process of its own with a time limit.

The figure is the growth from 4n to 8n per doubling: 2.0 is linear, 4.0 the square. `make growth` prints the table and
writes it to `growth.md` beside this file. Processor time; what takes less than 30 ms is noise and has no figure.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from generators import BEFORE, GENERATORS, Pages

COMMANDS = ("check", "build", "fmt", "diff", "stats", "check --base")
SIZES = (1, 2, 4, 8)
NOISE = 0.03
LIMIT = 240
"""Seconds that all runs of a generator may take together."""
ALLOWED = 2.6
"""Growth per doubling that still counts as linear: measured times scatter."""

NOTE = """\
Where a build grows faster than its page, Markdown does so by itself: thousands of open brackets, of `<a` or of tags
with an open quote take plain Markdown time with the square of their number, and a build reads the page with it.
Thousands of comments that never close do the same to Python's own HTML parser. `recall check` reads such a page as
Markdown does, so it shares the row of the tags. A figure of 2.5 to 3 in a row of a few hundredths of a second is
noise.
"""
"""What stands out in the table, and why."""


def write(folder: Path, pages: Pages) -> None:
    """Put pages into the site, in place of those that are there."""
    docs = folder / "docs"
    docs.mkdir(exist_ok=True)
    for old in docs.rglob("*.md"):
        old.unlink()
    for path, text in {"index.md": "# Home\n", **pages}.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")


def git(folder: Path, *words: str) -> None:
    """Run git in the site."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def make(folder: Path, name: str, n: int) -> None:
    """Make a site in two states: what it was is committed, what it is now is in the folder."""
    pages = GENERATORS[name][1](n)
    (folder / "mkdocs.yml").write_text(
        "site_name: Bench\nsite_url: ''\ntheme: {name: mkdocs}\nplugins: [recall]\nuse_directory_urls: false\n"
        "markdown_extensions: [tables, attr_list, md_in_html, pymdownx.superfences]\n"
    )
    write(folder, BEFORE[name](pages) if name in BEFORE else pages)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Before")
    write(folder, pages)


def run(command: str) -> float:
    """Processor time of a command in the current folder, in this process."""
    if command == "build":
        from mkdocs.commands.build import build
        from mkdocs.config import load_config

        config = load_config("mkdocs.yml")
        start = time.process_time()
        build(config)
        return time.process_time() - start
    from mkdocs_recall.cli import main

    gc.collect()
    words = {"diff": ["diff", "HEAD"], "check --base": ["check", "--base", "HEAD"], "fmt": ["fmt", "--check"]}
    start = time.process_time()
    main(words.get(command, [command]))
    spent = time.process_time() - start
    gc.enable()
    return spent


def work(name: str, commands: tuple[str, ...], rounds: int) -> None:
    """Measure all sizes of a generator in this process, and print each time as a line of JSON."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as scratch, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            make(Path(scratch), name, GENERATORS[name][0] * size)
            os.chdir(scratch)
            for command in commands:
                spent = min(run(command) for _ in range(rounds))
                print(json.dumps([command, spent]), file=sys.__stdout__, flush=True)


def measure(name: str, commands: tuple[str, ...], rounds: int) -> dict[str, list[float | None]]:
    """The times of a generator's sites, by command; None for what the limit has cut off."""
    command = [sys.executable, __file__, name, "--work", "--commands", ",".join(commands), "--rounds", str(rounds)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    worker = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        said, errors = worker.communicate(timeout=LIMIT)
        if worker.returncode:
            raise RuntimeError(errors.decode()[-2000:])
    except subprocess.TimeoutExpired:
        worker.kill()
        said, _ = worker.communicate()
    times: dict[str, list[float | None]] = {command: [] for command in commands}
    for line in said.decode().splitlines():
        command_name, spent = json.loads(line)
        times[command_name].append(spent)
    return {command: [*found, *[None] * (len(SIZES) - len(found))] for command, found in times.items()}


def growth(times: list[float | None]) -> str:
    """Growth per doubling over the last step, and the time at 8n."""
    if times[-1] is None:
        return f"over {LIMIT} s"
    least = times[-2] or 0
    if times[-1] < NOISE:
        return "< 0.03 s"
    return f"{times[-1] / max(least, 1e-6):.1f} ({times[-1]:.2f} s)"


def is_linear(times: list[float | None]) -> bool:
    """Whether the last step does not grow faster than the site, apart from noise."""
    if times[-1] is None:
        return False
    return times[-1] < 0.3 or times[-1] / max(times[-2] or 0, 1e-6) <= ALLOWED


def main() -> None:
    """Measure, print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="generators (default: all)")
    parser.add_argument("--commands", default=",".join(COMMANDS))
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="write the table to growth.md")
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    commands = tuple(asked.commands.split(","))
    if asked.work:
        return work(asked.names[0], commands, asked.rounds)
    lines = [f"| Generator | n | {' | '.join(commands)} |", f"|{' --- |' * (len(commands) + 2)}"]
    print(*lines, sep="\n", flush=True)
    worse = []
    for name in asked.names or GENERATORS:
        times = measure(name, commands, asked.rounds)
        row = f"| {name} | {GENERATORS[name][0]:,} | {' | '.join(growth(times[command]) for command in commands)} |"
        print(row, flush=True)
        lines.append(row)
        worse += [f"{name}, {command}: {json.dumps(found)}" for command, found in times.items() if not is_linear(found)]
    print(*(worse or ["Nothing grows faster than the site."]), sep="\n")
    if asked.write:
        about = (
            "# How the commands grow\n\n"
            "Each generator of `generators.py` at n, 2n, 4n and 8n: growth of the processor time from 4n to 8n, and\n"
            "the time at 8n. 2.0 is linear, 4.0 would be the square. `make growth` writes this file.\n\n"
            f"{NOTE}\n"
            f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {platform.machine()}.\n\n"
        )
        Path(__file__).with_name("growth.md").write_text(about + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
