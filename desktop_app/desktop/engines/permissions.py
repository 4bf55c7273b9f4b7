"""What a page may use beyond its window: nothing but what the app's author has named."""

from __future__ import annotations

import logging
from collections.abc import Set

logger = logging.getLogger("desktop_app.desktop")


def decide(asked: Set[str], allowed: Set[str]) -> bool:
    """Whether a page is given what it asks for; a refusal is logged, with what an author could do.

    Args:
        asked: names of permissions; none for what has no name here, and is never given.
        allowed: what the author has named.
    """
    if asked and asked <= allowed:
        return True
    missing = ", ".join(f'"{name}"' for name in sorted(asked - allowed))
    if missing:
        logger.warning(
            "The page asked for %s and did not get it; Blocks(permissions=[%s]) allows it.", missing, missing
        )
    else:
        logger.warning("The page asked for something that no page is given.")
    return False
