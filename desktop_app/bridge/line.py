"""The way to a page."""

from __future__ import annotations

from typing import Protocol


class Line(Protocol):
    """Leads to the page of one window; what goes over it arrives in its order. Both calls return at once."""

    def send(self, message: str) -> None:
        """Hand a message, as JSON, to the page."""

    def run(self, script: str) -> None:
        """Run a script in the page, which its policy would refuse from anywhere else."""
