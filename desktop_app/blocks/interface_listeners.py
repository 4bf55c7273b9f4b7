"""What happens in an Interface."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.blocks.block import Block
from desktop_app.components.button import Button
from desktop_app.components.component import Component
from desktop_app.events.event import Trigger
from desktop_app.events.listen import listen
from desktop_app.events.update import Update
from desktop_app.state.session_state import State

_QUIETLY: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}


@dataclass(frozen=True)
class Buttons:
    """The buttons of an Interface; None for one that it does not have."""

    clear: Button | None
    submit: Button | None
    stop: Button | None


class InterfaceListeners:
    """Attaches the listeners of an Interface to the blocks that are open.

    Args:
        fn: its function.
        inputs: its inputs.
        outputs: its outputs.
        buttons: its buttons.
        options: of the listeners that run the function.
    """

    def __init__(
        self,
        fn: Callable[..., Any],
        inputs: Sequence[Component],
        outputs: Sequence[Component],
        buttons: Buttons,
        options: dict[str, Any],
    ) -> None:
        self._fn = fn
        self._inputs = list(inputs)
        self._outputs = list(outputs)
        self._buttons = buttons
        self._options = options

    def run_at_submit(self, load: Trigger | None) -> Any:
        """Run the function at a click on the button, at Enter in a field, and at the load if it is given."""
        submit, stop = self._buttons.submit, self._buttons.stop
        triggers = [*([load] if load else []), *([submit.click] if submit else []), *_triggers(self._inputs, "submit")]
        if submit is None or stop is None:
            return self._run(triggers)
        start: Any = listen(triggers, _exchange(submit, stop), None, [submit, stop], **_QUIETLY)
        run = self._run([start.then])
        run.then(_exchange(stop, submit), None, [submit, stop], **_QUIETLY)
        stop.click(_exchange(stop, submit), None, [submit, stop], cancels=run, **_QUIETLY)
        return run

    def run_at_changes(self, **stream: Any) -> list[Any]:
        """Run the function whenever an input changes; inputs that stream have a listener of their own."""
        streaming = [component for component in self._inputs if getattr(component, "streaming", False)]
        changing = [component for component in self._inputs if component not in streaming]
        changes = [trigger for trigger in _triggers(changing, "change") if not isinstance(trigger.source, State)]
        streams = _triggers(streaming, "stream")
        return [
            *([self._run(changes)] if changes else []),
            *([self._run(streams, **stream)] if streams else []),
        ]

    def clear_at_click(self, runs: Sequence[Any]) -> None:
        """Stop what runs at a click on the button and empty everything; a State starts anew."""
        clear, submit, stop = self._buttons.clear, self._buttons.submit, self._buttons.stop
        if clear is None:
            return
        everything = list(dict.fromkeys([*self._inputs, *self._outputs]))
        back = _exchange(stop, submit) if stop and submit else dict

        def empty() -> dict[Block, Any]:
            starts: dict[Block, Any] = {
                each: each.initial() if isinstance(each, State) else None for each in everything
            }
            return {**starts, **back()}

        clear.click(
            empty, None, [*everything, *(button for button in (submit, stop) if button)], cancels=list(runs), **_QUIETLY
        )

    def _run(self, triggers: Sequence[Trigger], **options: Any) -> Any:
        return listen(triggers, self._fn, self._inputs, self._outputs, **self._options, **options)


def _triggers(components: Sequence[Component], event: str) -> list[Trigger]:
    return [getattr(component, event) for component in components if event in component.known_events()]


def _exchange(gone: Button, shown: Button) -> Callable[[], dict[Block, Any]]:
    """Return a function that lets one button take the place of another."""
    return lambda: {gone: Update({"visible": False}), shown: Update({"visible": True})}
