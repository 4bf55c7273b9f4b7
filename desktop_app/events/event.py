"""What can happen to a component, and how an author listens to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from desktop_app.events.listen import ListenerOptions, listen

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from desktop_app.blocks.block import Block
    from desktop_app.events.dependency import Dependency


class Event:
    """Declares on a component class that the event of this name exists.

    Example:
        >>> class Button(Component):
        ...     click = Event()
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, block: None, owner: type) -> Event: ...
    @overload
    def __get__(self, block: Block, owner: type) -> Trigger: ...
    def __get__(self, block: Block | None, owner: type) -> Event | Trigger:
        return self if block is None else Trigger(block, self.name)


@dataclass(frozen=True)
class Trigger:
    """One event of one block, such as `button.click`: call it to listen, or give it to `on`."""

    block: Block
    event: str

    def __call__(
        self,
        fn: Callable[..., Any] | None = None,
        inputs: Any = None,
        outputs: Any = None,
        **options: Unpack[ListenerOptions],
    ) -> Dependency | Callable[[Callable[..., Any]], Dependency]:
        """Run `fn` each time it happens; without `fn` it is a decorator.

        Args:
            fn: gets one argument per input and returns one value per output; a generator updates at each `yield`.
            inputs: a component, a list of them, or a set (then `fn` gets one dict by component).
            outputs: a component or a list of them; a returned dict by component may leave some out.
            options: see `ListenerOptions`.

        Returns:
            The dependency, which can be called like `fn`.
        """
        return listen([self], fn, inputs, outputs, **options)

    def __str__(self) -> str:
        return f"{self.block.name}.{self.event}"


def event_names(block_type: type[Block]) -> frozenset[str]:
    """Return the names of all events that blocks of this type have."""
    return frozenset(name for c in block_type.__mro__ for name, value in vars(c).items() if isinstance(value, Event))
