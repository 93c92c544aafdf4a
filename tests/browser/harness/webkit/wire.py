"""The server's end of a WebSocket, as much of it as one client on this machine needs."""

import base64
import hashlib
import json
import socket
import threading
from collections.abc import Callable
from typing import Any

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, CLOSE = 1, 8


class Wire:
    """Waits for the client, then hands each message to `receive` and the end to `closed`, both from a thread."""

    def __init__(self, receive: Callable[[Any], None], closed: Callable[[], None]) -> None:
        self.receive, self.closed = receive, closed
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        self.client, _ = self.listener.accept()
        self.client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.stream = self.client.makefile("rb")
        self.shake_hands()
        while (message := self.read()) is not None:
            self.receive(json.loads(message))
        self.closed()

    def shake_hands(self) -> None:
        key = b""
        while (line := self.stream.readline().strip()) != b"":
            name, _, value = line.partition(b":")
            if name.lower() == b"sec-websocket-key":
                key = value.strip()
        accept = base64.b64encode(hashlib.sha1(key + GUID).digest())
        head = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        self.client.sendall(head + b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n")

    def read(self) -> bytes | None:
        """The next message, of one frame or more; None at the end."""
        whole = b""
        while True:
            head = self.stream.read(2)
            if len(head) < 2 or head[0] & 15 == CLOSE:
                return None
            size = head[1] & 127
            if size > 125:
                size = int.from_bytes(self.stream.read(2 if size == 126 else 8), "big")
            mask = self.stream.read(4)
            data = int.from_bytes(self.stream.read(size), "big")
            whole += (data ^ int.from_bytes((mask * (size // 4 + 1))[:size], "big")).to_bytes(size, "big")
            if head[0] & 128:
                return whole

    def send(self, message: dict[str, Any]) -> None:
        """Send a message; one for a client that has gone is lost."""
        data = json.dumps(message).encode()
        size = len(data)
        short = (size, b"") if size < 126 else (126, size.to_bytes(2, "big")) if size < 1 << 16 else None
        length, more = short or (127, size.to_bytes(8, "big"))
        try:
            self.client.sendall(bytes([128 | TEXT, length]) + more + data)
        except OSError:
            self.closed()
