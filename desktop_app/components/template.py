"""Templates with JavaScript expressions in them."""

from __future__ import annotations

QUOTES = "'\"`"


def pieces(template: str) -> list[str]:
    """Return texts and the expressions between them, in turn; the first and the last are texts.

    Raises:
        ValueError: an expression has no end.

    Example:
        >>> pieces("<p>${value}</p>")
        ['<p>', 'value', '</p>']
    """
    found = []
    rest = template
    while (start := rest.find("${")) >= 0:
        end = _end(rest, start + 2)
        found += [rest[:start], rest[start + 2 : end].strip()]
        rest = rest[end + 1 :]
    return [*found, rest]


def _end(template: str, start: int) -> int:
    """Return where the brace stands that closes an expression; those in its strings and blocks are not it."""
    closers = ["}"]
    at = start
    while at < len(template):
        sign = template[at]
        quoted = closers[-1] in QUOTES
        if sign == "\\":
            at += 1
        elif sign == closers[-1]:
            closers.pop()
            if not closers:
                return at
        elif quoted:
            if closers[-1] == "`" and template.startswith("${", at):
                closers.append("}")
                at += 1
        elif sign in QUOTES:
            closers.append(sign)
        elif sign == "{":
            closers.append("}")
        at += 1
    raise ValueError(f"the expression '${{{template[start : start + 30]}' has no end")
