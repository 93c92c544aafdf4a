"""Where things are, for tests of any folder."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
SPEC = TESTS / "spec"
SUPPORT = TESTS / "support"
PACKAGE = ROOT / "plugins" / "mkdocs_recall"
CLIENT = PACKAGE / "client"
