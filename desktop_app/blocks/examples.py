"""Examples that fill inputs when they are clicked."""

from __future__ import annotations

import copy
import operator
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal

from desktop_app.blocks import context
from desktop_app.blocks.block import Block, Visible
from desktop_app.blocks.example_answers import Answers, Steps
from desktop_app.blocks.example_rows import read_rows
from desktop_app.components.component import Component
from desktop_app.components.dataset import Dataset
from desktop_app.errors import DeclarationError
from desktop_app.events.callables import is_generator
from desktop_app.events.dependency import Dependency
from desktop_app.events.event import Trigger
from desktop_app.events.listen import as_blocks, listen
from desktop_app.events.listener import ApiVisibility
from desktop_app.events.request import Request
from desktop_app.events.update import skip
from desktop_app.texts import text

Chosen = tuple[int, list[Any]] | None  # the number of an example and its values


class Examples:
    """Show examples; a click on one fills the inputs with its values, and may run a function on them.

    Args:
        examples: a list with a list of values for each example; for one input a list of values will do. A row may
            leave out the last inputs, which stay as they are then. Or the path of a folder with a `log.csv`, as
            flagging writes it: headers, then a line for each example, whose first columns are for the inputs; they
            have to take texts or numbers.
        inputs: a component or a list of them. One that has no value in any example is not shown.
        outputs: what `fn` writes, for `run_on_click` and `cache_examples`.
        fn: gets one argument for each input.
        cache_examples: True answers from memory what `fn` has answered to an example before, all steps of it for a
            generator, for as long as the app runs. It is run for one example at a time, beside whatever listeners run
            it; an input without a value in the example is as it was declared. What raises shows its error and is tried
            again by the next click. "lazy" is the same with that `cache_mode`; None is False.
        cache_mode: "lazy" works out an answer at the first click on its example. "eager" starts with all of them when
            the first window opens, in the background; a click on one that is not there yet waits for it. None is
            "eager".
        examples_per_page: how many are shown at a time.
        label: what they are called, above them.
        elem_id: the `id` of the element in the page.
        run_on_click: True runs `fn` after a click, with the values that the inputs have then; a click meanwhile runs
            it once more at the end. It has no effect with `cache_examples`.
        preprocess: False hands `fn` the values as the page has them; for `cache_examples`.
        postprocess: False takes what `fn` returns as the page's values; for `cache_examples`.
        api_visibility: as for a listener; of the one that fills the inputs, and of the one that answers from memory.
        api_name: by what name Python code calls it. With `cache_examples` that answers, and the inputs are filled by
            that name and "_input".
        api_description: as for a listener.
        batch: True if `fn` takes and returns lists, as a listener of `batch=True` does.
        example_labels: a text for each example, shown in place of its values.
        visible: as for a component.
        preload: the number of the example, from 0, that is there with its answer when a window opens; only with an
            eager cache, and only if no input has a `value` of its own. False preloads none.

    Attributes:
        dataset: the component that shows them. A handler that has it as an input gets the number and the values of
            the example clicked last; one that returns `Dataset(samples=…)` for it shows others.
        load_input_event: the listener that is last after a click, but for `run_on_click`: it fills the inputs, or
            answers from memory.
        cache_event: the listener that answers from memory; None without `cache_examples`.

    Raises:
        DeclarationError: there are no examples, they do not fit the inputs, or an argument does not go with another.

    Example:
        >>> with Blocks():
        ...     name, age, greeting = Textbox(label="Name"), Number(label="Age"), Textbox(label="Greeting")
        ...     Examples([["Ada", 36], ["Alan", 41]], [name, age], greeting, greet, run_on_click=True)
    """

    def __init__(
        self,
        examples: Sequence[Any] | str | Path,
        inputs: Any,
        outputs: Any = None,
        fn: Callable[..., Any] | None = None,
        cache_examples: bool | Literal["lazy"] | None = None,
        cache_mode: Literal["eager", "lazy"] | None = None,
        examples_per_page: int = 10,
        label: str | None = "Examples",
        elem_id: str | None = None,
        run_on_click: bool = False,
        preprocess: bool = True,
        postprocess: bool = True,
        api_visibility: ApiVisibility = "undocumented",
        api_name: str | None = "load_example",
        api_description: str | Literal[False] | None = None,
        batch: bool = False,
        *,
        example_labels: list[str] | None = None,
        visible: Visible = True,
        preload: int | Literal[False] = 0,
    ) -> None:
        into, written = _components(inputs), as_blocks(outputs, "output")
        self._rows = read_rows(examples, into)
        mode = _mode(cache_examples, cache_mode)
        _check(fn, written, mode is not None, run_on_click, batch)
        self._filled, self._rows = _with_values(into, self._rows)
        self.dataset = Dataset(
            label=text("Examples") if label == "Examples" else label,
            components=self._filled,
            samples=self._rows,
            type="tuple",
            samples_per_page=examples_per_page,
            sample_labels=example_labels,
            elem_id=elem_id,
            visible=visible,
        )
        api: dict[str, Any] = {"api_visibility": api_visibility, "api_description": api_description}
        self.load_input_event = _attach(
            self.dataset.click,
            self.load_example,
            self.dataset,
            self._filled,
            show_progress="hidden",
            trigger_mode="multiple",
            concurrency_limit=1,
            api_name=f"{api_name}_input" if mode is not None and api_name else api_name,
            **api,
        )
        self.cache_event: Dependency | None = None
        if fn is not None and mode is not None:
            self._answers = Answers(fn, into, written, preprocess=preprocess, batch=batch)
            self.cache_event = self.load_input_event = self._answer_on_click(
                written, postprocess=postprocess, api_name=api_name, **api
            )
            if mode == "eager":
                self._answer_at_load(written, preload, into, postprocess)
        elif fn is not None and run_on_click:
            _attach(
                self.load_input_event.success,
                fn,
                list(into),
                written,
                batch=batch,
                trigger_mode="always_last",
                api_visibility="private",
            )

    def load_example(self, chosen: Chosen) -> dict[Block, Any]:
        """Return the values of an example for the inputs; those that it has none for stay."""
        kept: dict[Block, Any] = {component: skip() for component in self._filled}
        return {**kept, **(self._values(chosen[1]) if chosen is not None else {})}

    def answer_example(self, chosen: Chosen, request: Request) -> Steps:
        """Return the answer to an example; one that a handler has put in its place is answered anew each time."""
        number, values = chosen if chosen is not None else (None, [])
        known = number is not None and number < len(self._rows) and _same(values, self._rows[number])
        return self._answers.of(number if known else None, self._values(values), request)

    def answer_all(self, request: Request) -> Steps:
        """Work out the answers to all examples."""
        return self._answers.of_all([self._values(row) for row in self._rows], request)

    def _values(self, row: list[Any]) -> dict[Block, Any]:
        """Return copies, as a State or a handler may change what it gets."""
        try:
            row = copy.deepcopy(row)
        except Exception:  # an author's object may refuse in any way
            row = list(row)
        return dict(zip(self._filled, row, strict=False))

    def _answer_on_click(self, outputs: Sequence[Block], **options: Any) -> Dependency:
        answer = _attach(
            self.load_input_event.success,
            self.answer_example,
            self.dataset,
            outputs,
            trigger_mode="multiple",
            concurrency_limit=None,  # what is there need not wait for what is worked out
            **options,
        )
        _attach(self.dataset.click, None, cancels=answer)  # an answer to another example comes too late
        return answer

    def _answer_at_load(
        self, outputs: Sequence[Block], preload: int | Literal[False], inputs: Sequence[Component], postprocess: bool
    ) -> None:
        blocks = context.open_blocks()
        assert blocks is not None
        hidden: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        if preload is not False and all(component.given().get("value") is None for component in inputs):
            if not 0 <= preload < len(self._rows):
                raise DeclarationError(f"preload={preload!r}, but there are {len(self._rows)} examples from 0.")
            chosen = (int(preload), self._rows[preload])
            filled = _attach(blocks.load, partial(self.load_example, chosen), None, self._filled, **hidden)
            _attach(
                filled.success,
                partial(self.answer_example, chosen),
                None,
                outputs,
                postprocess=postprocess,
                api_visibility="private",
            )
        _attach(blocks.load, self.answer_all, concurrency_limit=1, **hidden)


def _attach(trigger: Trigger, fn: Any, inputs: Any = None, outputs: Any = None, **options: Any) -> Dependency:
    dependency = listen([trigger], fn, inputs, outputs, **options)
    assert isinstance(dependency, Dependency)
    return dependency


def _components(inputs: Any) -> list[Component]:
    given = as_blocks(inputs, "input")
    components = [block for block in given if isinstance(block, Component)]
    if not components or len(components) < len(given):
        raise DeclarationError("Examples need components as inputs, to put their values into.")
    return components


def _mode(cache_examples: bool | Literal["lazy"] | None, cache_mode: str | None) -> str | None:
    """Return when answers that are kept are worked out; None if none are."""
    if cache_examples not in (True, False, None, "lazy"):
        raise DeclarationError(f"Examples: cache_examples={cache_examples!r}; use True, False or 'lazy'.")
    if cache_mode not in ("eager", "lazy", None):
        raise DeclarationError(f"Examples: cache_mode={cache_mode!r}; use 'eager' or 'lazy'.")
    if not cache_examples:
        return None
    return "lazy" if cache_examples == "lazy" else cache_mode or "eager"


def _check(fn: Any, outputs: Sequence[Block], cached: bool, run_on_click: bool, batch: bool) -> None:
    if fn is None and (cached or run_on_click):
        which = "cache_examples" if cached else "run_on_click"
        raise DeclarationError(f"Examples({which}=True) needs fn, the function to run.")
    if fn is not None and not callable(fn):
        raise DeclarationError(f"Examples: fn has to be a function, not {fn!r}.")
    if cached and not outputs:
        raise DeclarationError("Examples(cache_examples=True) needs outputs, to show the answers in.")
    if batch and fn is not None and is_generator(fn):
        raise DeclarationError("Examples(batch=True) needs a function that returns lists; it cannot be a generator.")


def _with_values(inputs: list[Component], rows: list[list[Any]]) -> tuple[list[Component], list[list[Any]]]:
    """Return the inputs that have a value in any example, and the rows for them."""
    filled = {place for row in rows for place, value in enumerate(row) if value is not None}
    used = sorted(filled) or [0]  # a value may be None on purpose
    return [inputs[place] for place in used], [[row[place] for place in used if place < len(row)] for row in rows]


def _same(values: list[Any], row: list[Any]) -> bool:
    return len(values) == len(row) and all(map(operator.is_, values, row))
