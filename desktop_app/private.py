"""What must not get into a file that outlives the app."""

from __future__ import annotations


class Private:
    """Something in a log record that may hold a value of the user's: standard error shows it, the log's file does not.

    Args:
        shown: what standard error shows.
    """

    def __init__(self, shown: object) -> None:
        self._shown = shown

    def __str__(self) -> str:
        return str(self._shown)
