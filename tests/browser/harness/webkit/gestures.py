"""Keys and the mouse: actions of WebDriver BiDi as events of GDK, which a page cannot tell from a reader's."""

import time
from collections.abc import Iterator
from typing import Any

from gi.repository import Gdk, Gtk

KEYS = {
    "\ue003": "BackSpace",
    "\ue004": "Tab",
    "\ue006": "Return",
    "\ue007": "KP_Enter",
    "\ue008": "Shift_L",
    "\ue009": "Control_L",
    "\ue00a": "Alt_L",
    "\ue00c": "Escape",
    "\ue00d": "space",
    "\ue00e": "Page_Up",
    "\ue00f": "Page_Down",
    "\ue010": "End",
    "\ue011": "Home",
    "\ue012": "Left",
    "\ue013": "Up",
    "\ue014": "Right",
    "\ue015": "Down",
    "\ue016": "Insert",
    "\ue017": "Delete",
    "\ue03b": "F11",
    "\ue03c": "F12",
    "\ue03d": "Meta_L",
    "\ue050": "Shift_R",
    "\ue051": "Control_R",
    "\ue052": "Alt_R",
}
"""Names in GDK of the keys that WebDriver writes in its private characters."""
MODIFIERS = {
    "Shift": Gdk.ModifierType.SHIFT_MASK,
    "Control": Gdk.ModifierType.CONTROL_MASK,
    "Alt": Gdk.ModifierType.MOD1_MASK,
    "Meta": Gdk.ModifierType.META_MASK,
}
BUTTONS = {0: 1, 1: 2, 2: 3}
PRESSED = {0: Gdk.ModifierType.BUTTON1_MASK, 1: Gdk.ModifierType.BUTTON2_MASK, 2: Gdk.ModifierType.BUTTON3_MASK}


class Gestures:
    """The keyboard and the mouse over one view: what is held down, and where the pointer is."""

    def __init__(self, view: Gtk.Widget) -> None:
        self.view = view
        self.held = Gdk.ModifierType(0)
        self.at = (0.0, 0.0)

    def perform(self, sources: list[dict[str, Any]]) -> Iterator[None]:
        """Do one action at a time, for the caller to let the page have it before the next."""
        for source in sources:
            for action in source["actions"]:
                getattr(self, "do_" + action["type"])(action)
                yield

    def focus(self) -> None:
        """Give the window the focus that a window manager would give it."""
        event = self.event(Gdk.EventType.FOCUS_CHANGE, self.view.get_toplevel().get_window())
        event.focus_change.in_ = 1
        self.view.get_toplevel().event(event)
        self.view.grab_focus()

    def do_keyDown(self, action: dict[str, Any]) -> None:
        self.key(Gdk.EventType.KEY_PRESS, action["value"])

    def do_keyUp(self, action: dict[str, Any]) -> None:
        self.key(Gdk.EventType.KEY_RELEASE, action["value"])

    def do_pointerMove(self, action: dict[str, Any]) -> None:
        self.at = (float(action["x"]), float(action["y"]))
        event = self.event(Gdk.EventType.MOTION_NOTIFY)
        self.place(event.motion)
        Gtk.main_do_event(event)

    def do_pointerDown(self, action: dict[str, Any]) -> None:
        self.button(Gdk.EventType.BUTTON_PRESS, action["button"])
        self.held |= PRESSED[action["button"]]

    def do_pointerUp(self, action: dict[str, Any]) -> None:
        self.button(Gdk.EventType.BUTTON_RELEASE, action["button"])
        self.held &= ~PRESSED[action["button"]]

    def do_scroll(self, action: dict[str, Any]) -> None:
        self.at = (float(action["x"]), float(action["y"]))
        event = self.event(Gdk.EventType.SCROLL)
        self.place(event.scroll)
        event.scroll.direction = Gdk.ScrollDirection.SMOOTH
        event.scroll.delta_x, event.scroll.delta_y = action["deltaX"] / 40, action["deltaY"] / 40
        Gtk.main_do_event(event)

    def do_pause(self, action: dict[str, Any]) -> None:
        """Nothing: each action waits for the page as it is."""

    def key(self, type: Gdk.EventType, value: str) -> None:
        name = KEYS.get(value)
        symbol = Gdk.keyval_from_name(name) if name else Gdk.unicode_to_keyval(ord(value))
        modifier = MODIFIERS.get((name or "").partition("_")[0], Gdk.ModifierType(0))
        if name == "Tab" and self.held & Gdk.ModifierType.SHIFT_MASK:
            symbol = Gdk.keyval_from_name("ISO_Left_Tab")
        event = self.event(type)
        event.key.time = self.now()
        event.key.keyval = symbol
        event.key.state = self.held
        found, keys = Gdk.Keymap.get_for_display(Gdk.Display.get_default()).get_entries_for_keyval(symbol)
        if found and keys:
            event.key.hardware_keycode, event.key.group = keys[0].keycode, keys[0].group
        event.set_device(Gdk.Display.get_default().get_default_seat().get_keyboard())
        Gtk.main_do_event(event)
        self.held = self.held | modifier if type == Gdk.EventType.KEY_PRESS else self.held & ~modifier

    def button(self, type: Gdk.EventType, button: int) -> None:
        event = self.event(type)
        self.place(event.button)
        event.button.button = BUTTONS[button]
        Gtk.main_do_event(event)

    def event(self, type: Gdk.EventType, window: Gdk.Window | None = None) -> Gdk.Event:
        event = Gdk.Event.new(type)
        event.any.window = window or self.view.get_window()
        event.any.send_event = 0
        event.set_device(Gdk.Display.get_default().get_default_seat().get_pointer())
        return event

    def place(self, event: Any) -> None:
        """Write into an event of the mouse where and when it is, and what is held down."""
        event.x, event.y = self.at
        _, left, top = self.view.get_window().get_origin()
        event.x_root, event.y_root = left + self.at[0], top + self.at[1]
        event.state = self.held
        event.time = self.now()

    def now(self) -> int:
        return time.monotonic_ns() // 1_000_000 & 0xFFFFFFFF
