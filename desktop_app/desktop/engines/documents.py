"""Which document of a page a message is from: reloads replace documents, and an old one's last words come late."""

from __future__ import annotations

from .view import BaseView


class Documents:
    """Passes on what the newest document says, in its order, and drops the rest.

    A document is known by a name of its own making; its first message, number 0, is empty and only announces it.
    """

    def __init__(self, view: BaseView) -> None:
        self._view = view
        self._newest = ""
        self._former: set[str] = set()
        self._next = 0
        self._early: dict[int, str] = {}

    def receive(self, document: str, number: int, text: str) -> None:
        if document in self._former:
            return
        if document != self._newest:
            self._former.add(self._newest)
            self._newest = document
            self._next = 0
            self._early.clear()
            self._view.tell(self._view.handlers.loading)
        self._early[number] = text
        while self._next in self._early:
            text = self._early.pop(self._next)
            self._next += 1
            if text:
                self._view.tell(self._view.handlers.received, text)
