"""Small pages that echo what they are told."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

ECHO = """
function start() {
  window.desktopApp = { receive(message) { desktopAppTransport.send(JSON.stringify(message)); } };
  desktopAppTransport.send("ready");
}
window.desktopAppTransport ? start() : addEventListener("desktop-app-transport", start);
"""


def write_page(path: Path, body: str = "", *, strict: bool = True) -> Path:
    """A page that says "ready" and echoes; strict ones forbid everything but their own script."""
    digest = base64.b64encode(hashlib.sha256(ECHO.encode()).digest()).decode()
    policy = f"default-src 'none'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if strict else ""
    path.write_text(
        f"<!doctype html><html><head><meta charset=utf-8>{meta}<title>{path.stem}</title></head>"
        f"<body>{body}<script>{ECHO}</script></body></html>",
        encoding="utf-8",
    )
    return path
