"""What can go wrong before a window opens.

DesktopAppError
├── EngineMissing   no webview engine is installed
├── NoDisplay       there is no screen to open a window on
└── WindowClosed    the window is gone
"""

from desktop_app.errors import DesktopAppError


class EngineMissing(DesktopAppError):
    """No native webview engine can be loaded; the message says what to install."""


class NoDisplay(DesktopAppError):
    """There is no screen to open a window on; the message says what to do."""


class WindowClosed(DesktopAppError):
    """The window went away before the page could answer."""
