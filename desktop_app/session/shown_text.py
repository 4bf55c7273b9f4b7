"""What of a message may be shown in a page."""

from __future__ import annotations

import re

# The folders before a file's name, but nothing of a URL.
FOLDERS = re.compile(r"""(?<![\w:/\\])(?:[A-Za-z]:)?[/\\](?:[^/\\\s'"]+[/\\])+""")


def without_folders(text: str) -> str:
    """Return a message with the names of files left and the paths to them taken out; the log has those."""
    return FOLDERS.sub("", text)
