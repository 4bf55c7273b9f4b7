"""Which links of a page may open in the system's browser or mail program."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from desktop_app.session.refused import Refused

LENGTH_LIMIT = 8_192  # characters
SCHEMES = ("http", "https", "mailto")
# The headers that a mail link may fill in; others make some mail programs attach files.
_MAIL_HEADERS = {"to", "cc", "bcc", "subject", "body", "in-reply-to"}


def checked_link(url: str) -> str:
    """Return a link that can be handed to the system.

    Raises:
        Refused: it is no web or mail link, or holds what another program could take for something else. The message
            says which, and of the link its scheme alone.
    """
    if len(url) > LENGTH_LIMIT:
        raise Refused(f"a link has {len(url):,} characters; the limit is {LENGTH_LIMIT:,}")
    # A page's own way of writing addresses leaves nothing else.
    if not re.fullmatch(r"[!#-;=?-\[\]-~]+", url):
        raise Refused("a link holds characters that no link has")
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        raise Refused("a link has no valid host") from None
    if parts.scheme not in SCHEMES:
        raise Refused(f"links of the scheme {parts.scheme[:20]!r} are not opened, only {', '.join(SCHEMES)}")
    if parts.scheme == "mailto":
        headers = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
        if not headers <= _MAIL_HEADERS:
            raise Refused("a mail link fills in headers that it may not")
    elif not host or parts.username is not None:
        raise Refused("a web link has no host, or names a user before it")
    return re.sub(r"[\^`{|}]", lambda character: f"%{ord(character[0]):02X}", url)  # means the same, to every program
