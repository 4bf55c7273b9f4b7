"""The desktop where pywebview's public interface is all there is: it offers none of this."""

from __future__ import annotations

import logging
from collections.abc import Callable

logger = logging.getLogger("desktop_app.desktop")


class StockDesk:
    """Says in the log what this engine cannot do."""

    def notify(self, title: str, body: str) -> None:
        logger.warning("Notifications are not there yet on this engine.")

    def read_clipboard(self, done: Callable[[str | None], None]) -> None:
        logger.warning("Reading the clipboard is not there yet on this engine.")
        done(None)

    def write_clipboard(self, text: str) -> None:
        logger.warning("Writing the clipboard is not there yet on this engine.")

    def show_badge(self, count: int) -> None:
        """Nothing shows it."""

    def show_progress(self, part: float | None) -> None:
        """Nothing shows it."""
