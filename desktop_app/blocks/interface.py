"""An app around one function, in one call."""

from __future__ import annotations

from dataclasses import KW_ONLY
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from desktop_app.author_warning import warn_author
from desktop_app.blocks.accordion import Accordion
from desktop_app.blocks.blocks import Blocks
from desktop_app.blocks.column import Column
from desktop_app.blocks.examples import Examples
from desktop_app.blocks.flag_buttons import Flagging, as_options
from desktop_app.blocks.flagging import CSVLogger
from desktop_app.blocks.interface_listeners import Buttons, InterfaceListeners
from desktop_app.blocks.interface_parts import (
    as_button,
    as_components,
    name_inputs,
    name_outputs,
    pair_states,
    put,
    show_only,
    with_states,
)
from desktop_app.blocks.row import Row
from desktop_app.components.button import Button
from desktop_app.components.markdown import Markdown
from desktop_app.errors import DeclarationError
from desktop_app.events.callables import is_generator
from desktop_app.events.listener import ApiVisibility, ShowProgress
from desktop_app.state.session_state import State
from desktop_app.texts import text

# The arguments that the listener has as well.
_OPTIONS = """batch max_batch_size api_visibility api_name api_description concurrency_limit show_progress
    validator""".split()  # noqa: SIM905 - legible
Title = Annotated[str, BeforeValidator(lambda title: "" if title is None else title)]


class Interface(Blocks):
    """An app around one function: its inputs, its outputs, and buttons to run it, to clear and to flag.

    Components may be given as texts, the names of their classes: "textbox" or "text", "number", "checkbox_group" and
    so on; "state" among the inputs and among the outputs is one State. Those without a label are called as the
    function's parameters are. A generator's every `yield` is shown, and a button stops it. The interface can be called
    as the function is.

    Args:
        fn: gets a value for each input and returns one for each output; any kind of function that a listener takes.
        inputs: a component, a list of them, or None for a function that takes nothing.
        outputs: a component, a list of them, or None for a function whose answer is not shown.
        examples: as for `Examples`, without values for a state; shown below.
        cache_examples: as for `Examples`, like the four arguments after it.
        cache_mode: as for `Examples`.
        examples_per_page: as for `Examples`.
        example_labels: as for `Examples`.
        preload_example: as `preload` for `Examples`.
        live: True runs it whenever an input changes, in place of a button; without inputs when a window opens, too.
        title: the title of the window, and a heading; Markdown.
        description: Markdown below the heading.
        article: Markdown below everything else.
        flagging_mode: "manual" shows a button that flags what is shown for a later look, "auto" flags every answer,
            "never" none. None is "manual".
        flagging_options: a list of reasons, each a text or a pair of a button's text and what is written; each gets a
            button. None is one button without a reason.
        flagging_dir: the folder for what is flagged, below the folder for the app's data.
        flagging_callback: what keeps it; by default a `CSVLogger`.
        batch: as for a listener, like the arguments up to `api_description`.
        max_batch_size: as for a listener.
        api_visibility: as for a listener.
        api_name: as for a listener.
        api_description: as for a listener.
        allow_duplication: accepted for scripts written for Gradio; there is no website to duplicate it on.
        concurrency_limit: as for a listener.
        additional_inputs: more inputs, behind the others, in an accordion.
        additional_inputs_accordion: the accordion, or its label; by default "Additional Inputs", closed.
        submit_btn: the button that runs it, or its text.
        stop_btn: the button that stops a generator, or its text; it takes the other's place meanwhile.
        clear_btn: the button that empties everything, or its text; None for none.
        show_progress: as for a listener.
        time_limit: seconds after which a stream ends; for inputs that stream, with `live`.
        stream_every: seconds between two runs by such a stream.
        deep_link: accepted as well; a window has no address to link to.
        validator: as for a listener.

    Raises:
        DeclarationError: for something it cannot take.

    Example:
        >>> def greet(name, times):
        ...     return "Hello! " * times + name
        >>> Interface(greet, ["text", Number(1, precision=0)], "text", title="Greeter").launch()
    """

    fn: Any
    inputs: Any
    outputs: Any
    examples: Any = None
    _: KW_ONLY
    cache_examples: bool | Literal["lazy"] | None = None
    cache_mode: Literal["eager", "lazy"] | None = None
    examples_per_page: int = 10
    example_labels: list[str] | None = None
    preload_example: int | Literal[False] = 0
    live: bool = False
    title: Title = ""
    description: str | None = None
    article: str | None = None
    flagging_mode: Literal["manual", "auto", "never"] | None = None
    flagging_options: Any = None
    flagging_dir: str | Path = "flagged"
    flagging_callback: Any = None
    batch: bool = False
    max_batch_size: int = 4
    api_visibility: ApiVisibility = "public"
    api_name: str | None = None
    api_description: str | Literal[False] | None = None
    allow_duplication: bool = False
    concurrency_limit: int | Literal["default"] | None = "default"
    additional_inputs: Any = None
    additional_inputs_accordion: Any = None
    submit_btn: Any = "Submit"
    stop_btn: Any = "Stop"
    clear_btn: Any = "Clear"
    show_progress: ShowProgress = "full"
    time_limit: float | None = 30
    stream_every: float = 0.5
    deep_link: Any = None
    validator: Any = None

    def __post_init__(self) -> None:
        if not callable(self.fn):
            raise DeclarationError(f"Interface(fn={self.fn!r}): fn has to be a function.")
        _warn_of_no_effect(allow_duplication=self.allow_duplication, deep_link=self.deep_link)
        heading, self.title = self.title, self.title or Blocks.title
        self._options = as_options(self.flagging_options) if self.flagging_mode in (None, "manual") else []
        self.input_components = as_components(self.inputs, "input")
        self.output_components = as_components(self.outputs, "output")
        self._main_inputs = list(self.input_components)
        self._additional = as_components(self.additional_inputs, "input")
        self.input_components += self._additional
        if not self.input_components and not self.output_components:
            raise DeclarationError("An Interface needs inputs or outputs, or both.")
        pair_states(self.input_components, self.output_components)
        name_inputs(self.input_components, self.fn)
        name_outputs(self.output_components)
        super().__post_init__()
        with self:
            self._show(heading)

    @classmethod
    @cache
    def page_names(cls) -> frozenset[str]:
        """Return those of Blocks; the page hears nothing else of it."""
        return Blocks.page_names()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function."""
        return self.fn(*args, **kwargs)

    def _show(self, heading: str) -> None:
        if heading:
            Markdown(f"# {' '.join(heading.split())}")
        if self.description:
            Markdown(self.description)
        answers = [component for component in self.output_components if component not in self.input_components]
        everything = dict.fromkeys([*self.input_components, *self.output_components])
        self._flagging = Flagging(self.flagging_callback or CSVLogger(), list(everything), self.flagging_dir)
        with Row():
            if self.input_components:
                with Column(variant="panel"):
                    self._show_inputs()
                    buttons = self._show_buttons()
                    if not answers:
                        self._show_flag_buttons()
            if answers:
                with Column(variant="panel"):
                    for component in answers:
                        put(component)
                        show_only(component)
                    if not self.input_components:
                        buttons = self._show_buttons()
                    self._show_flag_buttons()
        self._listen(buttons)
        if self.examples is not None:
            self._show_examples()
        if self.article:
            Markdown(self.article)

    def _show_inputs(self) -> None:
        for component in self._main_inputs:
            put(component)
        if self._additional:
            given = self.additional_inputs_accordion
            if given is None or isinstance(given, str):
                accordion = Accordion(text("Additional Inputs") if given is None else given, open=False)
            elif isinstance(given, Accordion):
                accordion = put(given)
            else:
                raise DeclarationError(
                    f"Interface(additional_inputs_accordion={given!r}): give it an Accordion or its label."
                )
            with accordion:
                for component in self._additional:
                    put(component)

    def _show_buttons(self) -> Buttons:
        clear = text("Clear") if self.clear_btn == "Clear" else self.clear_btn
        with Row():
            return Buttons(
                clear=None if clear is None else as_button(clear, "clear_btn", "secondary"),
                submit=None if self.live and self.input_components else self._submit_button(),
                stop=self._stop_button()
                if is_generator(self.fn) and not (self.live and self.input_components)
                else None,
            )

    def _submit_button(self) -> Button:
        shown = self.submit_btn
        if shown == "Submit":
            shown = text("Submit") if self.input_components else text("Generate")
        return as_button(shown, "submit_btn", "primary")

    def _stop_button(self) -> Button:
        button = as_button(text("Stop") if self.stop_btn == "Stop" else self.stop_btn, "stop_btn", "stop")
        button.visible = False
        return button

    def _show_flag_buttons(self) -> None:
        if self._options and self.output_components:
            with Row():
                self._flagging.show_buttons(self._options)

    def _listen(self, buttons: Buttons) -> None:
        options = {name: getattr(self, name) for name in _OPTIONS}
        listeners = InterfaceListeners(self.fn, self.input_components, self.output_components, buttons, options)
        if self.live and self.input_components:
            runs = listeners.run_at_changes(time_limit=self.time_limit, stream_every=self.stream_every)
        else:
            runs = [listeners.run_at_submit(self.load if self.live else None)]
        listeners.clear_at_click(runs)
        if self.flagging_mode == "auto" and self.output_components:
            for run in runs:
                self._flagging.flag_after(run.success)

    def _show_examples(self) -> None:
        places = [place for place, component in enumerate(self.input_components) if isinstance(component, State)]
        Examples(
            with_states(self.examples, places),
            self.input_components,
            self.output_components,
            self.fn,
            self.cache_examples,
            self.cache_mode,
            self.examples_per_page,
            batch=self.batch,
            example_labels=self.example_labels,
            preload=self.preload_example,
        )


def _warn_of_no_effect(**given: Any) -> None:
    names = [f"{name}=…" for name, value in given.items() if value]
    if names:
        warn_author(f"Interface({', '.join(names)}) has no effect in a desktop window.")
