"""Files that an author's script in the page brings to Python, kept as long as the session."""

from __future__ import annotations

import base64
import binascii
import secrets
import shutil
import tempfile
import threading
from pathlib import Path

from desktop_app.components.file_name import safe_name
from desktop_app.errors import Error
from desktop_app.texts import text

UPLOAD = "@upload"  # how the page calls it, which no function of an author's can be called

_lock = threading.Lock()
_folders: dict[str, Path] = {}  # by session


def receive_part(session_hash: str, upload: object, name: object, part: object) -> dict[str, str]:
    """Write one part of a file behind those that came before.

    Args:
        session_hash: whose file it is.
        upload: None for the first part, then what the first one was answered.
        name: what the file is called; its folder is left out.
        part: bytes, as base64.

    Returns:
        `upload`, which names the file to its next part, and its `path`.

    Raises:
        Error: the page could not have said that, or the file cannot be written.
    """
    try:
        content = base64.b64decode(str(part).encode("ascii"), validate=True)
        folder = _folder(session_hash)
        number = secrets.token_hex(8) if upload is None else str(upload)
        place = folder / number
        if upload is None:
            place.mkdir()
        elif place.parent != folder or not place.is_dir():
            raise Error(text("This file could not be taken."))
        path = place / safe_name(str(name))
        with path.open("ab") as file:
            file.write(content)
    except (OSError, UnicodeError, binascii.Error) as error:
        raise Error(text("This file could not be taken.")) from error
    return {"upload": number, "path": str(path)}


def forget_session(session_hash: str) -> None:
    """Remove what a session has brought."""
    with _lock:
        folder = _folders.pop(session_hash, None)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def _folder(session_hash: str) -> Path:
    with _lock:
        if session_hash not in _folders:
            _folders[session_hash] = Path(tempfile.mkdtemp(prefix="desktop-app-"))
        return _folders[session_hash]
