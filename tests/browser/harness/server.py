"""A static server on this machine's loopback address, which behaves as GitHub Pages does."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SHUT_RDWR, socket
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit


class Server(ThreadingHTTPServer):
    """Serves each mounted folder under a sub-path of its own, and a folder's 404.html for what it lacks."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.connections: list[socket] = []
        self.origin = f"http://127.0.0.1:{self.server_port}"
        self.folders: dict[str, Path] = {}
        self.built_for: dict[str, str] = {}
        self.is_down = False
        """Whether it answers nothing, for a test that sets it."""

    def get_request(self) -> tuple[socket, Any]:
        connection, address = super().get_request()
        self.connections.append(connection)
        return connection, address

    def hang_up(self) -> None:
        """Break off every connection that a browser still has."""
        for connection in self.connections:
            with suppress(OSError):
                connection.shutdown(SHUT_RDWR)

    def mount(self, folder: Path, name: str, *, built_for: str = "") -> str:
        """Serve the folder under /NAME/ and return its address.

        Instant navigation compares addresses with the sitemap, port and all. Give the address that the site was built
        for, so that its sitemap is served with this one.
        """
        self.folders[f"/{name}/"] = folder
        if built_for:
            self.built_for[f"/{name}/sitemap.xml"] = built_for
        return f"{self.origin}/{name}/"


class Handler(SimpleHTTPRequestHandler):
    """Finds the folder by the first part of the path."""

    protocol_version = "HTTP/1.1"
    server: Server

    def translate_path(self, path: str) -> str:
        prefix, _, rest = unquote(urlsplit(path).path).removeprefix("/").partition("/")
        folder = self.server.folders.get(f"/{prefix}/")
        if folder is None:
            return str(Path("/nonexistent"))
        file = (folder / rest).resolve()
        return str(file) if file.is_relative_to(folder.resolve()) else str(Path("/nonexistent"))

    def do_GET(self) -> None:
        if self.server.is_down:
            self.close_connection = True
            return
        path = urlsplit(self.path).path
        if built_for := self.server.built_for.get(path):
            text = Path(self.translate_path(self.path)).read_text(encoding="utf-8")
            address = self.server.origin + path.removesuffix("sitemap.xml")
            self.send_body(HTTPStatus.OK, "application/xml", text.replace(built_for, address).encode())
        else:
            super().do_GET()

    def send_body(self, code: int, type: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        prefix = urlsplit(self.path).path.removeprefix("/").partition("/")[0]
        page = self.server.folders.get(f"/{prefix}/", Path("/nonexistent")) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_body(code, "text/html; charset=utf-8", page.read_bytes())

    def end_headers(self) -> None:
        # A page that is built again within the same second has the same date, so asking whether it changed says no.
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing: the tests tell what went wrong."""


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server on a free port for as long as the block runs."""
    with Server() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class Plug:
    """A server of its own that can be stopped, with every connection it has, and started again at the same address."""

    def __init__(self) -> None:
        self.server: Server | None = None
        self.port = 0
        self.folders: dict[str, Path] = {}

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def mount(self, folder: Path, name: str) -> str:
        """Serve the folder under /NAME/, in place of what was there before, and return its address."""
        self.folders[f"/{name}/"] = folder
        return f"{self.origin}/{name}/"

    def start(self) -> None:
        self.server = Server(self.port)
        self.port, self.server.folders = self.server.server_port, self.folders
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self) -> None:
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server.hang_up()
        self.server = None

    def __enter__(self) -> "Plug":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
