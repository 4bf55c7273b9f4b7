"""What can go wrong before a window opens.

RuntimeError
├── EngineMissing   no webview engine is installed
├── NoDisplay       there is no screen to open a window on
└── WindowClosed    the window is gone
"""


class EngineMissing(RuntimeError):
    """No native webview engine can be loaded; the message says what to install."""


class NoDisplay(RuntimeError):
    """There is no screen to open a window on; the message says what to do."""


class WindowClosed(RuntimeError):
    """The window went away before the page could answer."""
