"""One tab: a view of WebKit in a window of its own, and the events of WebDriver BiDi that it causes."""

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gestures import Gestures
from gi.repository import Gdk, GLib, Gtk, WebKit2

if TYPE_CHECKING:
    from protocol import Protocol

HELPER = Path(__file__).with_name("values.js").read_text(encoding="utf-8")
KEPT = "globalThis[Symbol.for('tab')]"
READY = "window.webkit.messageHandlers.tab.postMessage(JSON.stringify({ready: true}))"
CALL = """const call = JSON.parse(given);
const tab = {kept} ??= ({helper})(call.realm);
{channels}
return await tab.run(call, {work});"""
CHANNEL = """((data) => window.webkit.messageHandlers.tab.postMessage(
    JSON.stringify({channel: %s, data: {type: "string", value: String(data)}})))"""

START, COMMITTED, FINISHED = WebKit2.LoadEvent.STARTED, WebKit2.LoadEvent.COMMITTED, WebKit2.LoadEvent.FINISHED

numbers = itertools.count(1)


def mint(kind: str) -> str:
    return f"{kind}-{next(numbers)}"


class Tab:
    """A view of WebKit: what it loads, runs and shows."""

    def __init__(self, protocol: "Protocol", owner: str, context: WebKit2.WebContext, **more: Any) -> None:
        self.protocol, self.owner = protocol, owner
        self.id, self.realm = mint("tab"), mint("realm")
        self.navigation: str | None = None
        self.wanted: str | None = None
        self.is_parsed = True
        self.waiting: dict[str, Callable[[], None]] = {}
        self.content = WebKit2.UserContentManager()
        self.content.connect("script-message-received::tab", self.on_message)
        self.content.register_script_message_handler("tab")
        self.view = WebKit2.WebView(
            web_context=context, user_content_manager=self.content, settings=protocol.settings, **more
        )
        self.window = Gtk.Window(type=Gtk.WindowType.POPUP)
        self.window.add(self.view)
        self.resize(*protocol.sizes.get(owner, (1280, 900)))
        self.window.show_all()
        self.gestures = Gestures(self.view)
        self.gestures.focus()
        self.view.connect("load-changed", self.on_load)
        self.view.connect("load-failed", self.on_failed)
        self.view.connect("notify::uri", self.on_address)
        self.view.connect("resource-load-started", self.on_request)
        self.view.connect("create", self.on_create)
        self.view.connect("script-dialog", self.on_dialog)

    @property
    def address(self) -> str:
        return self.view.get_uri() or "about:blank"

    def tell(self, event: str, **params: Any) -> None:
        """Send an event that is about this tab."""
        self.protocol.tell(event, context=self.id, timestamp=GLib.get_real_time() // 1000, **params)

    def begin(self, opener: str | None = None) -> None:
        """Announce the tab, with its empty document."""
        created = {"children": None, "clientWindow": "window", "originalOpener": opener, "parent": None}
        self.tell("browsingContext.contextCreated", url="about:blank", userContext=self.owner, **created)
        self.tell("script.realmCreated", realm=self.realm, origin="null", type="window")

    def resize(self, width: int, height: int) -> None:
        self.view.set_size_request(width, height)
        self.window.resize(width, height)

    def set_scripts(self, sources: list[str]) -> None:
        """Have each document run these before any script of its own."""
        self.content.remove_all_scripts()
        frames, times = WebKit2.UserContentInjectedFrames, WebKit2.UserScriptInjectionTime
        for source in sources:
            self.content.add_script(WebKit2.UserScript.new(source, frames.ALL_FRAMES, times.START, None, None))
        self.content.add_script(WebKit2.UserScript.new(READY, frames.TOP_FRAME, times.END, None, None))

    def navigate(self, address: str) -> str:
        """Load an address; the id that the events of the navigation will have."""
        self.wanted = mint("navigation")
        if address.partition("#")[0] == self.address.partition("#")[0] and "#" in address:
            self.run({}, "() => { location.href = " + json.dumps(address) + " }", lambda _: None)
        else:
            self.view.load_uri(address)
        return self.wanted

    def run(self, params: dict[str, Any], work: str, reply: Callable[[dict[str, Any]], None]) -> None:
        """Call a function in the page's own world, and give the reply what WebDriver BiDi answers."""
        channels, given = [], []
        for value in params.get("arguments", []):
            if value.get("type") == "channel":
                channels.append(CHANNEL % json.dumps(value["value"]["channel"]))
            else:
                given.append(value)
        depth = params.get("serializationOptions", {}).get("maxObjectDepth", 99)
        call = {
            "realm": self.realm,
            "given": given,
            "kept": params.get("resultOwnership") == "root",
            "waits": params.get("awaitPromise", True),
            "depth": depth,
        }
        if channels:
            work = f"() => ({work})({', '.join(channels)})"
        body = CALL.replace("{kept}", KEPT).replace("{helper}", HELPER).replace("{channels}", "")
        body = body.replace("{work}", work)
        asked = mint("call")
        realm = self.realm
        gone = {"type": "gone"}

        def answer(said: dict[str, Any]) -> None:
            if self.waiting.pop(asked, None):
                reply(said | {"realm": realm})

        def finished(view: WebKit2.WebView, result: Any) -> None:
            try:
                said = json.loads(view.call_async_javascript_function_finish(result).to_string())
            except GLib.Error as error:
                said = {"type": "exception", "exceptionDetails": {"text": error.message}}
            answer(gone if realm != self.realm else said)

        self.waiting[asked] = lambda: answer(gone)
        arguments = GLib.Variant("a{sv}", {"given": GLib.Variant("s", json.dumps(call))})
        self.view.call_async_javascript_function(body, -1, arguments, None, None, None, finished)

    def settle(self, done: Callable[[], None]) -> None:
        """Go on once the page has dealt with the events it was sent."""
        self.run({}, "() => 0", lambda _: done())

    def perform(self, sources: list[dict[str, Any]], done: Callable[[], None]) -> None:
        steps = self.gestures.perform(sources)

        def step() -> None:
            if next(steps, self) is self:
                done()
            else:
                self.settle(step)

        step()

    def on_load(self, view: WebKit2.WebView, event: WebKit2.LoadEvent) -> None:
        if event == START:
            self.navigation, self.wanted = self.wanted or mint("navigation"), None
            self.tell("browsingContext.navigationStarted", navigation=self.navigation, url=self.address)
        elif event == COMMITTED:
            self.renew()
        elif event == FINISHED and self.navigation is not None:
            self.parsed()
            self.tell("browsingContext.load", navigation=self.navigation, url=self.address)
            self.navigation = None

    def renew(self) -> None:
        """The old document is gone, and what was asked of it will not be answered."""
        self.protocol.tell("script.realmDestroyed", realm=self.realm)
        self.realm = mint("realm")
        for give_up in list(self.waiting.values()):
            give_up()
        self.is_parsed = False
        self.tell("script.realmCreated", realm=self.realm, origin=self.address, type="window")
        self.tell("browsingContext.navigationCommitted", navigation=self.navigation, url=self.address)

    def parsed(self) -> None:
        if not self.is_parsed:
            self.is_parsed = True
            self.tell("browsingContext.domContentLoaded", navigation=self.navigation, url=self.address)

    def on_failed(self, view: WebKit2.WebView, event: WebKit2.LoadEvent, address: str, error: GLib.Error) -> bool:
        self.tell("browsingContext.navigationFailed", navigation=self.navigation, url=address, message=error.message)
        return True

    def on_address(self, view: WebKit2.WebView, _: Any) -> None:
        """Report a new address within the same document."""
        if self.navigation is None and not view.is_loading():
            self.tell("browsingContext.fragmentNavigated", navigation=self.wanted, url=self.address)
            self.wanted = None

    def look_for_address(self) -> None:
        """Report one that going back has led to within the document, of which WebKit says nothing."""
        realm = self.realm

        def found(said: dict[str, Any]) -> None:
            if self.navigation is None and self.realm == realm and said["type"] == "success":
                self.tell("browsingContext.fragmentNavigated", navigation=None, url=said["result"]["value"])

        GLib.timeout_add(100, lambda: self.run({}, "() => location.href", found))

    def on_message(self, content: WebKit2.UserContentManager, result: WebKit2.JavascriptResult) -> None:
        said = json.loads(result.get_js_value().to_string())
        if said.get("ready"):
            self.parsed()
        else:
            self.protocol.tell("script.message", source={"realm": self.realm, "context": self.id}, **said)

    def on_request(self, view: WebKit2.WebView, resource: WebKit2.WebResource, request: WebKit2.URIRequest) -> None:
        """Report what is asked for, and what came of it."""
        is_main = resource == view.get_main_resource() and self.navigation is not None
        about = {
            "isBlocked": False,
            "navigation": self.navigation if is_main else None,
            "redirectCount": 0,
            "request": {
                "request": mint("request"),
                "url": request.get_uri(),
                "method": request.get_http_method() or "GET",
                "headers": [],
                "cookies": [],
                "destination": "document" if is_main else "",
                "initiatorType": None if is_main else "other",
                "timings": {"requestTime": 0, "responseEnd": 0},
            },
        }
        self.tell("network.beforeRequestSent", **about)

        def answered(*_: Any) -> None:
            response = resource.get_response()
            status = response.get_status_code() if response else 0
            answer = {"url": request.get_uri(), "status": status or 200, "statusText": "", "headers": []}
            answer |= {"protocol": "http/1.1", "headersSize": 0, "bodySize": 0}
            self.tell("network.responseStarted", response=answer, **about)
            self.tell("network.responseCompleted", response=answer, **about)

        def failed(_: WebKit2.WebResource, error: GLib.Error) -> None:
            is_left = error.matches(WebKit2.NetworkError.quark(), WebKit2.NetworkError.CANCELLED)
            self.tell("network.fetchError", errorText="NS_BINDING_ABORTED" if is_left else error.message, **about)

        resource.connect("finished", answered)
        resource.connect("failed", failed)

    def on_create(self, view: WebKit2.WebView, action: WebKit2.NavigationAction) -> WebKit2.WebView:
        return self.protocol.open(self.owner, opener=self.id, related_view=view).view

    def on_dialog(self, view: WebKit2.WebView, dialog: WebKit2.ScriptDialog) -> bool:
        """Leave a page that asks whether to, and say no to all else."""
        leaves = dialog.get_dialog_type() == WebKit2.ScriptDialogType.BEFORE_UNLOAD_CONFIRM
        if leaves or dialog.get_dialog_type() == WebKit2.ScriptDialogType.CONFIRM:
            dialog.confirm_set_confirmed(leaves)
        return True

    def picture(self) -> bytes:
        window = self.view.get_window()
        pixels = Gdk.pixbuf_get_from_window(window, 0, 0, window.get_width(), window.get_height())
        return pixels.save_to_bufferv("png", [], [])[1]

    def print(self, file: Path, width: float, height: float, done: Callable[[], None]) -> None:
        """Print to a PDF of that many millimetres."""
        paper = Gtk.PaperSize.new_custom("sheet", "sheet", width, height, Gtk.Unit.MM)
        setup = Gtk.PageSetup()
        setup.set_paper_size(paper)
        for side in ("top", "bottom", "left", "right"):
            getattr(setup, f"set_{side}_margin")(10, Gtk.Unit.MM)
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, file.as_uri())
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        operation = WebKit2.PrintOperation.new(self.view)
        operation.set_page_setup(setup)
        operation.set_print_settings(settings)
        operation.connect("finished", lambda _: done())
        operation.print_()
        self.printing = operation

    def close(self) -> None:
        self.tell("browsingContext.contextDestroyed", url=self.address, userContext=self.owner, parent=None)
        for give_up in list(self.waiting.values()):
            give_up()
        self.window.destroy()
