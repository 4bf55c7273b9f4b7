"""What must not be heard in a test: the page's console, blocked loads, requests, and warnings in our log."""

from __future__ import annotations

import logging

from playwright.sync_api import ConsoleMessage, Page, Request

OWN_SCHEMES = ("file:", "data:", "blob:")
# The page tells of what its content security policy has blocked.
REPORT_BLOCKED = """
document.addEventListener("securitypolicyviolation", (event) =>
  window.complain(`${event.violatedDirective} blocked ${event.blockedURI} ${event.sample}`));
"""


class Complaints(logging.Handler):
    """Gathers complaints; a test names the ones that it provokes."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []
        self._expected: list[str] = []
        self._allowed: list[str] = []

    def listen(self, page: Page) -> None:
        """Hear what this page complains of from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"uncaught: {error}"))
        page.on("crash", lambda: self.heard.append("the page crashed"))
        page.on("request", self._request)
        page.expose_binding("complain", lambda _, text: self.heard.append(f"policy: {text}"))
        page.add_init_script(REPORT_BLOCKED)

    def expect(self, *parts: str) -> None:
        """Let complaints with one of these parts be; each part has to come by the end of the test."""
        self._expected.extend(parts)

    def allow(self, *parts: str) -> None:
        """Let complaints with one of these parts be, if they come before the test is over."""
        self._allowed.extend(parts)

    def expected(self, part: str) -> bool:
        """Tell whether a complaint with this part has come."""
        return any(part in complaint for complaint in self.heard)

    def check(self) -> None:
        """Fail for each complaint that was not expected, and each expected one that did not come."""
        let_be = [*self._expected, *self._allowed]
        surprising = [heard for heard in self.heard if not any(part in heard for part in let_be)]
        assert not surprising, f"not expected: {surprising}"
        missing = [part for part in self._expected if not self.expected(part)]
        assert not missing, f"expected: {missing}; heard only: {self.heard}"

    def emit(self, record: logging.LogRecord) -> None:
        """Hear a line of our log."""
        self.heard.append(f"log: {record.getMessage()}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self.heard.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith(OWN_SCHEMES):
            self.heard.append(f"request: {request.url}")
