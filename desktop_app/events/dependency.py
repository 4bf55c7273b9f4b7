"""What attaching a listener gives back."""

from __future__ import annotations

from typing import Any

from desktop_app.events.event import Trigger
from desktop_app.events.listener import Listener


class Dependency:
    """A listener that was attached: what follows it hangs on it, and calling it calls the author's function.

    Example:
        >>> send.click(check, form).success(post, form, answer).then(tidy_up)
    """

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self.__name__ = listener.name
        if listener.fn is not None:
            self.__wrapped__ = listener.fn
            self.__doc__ = listener.fn.__doc__

    @property
    def then(self) -> Trigger:
        """Happens when the listener is done, however it went."""
        return Trigger(self.listener, "then")

    @property
    def success(self) -> Trigger:
        """Happens when the listener is done without an error."""
        return Trigger(self.listener, "success")

    @property
    def failure(self) -> Trigger:
        """Happens when the listener ended with an error, or its inputs did not pass its validator."""
        return Trigger(self.listener, "failure")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the author's function as if nobody listened.

        Args:
            args: what it takes.
            kwargs: what it takes by name.

        Returns:
            What it returns.

        Raises:
            TypeError: the listener has none.
        """
        if self.listener.fn is None:
            raise TypeError(f"{self!r} has no Python function to call")
        return self.listener.fn(*args, **kwargs)

    def __repr__(self) -> str:
        return f"<listener {self.__name__}>"
