"""Whether this computer can keep a key for the app."""

from __future__ import annotations

import importlib.util
import logging

log = logging.getLogger("desktop_app")


def can_keep_secrets() -> bool:
    """Tell whether `BrowserState(secret=True)` works here: the extra `secrets` is installed and there is a keyring.

    Returns:
        True if it does. Why not is in the log.

    Example:
        >>> login = BrowserState({"user": "", "code": ""}, secret=can_keep_secrets() or None)
    """
    if any(importlib.util.find_spec(package) is None for package in ("cryptography", "keyring")):
        return False
    import keyring

    try:
        keyring.get_password("desktop-blocks", "is there a keyring?")
    except Exception as error:  # each backend has its own
        log.info("there is no keyring to keep secrets: %s", error)
        return False
    return True
