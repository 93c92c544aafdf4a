"""Build one site in a process of its own, in whichever environment, and print what that took as JSON.

It imports nothing of this repository, so that it also runs where only the rival is installed. With `--edit PAGE` it
goes on as `mkdocs serve` does: that page is changed, and the site is built once more.
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


def build_once(config_file: str, *, serve: bool) -> float:
    """Processor time of one build."""
    gc.collect()
    start = time.process_time()
    config = load_config(config_file)
    config.plugins.on_startup(command="serve" if serve else "build", dirty=False)
    build(config, serve_url=_ADDRESS if serve else None)
    return time.process_time() - start


def main() -> None:
    """Build and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("config")
    parser.add_argument("--edit", type=Path)
    args = parser.parse_args()
    logging.disable(logging.WARNING)
    took = {"seconds": build_once(args.config, serve=bool(args.edit))}
    if args.edit:
        args.edit.write_text(args.edit.read_text("utf-8") + "\nOne more line.\n", encoding="utf-8")
        took["again"] = build_once(args.config, serve=True)
    took["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps(took))


if __name__ == "__main__":
    main()
