"""What is not collected where `make ecosystem` has not installed the programs that it needs."""

import os

_NEEDY = [
    *("test_authoring.py", "test_calendar.py", "test_exports.py", "test_imports.py", "test_player.py"),
    *("test_zensical.py", "test_zensical_page.py"),
]

collect_ignore = [] if "RECALL_ECOSYSTEM" in os.environ else _NEEDY
