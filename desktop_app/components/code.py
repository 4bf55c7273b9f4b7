"""An editor for code."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BeforeValidator, Field, TypeAdapter, WithJsonSchema

from desktop_app.components.form_component import FormComponent
from desktop_app.events.event import Event

Language = Literal[
    "python",
    "c",
    "cpp",
    "markdown",
    "latex",
    "json",
    "html",
    "css",
    "javascript",
    "jinja2",
    "typescript",
    "yaml",
    "dockerfile",
    "shell",
    "r",
    "sql",
    "sql-msSQL",
    "sql-mySQL",
    "sql-mariaDB",
    "sql-sqlite",
    "sql-cassandra",
    "sql-plSQL",
    "sql-hive",
    "sql-pgSQL",
    "sql-gql",
    "sql-gpSQL",
    "sql-sparkSQL",
    "sql-esper",
]


Button = Literal["copy", "download"]


def _buttons(given: object) -> object:
    return ["copy"] if given is None else given


CodeButtons = Annotated[
    Sequence[Button] | None,
    BeforeValidator(_buttons),
    WithJsonSchema(TypeAdapter(list[Button]).json_schema()),
]


class Code(FormComponent):
    """An editor for code, in colours. Handlers get and return a `str`.

    Args:
        value: the code it starts with; empty lines and spaces around it are taken off.
        language: what it is written in, one of `Code.languages`; None is plain text.
        lines: how many lines it shows at least.
        max_lines: how many lines it grows to; None is as many as there are.
        wrap_lines: True goes on in another line where a line is too long.
        show_line_numbers: False leaves out the numbers.
        autocomplete: True suggests how to go on, in languages for which that is known.
        buttons: `["copy"]`, as None, shows a button that copies the code; an empty list shows none. "download" has no
            effect, as a window downloads nothing.
    """

    kind: ClassVar[str] = "code"
    page_value: ClassVar[Any] = str | None
    languages: ClassVar[list[str | None]] = [*get_args(Language), None]
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    focus: ClassVar[Event] = Event()
    blur: ClassVar[Event] = Event()

    value: Any = None
    language: Language | None = None
    _: KW_ONLY
    lines: Annotated[int, Field(ge=1)] = 5
    max_lines: Annotated[int, Field(ge=1)] | None = None
    wrap_lines: bool = False
    show_line_numbers: bool = True
    autocomplete: bool = False
    buttons: CodeButtons = field(default_factory=lambda: list[Button](["copy"]))

    def __post_init__(self) -> None:
        super().__post_init__()
        if "download" in (self.buttons or ()):
            warnings.warn(
                f"{self.name}: the button 'download' has no effect, as a window downloads nothing.", stacklevel=4
            )

    def postprocess(self, value: Any) -> str | None:
        """Take off what is empty around the code; None empties the editor.

        Raises:
            ValueError: for a tuple, which used to name a file.
        """
        if isinstance(value, tuple):
            raise ValueError("a file has to be read first: return its text")
        return None if value is None else str(value).strip()
