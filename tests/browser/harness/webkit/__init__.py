"""WebKit, Safari's engine, as a browser that Playwright starts. All but this file runs in the system's Python."""

import shutil
from pathlib import Path

LAUNCH = Path(__file__).with_name("launch.py")
PACKAGES = "gir1.2-webkit2-4.1 python3-gi xvfb"
"""What to install on Debian and its relatives."""


def is_installed() -> bool:
    """Whether it can run here: its description for Python, Python's bindings, and an X server without a screen."""
    descriptions = [*Path("/usr/lib").glob("*/girepository-1.0/WebKit2-4.1.typelib")]
    return bool(descriptions and Path("/usr/lib/python3/dist-packages/gi").is_dir() and shutil.which("Xvfb"))
