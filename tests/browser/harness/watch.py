"""What a page may not do while a test looks elsewhere: log an error, throw one, miss a file, ask another host."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Request, Response

# A page that is left while it still loads something has not failed to load it.
ABORTED = re.compile(r"ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT")


class Watch:
    """Collects the faults of every page of the contexts it was told of."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.seen: list[str] = []
        self.allowed: list[re.Pattern[str]] = []

    def allow(self, pattern: str) -> None:
        """Let pass what matches the regular expression: for a test that means the fault to happen."""
        self.allowed.append(re.compile(pattern))

    @property
    def faults(self) -> list[str]:
        """Everything that happened and was not allowed, in order."""
        return [fault for fault in self.seen if not any(pattern.search(fault) for pattern in self.allowed)]

    def context(self, context: BrowserContext) -> None:
        """Watch the pages that this context has and will have."""
        for page in context.pages:
            self.page(page)
        context.on("page", self.page)

    def page(self, page: Page) -> None:
        """Watch one page, its frames included."""
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.error(page, error))
        page.on("request", self.request)
        page.on("requestfailed", self.failed)
        page.on("response", self.response)

    def error(self, page: Page, error: Error) -> None:
        """A script that was loading others in a page that is left, as a search worker does, has not failed either."""
        if not ABORTED.search(error.name or ""):
            self.seen.append(f"error in {page.url}: {error}")

    def console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(f"console: {message.text} ({message.location.get('url', '')})")

    def request(self, request: Request) -> None:
        address = urlsplit(request.url)
        own = f"{address.scheme}://{address.netloc}" == self.origin
        if not own and address.scheme not in {"file", "data", "blob", "about"}:
            self.seen.append(f"request to another host: {request.url}")

    def failed(self, request: Request) -> None:
        if not ABORTED.search(request.failure or ""):
            self.seen.append(f"failed: {request.url}: {request.failure}")

    def response(self, response: Response) -> None:
        if response.status >= 400:
            self.seen.append(f"status {response.status}: {response.url}")
