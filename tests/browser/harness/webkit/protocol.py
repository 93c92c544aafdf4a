"""The commands of WebDriver BiDi that Playwright gives, done with WebKit."""

import base64
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gi.repository import GLib, WebKit2
from tab import Tab, mint

Params = dict[str, Any]
Reply = Callable[[Params], None]

MM = 10
"""Millimetres in a centimetre, which is what WebDriver BiDi gives the sizes of paper in."""


class Unknown(Exception):
    """There is no such command, or no such thing any more."""


class Protocol:
    """A session: readers with storage of their own, and their tabs."""

    def __init__(self, send: Callable[[Params], None], settings: WebKit2.Settings, profile: Path) -> None:
        self.send, self.settings, self.profile = send, settings, profile
        self.readers: dict[str, WebKit2.WebContext] = {}
        self.sizes: dict[str, tuple[int, int]] = {}
        self.tabs: dict[str, Tab] = {}
        self.scripts: dict[str, tuple[str, Params]] = {}

    def tell(self, event: str, **params: Any) -> None:
        self.send({"type": "event", "method": event, "params": params})

    def receive(self, message: Params) -> None:
        """Do a command and answer it, at once or when it is done."""

        def reply(result: Params) -> None:
            if result.get("type") == "gone":
                fail("no such handle", "the document has been replaced")
            else:
                self.send({"type": "success", "id": message["id"], "result": result})

        def fail(error: str, text: str) -> None:
            self.send({"type": "error", "id": message["id"], "error": error, "message": text})

        name = "do_" + message["method"].replace(".", "_")
        try:
            if not hasattr(self, name):
                raise Unknown(message["method"])
            getattr(self, name)(message["params"], reply)
        except Unknown as error:
            fail("unknown command", str(error))
        except Exception as error:
            fail("unknown error", repr(error))

    def reader(self, name: str) -> WebKit2.WebContext:
        """The storage of a reader, made when it is first asked for. A private one would hide the page's errors."""
        if name not in self.readers:
            folder = str(self.profile / name)
            manager = WebKit2.WebsiteDataManager(base_data_directory=folder, base_cache_directory=folder)
            self.readers[name] = WebKit2.WebContext.new_with_website_data_manager(manager)
        return self.readers[name]

    def tab(self, params: Params) -> Tab:
        if params["context"] not in self.tabs:
            raise Unknown("no such frame")
        return self.tabs[params["context"]]

    def target(self, params: Params) -> Tab:
        wanted = params["target"]
        if "realm" not in wanted:
            return self.tab(wanted)
        for tab in self.tabs.values():
            if tab.realm == wanted["realm"]:
                return tab
        raise Unknown("no such realm")

    def open(self, owner: str, opener: str | None = None, **more: Any) -> Tab:
        tab = Tab(self, owner, self.reader(owner), **more)
        self.tabs[tab.id] = tab
        tab.begin(opener)
        tab.set_scripts(self.sources(tab))
        return tab

    def sources(self, tab: Tab) -> list[str]:
        """What each document of a tab runs first."""
        chosen = []
        for source, params in self.scripts.values():
            wanted = params.get("contexts", [tab.id]), params.get("userContexts", [tab.owner])
            if tab.id in wanted[0] and tab.owner in wanted[1]:
                chosen.append(f"({source})()")
        return chosen

    def do_session_new(self, params: Params, reply: Reply) -> None:
        version = f"{WebKit2.get_major_version()}.{WebKit2.get_minor_version()}.{WebKit2.get_micro_version()}"
        agent = self.settings.get_user_agent()
        about = {"browserName": "webkit", "browserVersion": version, "userAgent": agent, "platformName": "linux"}
        reply({"sessionId": "session", "capabilities": about})

    def do_session_subscribe(self, params: Params, reply: Reply) -> None:
        reply({"subscription": "all"})

    def nothing(self, params: Params, reply: Reply) -> None:
        """For what this browser does anyway, or has no need of."""
        reply({})

    do_browser_setDownloadBehavior = nothing
    do_browsingContext_activate = nothing
    do_emulation_setScreenOrientationOverride = nothing
    do_emulation_setScreenSettingsOverride = nothing
    do_network_addDataCollector = nothing
    do_network_setCacheBehavior = nothing
    do_script_disown = nothing

    def do_network_addIntercept(self, params: Params, reply: Reply) -> None:
        if params["phases"] != ["authRequired"]:
            raise Unknown("WebKit lets nobody answer its requests")
        reply({"intercept": "none"})

    def do_browser_createUserContext(self, params: Params, reply: Reply) -> None:
        reply({"userContext": mint("reader")})

    def do_browser_removeUserContext(self, params: Params, reply: Reply) -> None:
        for tab in [tab for tab in self.tabs.values() if tab.owner == params["userContext"]]:
            del self.tabs[tab.id]
            tab.close()
        self.readers.pop(params["userContext"], None)
        reply({})

    def do_browser_close(self, params: Params, reply: Reply) -> None:
        reply({})

    def do_browsingContext_create(self, params: Params, reply: Reply) -> None:
        reply({"context": self.open(params.get("userContext", "default")).id})

    def do_browsingContext_close(self, params: Params, reply: Reply) -> None:
        tab = self.tabs.pop(self.tab(params).id)
        reply({})
        tab.close()

    def do_browsingContext_navigate(self, params: Params, reply: Reply) -> None:
        reply({"navigation": self.tab(params).navigate(params["url"]), "url": params["url"]})

    def do_browsingContext_reload(self, params: Params, reply: Reply) -> None:
        self.tab(params).view.reload()
        reply({})

    def do_browsingContext_traverseHistory(self, params: Params, reply: Reply) -> None:
        tab = self.tab(params)
        item = tab.view.get_back_forward_list().get_nth_item(params["delta"])
        if item is None:
            raise Unknown("no such history entry")
        tab.view.go_to_back_forward_list_item(item)
        reply({})
        tab.look_for_address()

    def do_browsingContext_setViewport(self, params: Params, reply: Reply) -> None:
        size = (params["viewport"]["width"], params["viewport"]["height"])
        for owner in params.get("userContexts", []):
            self.sizes[owner] = size
        tabs = [self.tab(params)] if "context" in params else []
        for tab in tabs:
            tab.resize(*size)
        if tabs:
            GLib.timeout_add(50, lambda: tabs[0].settle(lambda: reply({})))
        else:
            reply({})

    def do_browsingContext_captureScreenshot(self, params: Params, reply: Reply) -> None:
        reply({"data": base64.b64encode(self.tab(params).picture()).decode()})

    def do_browsingContext_print(self, params: Params, reply: Reply) -> None:
        file = Path(tempfile.mkdtemp()) / "sheets.pdf"

        def done() -> None:
            reply({"data": base64.b64encode(file.read_bytes()).decode()})

        self.tab(params).print(file, params["page"]["width"] * MM, params["page"]["height"] * MM, done)

    def do_input_performActions(self, params: Params, reply: Reply) -> None:
        self.tab(params).perform(params["actions"], lambda: reply({}))

    def do_script_callFunction(self, params: Params, reply: Reply) -> None:
        self.target(params).run(params, params["functionDeclaration"], reply)

    def do_script_evaluate(self, params: Params, reply: Reply) -> None:
        # An expression may end in a semicolon.
        work = f"() => {{ const value = {params['expression']}\n; return value; }}"
        self.target(params).run(params, work, reply)

    def do_script_addPreloadScript(self, params: Params, reply: Reply) -> None:
        id = mint("script")
        self.scripts[id] = (params["functionDeclaration"], params)
        self.set_scripts()
        reply({"script": id})

    def do_script_removePreloadScript(self, params: Params, reply: Reply) -> None:
        self.scripts.pop(params["script"], None)
        self.set_scripts()
        reply({})

    def set_scripts(self) -> None:
        for tab in self.tabs.values():
            tab.set_scripts(self.sources(tab))

    def console(self, line: str) -> None:
        """Report an error that WebKit has written: `ADDRESS:1:2: CONSOLE JS ERROR TEXT`, or the same without JS."""
        place, _, said = line.partition("CONSOLE ")
        kind, _, text = said.partition("ERROR ")
        if not text or not self.tabs:
            return
        tabs = [tab for tab in self.tabs.values() if place.startswith(tab.address.partition("#")[0])]
        tab = (tabs or list(self.tabs.values()))[-1]
        about = {"level": "error", "source": {"realm": tab.realm, "context": tab.id}, "text": text, "timestamp": 0}
        if kind == "JS ":
            self.tell("log.entryAdded", type="javascript", **about)
        else:
            arguments = [{"type": "string", "value": f"{place}{text}"}]
            self.tell("log.entryAdded", type="console", method="error", args=arguments, **about)
