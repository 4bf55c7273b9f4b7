"""What an author may let the page use beyond the window."""

from __future__ import annotations

from typing import Literal

Permission = Literal["camera", "clipboard", "location", "microphone", "notifications", "screen"]
