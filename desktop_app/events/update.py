"""Changes to a component that a handler returns."""

from __future__ import annotations

from typing import Any


class Update:
    """Properties to change, by name; `value` among them is the new value."""

    def __init__(self, properties: dict[str, Any]) -> None:
        self.properties = properties

    def __repr__(self) -> str:
        return f"update({', '.join(f'{name}={value!r}' for name, value in self.properties.items())})"


def update(**properties: Any) -> Update:
    """Return it from a handler to change some properties of an output and leave the others.

    Args:
        properties: any constructor arguments of the output, such as `visible=False` or `value="new"`.

    Returns:
        What the output is to be told; it is for a handler to return, and does nothing by itself.

    Example:
        >>> def hide():
        ...     return update(visible=False)
    """
    return Update(properties)


def skip() -> Update:
    """Return it from a handler to leave an output as it is.

    Returns:
        A change of nothing.

    Example:
        >>> def open_again(path):
        ...     return read(path) if path else skip()
    """
    return Update({})
