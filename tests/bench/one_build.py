"""Build one site in a process of its own, in whichever environment, and print what that took as JSON.

It imports nothing of this repository, so that it also runs where only the rival is installed. With `--edit PAGE` it
goes on as `mkdocs serve` does: it changes that page and builds the site once more, with the same plugins.
"""

from __future__ import annotations

import argparse
import gc
import json
import logging
import resource
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

_ADDRESS = "http://127.0.0.1:8000/"


def main() -> None:
    """Build and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("config")
    parser.add_argument("--edit", type=Path)
    args = parser.parse_args()
    logging.disable(logging.WARNING)
    gc.collect()
    start = time.process_time()
    config = load_config(args.config)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    took = {"seconds": time.process_time() - start}
    took["memory"] = _find_peak()
    if args.edit:
        took["again"] = _serve(args.config, args.edit)
    print(json.dumps(took))


def _find_peak() -> float:
    """The most memory that this process has had, in KB.

    Linux passes the peak in `getrusage` on to new processes, so that one would be the peak of whoever started this.
    """
    status = Path("/proc/self/status")
    if not status.is_file():
        return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return next(float(line.split()[1]) for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM:"))


def _serve(config_file: str, page: Path) -> float:
    """Processor time of the build after an edit."""
    config = load_config(config_file)
    config.plugins.on_startup(command="serve", dirty=False)
    page.write_text(page.read_text("utf-8") + "\nOne more line.\n", encoding="utf-8")
    gc.collect()
    start = time.process_time()
    build(load_config(config_file), serve_url=_ADDRESS)
    return time.process_time() - start


if __name__ == "__main__":
    main()
