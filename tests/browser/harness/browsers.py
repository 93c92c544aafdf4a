"""Debian's Chromium, Firefox ESR and WebKit, all through Playwright, with the preferences that a test asks for.

Firefox is the one that people use, driven over WebDriver BiDi, not a patched build. Playwright cannot yet set what a
reader prefers there, so a preference is a setting of the browser's profile, and each combination has its own process.

WebKit is Safari's engine, as WebKitGTK has it, in the small browser of `harness.webkit`. That speaks WebDriver BiDi as
Firefox does, so Playwright takes it for a Firefox. It has no forced colours, nobody can answer its requests in place of
the server (`page.route`), and what is in an iframe is out of reach.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Playwright

from harness import webkit

NAMES = ("chromium", "firefox", "webkit")
DRIVERS = {"chromium": "chromium", "firefox": "firefox", "webkit": "firefox"}
"""Which of Playwright's drivers starts a browser."""
SCHEMES = (("chromium", "light"), ("chromium", "dark"), ("firefox", "light"))
"""What shows both schemes, and both browsers. In Firefox each combination of preferences is a process of its own."""
EXECUTABLES = {"chromium": "chromium", "firefox": "firefox-esr"}
SHELL = "chromium-headless-shell"
"""Chromium without its windows, of the same source: for each page Chromium itself would load its own toolbars too,
three times the processor time. Where a test starts a browser with a profile it is Chromium itself."""

# What keeps Chromium from calling home, and any name from being looked up, on whatever machine the tests run.
CHROMIUM_ARGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
)

# Automation switches Firefox's rule off that a file is an origin of its own. A reader's Firefox has it on, so do we.
# Pages are not kept in memory for going back (Chromium under Playwright keeps none either): Playwright would wait for
# a load that never comes. The reader has a mouse (hovering 4, fine pointing 2), as Playwright's Chromium has, and a
# slow screen: drawing it 60 times a second takes a third of the processor time.
FIREFOX_PREFS = {
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    "browser.sessionhistory.max_total_viewers": 0,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "layout.frame_rate": 20,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disabled": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "ui.allPointerCapabilities": 6,
    "ui.primaryPointerCapabilities": 6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a reader has set in their browser or system."""

    scheme: str = "light"
    """Light or dark."""
    scripts: bool = True
    """Whether pages may run scripts."""
    reduced_motion: bool = False
    """Whether movement is to be kept down."""
    forced_colors: bool = False
    """Whether the system's colours replace the page's."""

    def as_context(self) -> dict[str, Any]:
        """Options of a Chromium context."""
        return {
            "color_scheme": self.scheme,
            "java_script_enabled": self.scripts,
            "reduced_motion": "reduce" if self.reduced_motion else "no-preference",
            "forced_colors": "active" if self.forced_colors else "none",
        }

    def as_profile(self) -> dict[str, bool | int]:
        """Preferences of a Firefox profile."""
        return {
            **FIREFOX_PREFS,
            "layout.css.prefers-color-scheme.content-override": 0 if self.scheme == "dark" else 1,
            "javascript.enabled": self.scripts,
            "ui.prefersReducedMotion": int(self.reduced_motion),
            "browser.display.document_color_use": 2 if self.forced_colors else 0,
        }

    def as_arguments(self) -> list[str]:
        """Options of `harness.webkit`."""
        chosen = {
            "--dark": self.scheme == "dark",
            "--no-scripts": not self.scripts,
            "--reduced-motion": self.reduced_motion,
            "--forced-colors": self.forced_colors,
        }
        return [option for option, is_chosen in chosen.items() if is_chosen]


class Pool:
    """Starts each browser when a test first needs it and keeps it for the session."""

    def __init__(self, playwright: Playwright) -> None:
        self.playwright = playwright
        self.running: dict[tuple[str, Preferences | None], Browser] = {}

    def context(self, name: str, preferences: Preferences, **options: Any) -> BrowserContext:
        """Open a context with nothing stored in it."""
        if name == "chromium":
            return self.browser(name, None).new_context(**preferences.as_context(), **options)
        return self.browser(name, preferences).new_context(**options)

    def browser(self, name: str, preferences: Preferences | None) -> Browser:
        """Return the browser of that name; Chromium serves all preferences, so it has none of its own."""
        key = (name, preferences)
        if key not in self.running:
            self.running[key] = self.launch(name, preferences)
        return self.running[key]

    def launch(self, name: str, preferences: Preferences | None = None) -> Browser:
        """Start a browser that the caller closes."""
        return self.driver(name).launch(**self.launch_options(name, preferences))

    def driver(self, name: str) -> BrowserType:
        """Return the part of Playwright that starts the browser."""
        return getattr(self.playwright, DRIVERS[name])

    def profile(self, name: str, folder: Path, preferences: Preferences, **options: Any) -> BrowserContext:
        """Start a browser with a profile in the folder: what it stores is there when it is started again."""
        launch = self.launch_options(name, preferences, windows=True)
        if name == "chromium":
            launch |= preferences.as_context()
        return self.driver(name).launch_persistent_context(folder, **launch, **options)

    def launch_options(self, name: str, preferences: Preferences | None, *, windows: bool = False) -> dict[str, Any]:
        """Return what it takes to start the browser, or skip the test if it is not installed.

        With `windows` it is the browser that people use, whatever is faster.
        """
        if name == "webkit":
            arguments = (preferences or Preferences()).as_arguments()
            return {"executable_path": webkit.LAUNCH, "channel": "moz-firefox", "args": arguments}
        shell = shutil.which(SHELL) if name == "chromium" and not windows else None
        executable = shell or shutil.which(EXECUTABLES[name])
        if executable is None:
            pytest.skip(f"{EXECUTABLES[name]} is not installed: sudo apt-get install {EXECUTABLES[name]}")
        if name == "chromium":
            return {"executable_path": executable, "args": list(CHROMIUM_ARGS)}
        prefs = (preferences or Preferences()).as_profile()
        return {"executable_path": executable, "channel": "moz-firefox", "firefox_user_prefs": prefs}

    def close(self) -> None:
        """End every browser that was started."""
        for browser in self.running.values():
            browser.close()
