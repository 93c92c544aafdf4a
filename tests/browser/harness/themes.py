"""The plain theme: the content of a page and nothing else. It opens faster, so tests that need no other use it."""

from pathlib import Path

PLAIN = {"name": None, "custom_dir": str(Path(__file__).parent / "theme")}
