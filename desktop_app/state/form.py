"""What form a value has: its type, how it is written as text, and how an older text is brought forward."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import pydantic

from desktop_app.errors import DeclarationError, DesktopAppError, WrongSecret
from desktop_app.state.json_value import as_json, to_text

if TYPE_CHECKING:
    from desktop_app.state.cipher import Cipher

Migrations = Mapping[int, Callable[[Any], Any]]


class Unreadable(DesktopAppError):
    """A stored text is not of the form that its state declares; the message says why."""


class Form:
    """The form of one state's values.

    Args:
        default: a pydantic model makes the value one of its class.
        declared_type: any type that pydantic knows; None takes it from the default.
        version: of the form; stored with each value.
        migrations: by version, a function that makes JSON data of the next version of that version's.
        stored: True if values are kept as text, so that an untyped one has to be JSON.

    Raises:
        DeclarationError: a version without a migration, or a default that is not of the type.
    """

    def __init__(
        self, default: Any, declared_type: Any = None, *, version: int = 1, migrations: Migrations | None = None,
        stored: bool,
    ) -> None:  # fmt: skip
        if declared_type is None and isinstance(default, pydantic.BaseModel):
            declared_type = type(default)
        self.typed = declared_type is not None
        self.stored = stored
        self.version = version
        self._cipher: Cipher | None = None
        self._name = ""
        self._migrations = dict(migrations or {})
        self._adapter = pydantic.TypeAdapter(declared_type) if self.typed else None
        missing = [
            number
            for number in range(min(self._migrations, default=version), version)
            if number not in self._migrations
        ]
        if version < 1 or missing or any(number >= version for number in self._migrations):
            raise DeclarationError(
                f"version={version} needs migrations for each version from the oldest to {version - 1}; "
                f"it has them for: {sorted(self._migrations) or 'none'}."
            )

    def seal(self, cipher: Cipher, name: str) -> None:
        """From here on texts are encrypted, each bound to `name`."""
        self._cipher, self._name = cipher, name

    @property
    def secret(self) -> bool:
        """Whether texts are encrypted, and values are not to be shown."""
        return self._cipher is not None

    def is_like(self, other: Form) -> bool:
        """Whether two states of one key may have these forms."""
        return (self.typed, self.stored, self.version) == (other.typed, other.stored, other.version)

    def check(self, value: Any) -> Any:
        """Return `value` in this form.

        Raises:
            ValueError: it is not of the type, or JSON cannot hold it.
        """
        if self._adapter is None:
            return as_json(value) if self.stored else value
        try:
            checked = self._adapter.validate_python(value)
            again = self._adapter.dump_python(checked, round_trip=True, warnings=False)
            self._adapter.validate_python(again)  # a model that was changed in place is not looked at otherwise
        except pydantic.ValidationError as error:
            raise ValueError(_first_line(error)) from None  # its own text goes over several lines
        return checked

    def write(self, value: Any) -> str:
        """Return the text of a value that was checked."""
        text = self._adapter.dump_json(value).decode() if self._adapter is not None else to_text(value)
        return self._cipher.encrypt(text, self._name) if self._cipher is not None else text

    def read(self, text: str, version: int) -> Any:
        """Return the value of a stored text, brought forward from the version it was stored in.

        Raises:
            Unreadable: it cannot be; the message says why.
        """
        if self._cipher is not None:
            try:
                text = self._cipher.decrypt(text, self._name)
            except WrongSecret as error:
                raise Unreadable("it was encrypted with another secret") from error
        try:
            data = json.loads(text)
        except ValueError as error:
            raise Unreadable(f"it is not JSON ({error})") from error
        if version > self.version:
            raise Unreadable(f"it is of version {version}, newer than {self.version}")
        for step in range(version, self.version):
            if step not in self._migrations:
                raise Unreadable(f"it is of version {version}, and there is no migration from it")
            try:
                data = self._migrations[step](data)
            except Exception as error:  # a migration is the author's
                raise Unreadable(
                    f"its migration from version {step} failed ({type(error).__name__}: {error})"
                ) from error
        if self._adapter is None:
            return data
        try:
            return self._adapter.validate_json(json.dumps(data))
        except ValueError as error:
            raise Unreadable(f"it is not of the declared type ({_first_line(error)})") from error


def _first_line(error: ValueError) -> str:
    if isinstance(error, pydantic.ValidationError):
        problem = error.errors(include_url=False, include_input=False, include_context=False)[0]
        return f"{'.'.join(map(str, problem['loc'])) or 'value'}: {problem['msg']}"
    return str(error)
