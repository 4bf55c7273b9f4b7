"""Names of files."""

from __future__ import annotations

LONGEST = 150  # characters


def safe_name(name: str, otherwise: str = "file") -> str:
    """Return the last part of a name without what some system cannot write; `otherwise` if nothing is left."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join("_" if sign in '<>:"|?*' or not sign.isprintable() else sign for sign in last).strip(" .")
    return kept[-LONGEST:] or otherwise
