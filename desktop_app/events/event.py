"""What can happen to a component, and how an author listens to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from desktop_app.events.listen import DECORATOR, ListenerOptions, listen

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from desktop_app.blocks.block import Block
    from desktop_app.events.dependency import Dependency
    from desktop_app.events.listener import Listener


class Event:
    """Declares on a component class that the event of this name exists.

    Args:
        by_page: whether it is the page that tells of it; by default it is, but for a `change`, which Python works out.
        when_read_only: True lets it happen to a component that the user cannot change, too.
        answers: True for one whose listeners have no outputs: what they return answers whoever asks.

    Example:
        >>> class Button(Component):
        ...     click = Event()
    """

    def __init__(self, by_page: bool | None = None, *, when_read_only: bool = False, answers: bool = False) -> None:
        self._by_page = by_page
        self.when_read_only = when_read_only
        self.answers = answers

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.by_page = name != "change" if self._by_page is None else self._by_page

    @overload
    def __get__(self, block: None, owner: type) -> Event: ...
    @overload
    def __get__(self, block: Block, owner: type) -> Trigger: ...
    def __get__(self, block: Block | None, owner: type) -> Event | Trigger:
        return self if block is None else Trigger(block, self.name)


@dataclass(frozen=True)
class Trigger:
    """One event of one block, such as `button.click`, or the end of a listener: call it to listen, or give it to `on`.

    Args:
        source: what it happens to.
        event: what happens; after a listener "then", "success" or "failure".
    """

    source: Block | Listener
    event: str

    def __call__(
        self,
        fn: Any = DECORATOR,
        inputs: Any = None,
        outputs: Any = None,
        **options: Unpack[ListenerOptions],
    ) -> Dependency | Callable[[Callable[..., Any]], Dependency]:
        """Run `fn` each time it happens; without `fn` it is a decorator.

        Args:
            fn: gets one argument per input and returns one value per output; a generator updates at each `yield`. None
                runs nothing in Python, for a listener that only has `js` or `cancels`.
            inputs: a component, a list of them, or a set (then `fn` gets one dict by component).
            outputs: a component or a list of them; a returned dict by component may leave some out.
            options: see `ListenerOptions`.

        Returns:
            The dependency, which can be called like `fn`.

        Raises:
            DeclarationError: outside of `with Blocks()`, or for something the listener cannot take.
        """
        return listen([self], fn, inputs, outputs, **options)

    @property
    def answers(self) -> bool:
        """Whether its listeners answer, instead of writing outputs."""
        event = getattr(type(self.source), self.event, None)
        return isinstance(event, Event) and event.answers

    def __str__(self) -> str:
        return f"{self.source.name}.{self.event}"
