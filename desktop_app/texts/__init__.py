"""The texts of our own that a user reads, in the user's language; what an author writes stays as it is.

The English text is what names it: `text("Not saved")`. A test holds the tables to what is used.
"""

from __future__ import annotations

import locale
import os
from functools import cache

from desktop_app.texts import german

TABLES = {"de": german.TEXTS}


def text(english: str, **values: object) -> str:
    """Return a text in the user's language, its `{names}` filled in.

    Args:
        english: the text as it is in English, where no other language has it.
        values: what is filled in, by name.
    """
    return _table().get(english, english).format(**values)


@cache
def language() -> str:
    """Return the user's language as in `lang="…"`: that of `DESKTOP_APP_LANGUAGE`, else the system's; "en" if we do not
    speak it."""
    variables = ("DESKTOP_APP_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    said = next((value for name in variables if (value := os.environ.get(name))), None) or locale.getlocale()[0]
    code = (said or "en").replace("-", "_").partition("_")[0].lower()
    return "de" if code in ("de", "german") else "en"


def page_texts() -> dict[str, str]:
    """Return what the page's own texts are in the user's language, by their English; nothing in English."""
    return german.OF_THE_PAGE if language() == "de" else {}


def _table() -> dict[str, str]:
    return TABLES.get(language(), {})
