#!/usr/bin/python3
"""WebKit, Safari's engine, as a browser that Playwright can drive as it drives Firefox: over WebDriver BiDi.

It is WebKitGTK from the system's packages, in a window on a display of its own that nobody sees. Playwright starts this
program with Firefox's options, and finds the address of its server in what it prints. The system's Python runs it,
which has the bindings: gir1.2-webkit2-4.1 and xvfb are all it takes.
"""

import argparse
import ctypes
import os
import signal
import subprocess
import threading
from pathlib import Path
from typing import Any

DIE_WITH_PARENT = 1


def display() -> str:
    """Start an X server without a screen, which ends when this process does."""
    reader, writer = os.pipe()
    libc = ctypes.CDLL(None)
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset"]
    subprocess.Popen(
        command,
        pass_fds=[writer],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: libc.prctl(DIE_WITH_PARENT, signal.SIGTERM),
    )
    os.close(writer)
    with os.fdopen(reader) as lines:
        return ":" + lines.readline().strip()


def read_options() -> argparse.Namespace:
    options = argparse.ArgumentParser()
    options.add_argument("--profile", type=Path)
    options.add_argument("--dark", action="store_true")
    options.add_argument("--no-scripts", action="store_true")
    options.add_argument("--reduced-motion", action="store_true")
    return options.parse_known_args()[0]


def main() -> None:
    options = read_options()
    os.environ |= {
        "DISPLAY": display(),
        "GDK_BACKEND": "x11",
        "NO_AT_BRIDGE": "1",
        "GTK_IM_MODULE": "gtk-im-context-simple",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        "GSETTINGS_BACKEND": "memory",
    }
    # The processes of pages write there what a page logs.
    reader, writer = os.pipe()
    errors = os.fdopen(os.dup(2), "w", buffering=1)
    os.dup2(writer, 2)

    import gi

    gi.require_version("Gtk", "3.0")
    gi.require_version("WebKit2", "4.1")
    from gi.repository import GLib, Gtk, WebKit2
    from protocol import Protocol
    from wire import Wire

    system = Gtk.Settings.get_default()
    system.set_property("gtk-application-prefer-dark-theme", options.dark)
    system.set_property("gtk-enable-animations", not options.reduced_motion)
    system.set_property("gtk-cursor-blink", False)
    settings = WebKit2.Settings(
        allow_file_access_from_file_urls=False,
        enable_javascript_markup=not options.no_scripts,
        enable_smooth_scrolling=False,
        enable_write_console_messages_to_stdout=True,
        javascript_can_open_windows_automatically=True,
    )
    wire: Wire

    def later(work: Any, *given: Any) -> None:
        GLib.idle_add(lambda: work(*given) and False)

    def close() -> None:
        """End once what pages have stored is on the disk."""
        lasts = "default" in protocol.readers
        for tab in list(protocol.tabs.values()):
            tab.window.destroy()
        protocol.readers.clear()
        GLib.timeout_add(700 if lasts else 0, Gtk.main_quit)

    def receive(message: Any) -> None:
        protocol.receive(message)
        if message["method"] == "browser.close":
            close()

    def read_console() -> None:
        with os.fdopen(reader, errors="replace") as lines:
            for line in lines:
                errors.write(line)
                later(protocol.console, line.strip())

    protocol = Protocol(lambda message: wire.send(message), settings, options.profile)
    wire = Wire(lambda message: later(receive, message), lambda: later(close))
    threading.Thread(target=read_console, daemon=True).start()
    print(f"WebDriver BiDi listening on ws://127.0.0.1:{wire.port}", file=errors)
    Gtk.main()
    os._exit(0)


if __name__ == "__main__":
    main()
