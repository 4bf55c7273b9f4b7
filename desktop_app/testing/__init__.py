"""Drive an app in tests without a window, over the same bridge."""

from desktop_app.testing.headless_app import HeadlessApp
from desktop_app.testing.headless_window import HeadlessWindow

__all__ = ["HeadlessApp", "HeadlessWindow"]
