"""HTML of the author's own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, field, fields
from functools import partial, wraps
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, JsonValue, TypeAdapter, WithJsonSchema

from desktop_app.blocks.head import without_scripts
from desktop_app.blocks.layout import Layout
from desktop_app.blocks.page_type import PageType
from desktop_app.components.component import Component
from desktop_app.components.own_buttons import WithButtons
from desktop_app.components.server_functions import ServerCall, answer
from desktop_app.components.template import pieces
from desktop_app.components.uploads import UPLOAD, receive_part
from desktop_app.errors import DeclarationError
from desktop_app.events.data import EventData
from desktop_app.events.event import Event
from desktop_app.events.listen import make_listener
from desktop_app.events.request import Request
from desktop_app.events.update import Update

H = TypeVar("H", bound="HTML")
CLICK = "element.addEventListener('click', function() { trigger('click') });"
PATH = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*")  # what the page looks up by itself
NAME = re.compile(r"[A-Za-z_$][\w$]*")
ANSWER = {
    "anyOf": [
        {
            "type": "object",
            "properties": {"number": {"type": "number"}, "value": {}, "error": {"type": ["string", "null"]}},
            "required": ["number", "value", "error"],
            "additionalProperties": False,
        },
        {"type": "null"},
    ]
}
_json: TypeAdapter[Any] = TypeAdapter(JsonValue)


def _split(template: object) -> object:
    return pieces(template) if isinstance(template, str) else template


def _named(functions: Sequence[Callable[..., Any]] | None) -> Sequence[Callable[..., Any]] | None:
    for function in functions or ():
        if not NAME.fullmatch(getattr(function, "__name__", "")):
            raise ValueError(f"{function!r} has no name that JavaScript can use")
    return functions


class Head(str):
    """What goes into the page's head, without the scripts, which go another way."""

    scripts: Sequence[str] = ()


def _parted(head: object) -> object:
    if head is None or isinstance(head, Head):
        return head
    if not isinstance(head, str):
        raise ValueError("head has to be a text")
    elements, scripts = without_scripts(head)
    parted = Head(elements)
    parted.scripts = scripts
    return parted


Template = Annotated[list[str] | str, BeforeValidator(_split), PageType(list[str])]
Functions = Annotated[Sequence[Callable[..., Any]] | None, AfterValidator(_named)]
Props = Annotated[dict[str, JsonValue], WithJsonSchema({"type": "object", "additionalProperties": True})]


HeadOrNone = Annotated[Any, BeforeValidator(_parted), WithJsonSchema({"type": ["string", "null"]})]
Answer = Annotated[dict[str, Any] | None, WithJsonSchema(ANSWER)]


class HTML(WithButtons, Layout):
    """HTML of the author's own, made of templates. Handlers get and return its value, anything that JSON can hold.

    What is made inside its `with` is shown where `@children` stands in its template, or else behind it.

    It is shown as it is: never give it HTML with other people's text in it that was not escaped. The page's policy
    still runs no `<script>` and no `onclick=` in it; `js_on_load` is where scripts go.

    Beside the events below there are those of all components that scripts imitate: double_click, submit, stop, edit,
    clear, play, pause, end, start_recording, pause_recording, stop_recording, focus, blur, upload, release, select,
    stream, like, example_select, option_select, load, key_up, apply, delete, tick, undo, retry, expand, collapse,
    download and copy. What they mean is the script's to say, by `trigger(event, data)`.

    Args:
        value: what the templates show as `value`.
        label: what it is called; shown with `show_label`.
        html_template: HTML with JavaScript expressions, `${value}`, which are put in as they are, and Handlebars,
            `{{value}}`, which are escaped; `{{{value}}}` is not. `#each`, `#if`, `#unless` and `#with` are known.
        css_template: CSS for what is inside, with the same expressions.
        head: `<style>`, `<meta>` and `<script>` elements for the page's head. What its scripts define is there for
            `js_on_load` and for the templates. Nothing is loaded from a network: what has to be is left out with a
            warning.
        js_on_load: JavaScript that runs once it is there. It has `element`; `trigger(event, data)` tells listeners;
            `props` holds the value and the other props, and setting one shows it; `watch(names, fn)` calls `fn` when a
            handler has changed one of them; `await server.name(…)` calls one of `server_functions`;
            `await upload(file)` brings a `File` to Python, and gives its `path` there and a `url` to show it by.
        apply_default_css: False leaves out the styles that text in Markdown has.
        show_label: True shows the label above it.
        min_height: pixels, or a size in CSS.
        max_height: the same; what is higher scrolls.
        container: True puts a frame around it.
        padding: True leaves some room around it.
        autoscroll: True keeps the end in sight when the content changes, unless the user has scrolled up.
        buttons: buttons of yours that belong to it; those with `render=False` are shown behind it.
        server_functions: Python functions that `js_on_load` can call by their names, plain or async; what they return
            is anything that JSON can hold.
        props: what else the templates show; each further keyword argument is one. A handler changes them by
            `HTML(name=...)`.

    Events:
        change: its value is another now, whoever has changed it.
        input: its script has set its value.
        click: the user has pressed it, if `js_on_load` is left as it is.
    """

    kind: ClassVar[str] = "html"
    page_value: ClassVar[Any] = JsonValue
    editable: ClassVar[bool] = True  # by its script
    python_only: ClassVar[frozenset[str]] = Component.python_only | {"js_on_load", "server_functions"}
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    click: ClassVar[Event] = Event()
    double_click: ClassVar[Event] = Event()
    submit: ClassVar[Event] = Event()
    stop: ClassVar[Event] = Event()
    edit: ClassVar[Event] = Event()
    clear: ClassVar[Event] = Event()
    play: ClassVar[Event] = Event()
    pause: ClassVar[Event] = Event()
    end: ClassVar[Event] = Event()
    start_recording: ClassVar[Event] = Event()
    pause_recording: ClassVar[Event] = Event()
    stop_recording: ClassVar[Event] = Event()
    focus: ClassVar[Event] = Event()
    blur: ClassVar[Event] = Event()
    upload: ClassVar[Event] = Event()
    release: ClassVar[Event] = Event()
    select: ClassVar[Event] = Event()
    stream: ClassVar[Event] = Event()
    like: ClassVar[Event] = Event()
    example_select: ClassVar[Event] = Event()
    option_select: ClassVar[Event] = Event()
    load: ClassVar[Event] = Event()
    key_up: ClassVar[Event] = Event()
    apply: ClassVar[Event] = Event()
    delete: ClassVar[Event] = Event()
    tick: ClassVar[Event] = Event()
    undo: ClassVar[Event] = Event()
    retry: ClassVar[Event] = Event()
    expand: ClassVar[Event] = Event()
    collapse: ClassVar[Event] = Event()
    download: ClassVar[Event] = Event()
    copy: ClassVar[Event] = Event()
    server_call: ClassVar[Event] = Event()  # by `server`, for no listener but our own

    value: Any = None
    _: KW_ONLY
    label: str | None = None
    html_template: Template = field(default_factory=lambda: pieces("${value}"))
    css_template: Template = field(default_factory=lambda: pieces(""))
    js_on_load: str | None = CLICK
    head: HeadOrNone = None
    apply_default_css: bool = True
    show_label: bool = False
    min_width: int | None = None  # type: ignore[assignment]
    min_height: int | float | str | None = None
    max_height: int | float | str | None = None
    container: bool = False
    padding: bool = False
    autoscroll: bool = False
    server_functions: Functions = None
    props: Props = field(default_factory=dict)
    server: list[str] = field(init=False, default_factory=list)  # the names of its functions
    server_answer: Answer = field(init=False, default=None)  # to the last call of one
    script: int | Literal["click"] | None = field(init=False, default=None)  # the number that its functions come under

    def __post_init__(self) -> None:
        wrong = [name for name in self.props if not NAME.fullmatch(name)]
        if wrong:
            raise DeclarationError(f"HTML: {wrong[0]!r} is no name that JavaScript can use.")
        self.server = [function.__name__ for function in self.server_functions or ()]
        super().__post_init__()
        self.script = self.id if self._functions() else "click" if self.js_on_load == CLICK else None

    def declared(self) -> None:
        """Let the page have the functions of its templates and `js_on_load` at each load: it makes none of text."""
        super().declared()
        functions = self._functions()
        if functions and self.declared_in is not None:
            head = "".join(f"{script}\n" for script in self._head_scripts)
            tell = f"window.dispatchEvent(new CustomEvent('desktop-app-html', {{ detail: {functions} }}))"
            js = f"() => {{ {head}{tell} }}"
            load = self.declared_in.load
            self.declared_in.attach(
                make_listener([load], None, None, None, js=js, show_progress="hidden", api_visibility="private")
            )

        if (functions or self.server_functions) and self.declared_in is not None:
            self.declared_in.attach(
                make_listener(
                    [self.server_call],
                    self._answer,
                    None,
                    self,
                    show_progress="hidden",
                    trigger_mode="multiple",
                    api_visibility="private",
                )
            )

    def event_data(self, event: str, data: Any) -> Any:
        """Let the page call the functions that were given, and no others."""
        if event != "server_call":
            return data
        call = ServerCall.model_validate(data)
        if call.function not in (UPLOAD, *self.server):
            raise ValueError(f"there is no function {call.function!r}")
        return call

    def changed(self: H, properties: Mapping[str, object]) -> H:
        """Return a copy with other properties; props that are not named stay."""
        props = properties.get("props")
        if isinstance(props, Mapping):
            properties = {**properties, "props": {**self.props, **props}}
        return super().changed(properties)

    def postprocess(self, value: Any) -> Any:
        """Take anything that JSON can hold.

        Raises:
            ValueError: for anything else.
        """
        return _json.validate_python(value)

    def _answer(self, data: EventData, request: Request) -> Update:
        functions = {each.__name__: each for each in self.server_functions or ()}
        functions[UPLOAD] = partial(receive_part, request.session_hash)
        return Update({"server_answer": answer(functions, data.value)})

    @property
    def _head_scripts(self) -> Sequence[str]:
        return self.head.scripts if isinstance(self.head, Head) else ()

    def _functions(self) -> str | None:
        """Return JavaScript for the functions that the page needs of it; None if it needs none."""
        expressions = [*self.html_template[1::2], *self.css_template[1::2]]
        harder = dict.fromkeys(each for each in expressions if not PATH.fullmatch(each))
        own = self.js_on_load if self.js_on_load not in (None, CLICK) else None
        if not harder and own is None and not self._head_scripts:
            return None
        names = ", ".join(["value", *self.props])
        made = ", ".join(f"{json.dumps(each)}: ({{ {names} }}) => ({each}\n)" for each in harder)
        on_load = self.js_on_load or ""
        run = f"(element, trigger, props, watch, server, upload) => {{ {on_load}\n}}"
        return f"{{ script: {self.id}, expressions: {{ {made} }}, run: {run} }}"


_construct = HTML.__init__
_known = frozenset(each.name for each in fields(HTML) if each.init)


@wraps(_construct)
def _with_props(self: HTML, *args: Any, **kwargs: Any) -> None:
    """Take what is no argument of its own as a prop."""
    props = {name: kwargs.pop(name) for name in list(kwargs) if name not in _known}
    if props:
        kwargs["props"] = {**kwargs.get("props", {}), **props}
    _construct(self, *args, **kwargs)


HTML.__init__ = _with_props  # type: ignore[method-assign]
