"""An editor for code."""

from __future__ import annotations

from dataclasses import KW_ONLY, field
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BeforeValidator, Field

from desktop_app.components.download import download
from desktop_app.components.file_name import safe_name
from desktop_app.components.form_component import FormComponent
from desktop_app.components.own_buttons import NAMES, Choice, WithButtons
from desktop_app.events.data import EventData
from desktop_app.events.event import Event
from desktop_app.events.listen import make_listener

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


ENDINGS = {
    "python": "py",
    "markdown": "md",
    "latex": "tex",
    "javascript": "js",
    "jinja2": "j2",
    "typescript": "ts",
    "shell": "sh",
    None: "txt",
}  # of the others their name, up to a dash

_buttons = Choice("copy", "download", default=["copy", "download"])
CodeButtons = Annotated[Any, BeforeValidator(_buttons), NAMES]


class Code(WithButtons, FormComponent):
    """An editor for code, in colours. Handlers get and return a `str`.

    Args:
        value: the code it starts with; empty lines and spaces around it are taken off.
        language: what it is written in, one of `Code.languages`; None is plain text.
        lines: how many lines it shows at least.
        max_lines: how many lines it grows to; None is as many as there are.
        wrap_lines: True goes on in another line where a line is too long.
        show_line_numbers: False leaves out the numbers.
        autocomplete: True suggests how to go on, in languages for which that is known.
        buttons: "copy" for one that copies the code, "download" for one that saves it as a file in the user's folder
            for downloads, and Buttons to show at its top; by default both.
    """

    kind: ClassVar[str] = "code"
    page_value: ClassVar[Any] = str | None
    languages: ClassVar[list[str | None]] = [*get_args(Language), None]
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    focus: ClassVar[Event] = Event()
    blur: ClassVar[Event] = Event()
    save: ClassVar[Event] = Event(when_read_only=True)  # by its button, for no listener but our own

    value: Any = None
    language: Language | None = None
    _: KW_ONLY
    lines: Annotated[int, Field(ge=1)] = 5
    max_lines: Annotated[int, Field(ge=1)] | None = None
    wrap_lines: bool = False
    show_line_numbers: bool = True
    autocomplete: bool = False
    buttons: CodeButtons = field(default_factory=_buttons)

    def declared(self) -> None:
        """Listen to the button that saves."""
        super().declared()
        if "download" in self.buttons and self.declared_in is not None:
            self.declared_in.attach(
                make_listener([self.save], self._save, None, None, show_progress="hidden", api_visibility="private")
            )

    def event_data(self, event: str, data: Any) -> Any:
        """Take the text that is to be saved, and name its file."""
        if event != "save":
            return data
        if not (isinstance(data, dict) and isinstance(data.get("text"), str)):
            raise ValueError("it brings no text")
        ending = ENDINGS.get(self.language) or str(self.language).partition("-")[0]
        return {"text": data["text"], "name": f"{safe_name(self.label or '', 'code')}.{ending}"}

    def _save(self, data: EventData) -> None:
        download(data.name, data.text)

    def postprocess(self, value: Any) -> str | None:
        """Take off what is empty around the code; None empties the editor.

        Raises:
            ValueError: for a tuple, which used to name a file.
        """
        if isinstance(value, tuple):
            raise ValueError("a file has to be read first: return its text")
        return None if value is None else str(value).strip()
