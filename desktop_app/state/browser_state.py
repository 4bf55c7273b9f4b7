"""State that stays when the app is closed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import KW_ONLY
from typing import Any, ClassVar, Literal

from desktop_app.errors import DeclarationError
from desktop_app.events.event import Event
from desktop_app.state.form import Form
from desktop_app.state.shared import Definition, shared
from desktop_app.state.shared_component import SharedComponent


class BrowserState(SharedComponent):
    """A JSON value kept in the webview's `localStorage` with a durable copy beside it, for all windows of the app.

    Handlers get a copy; what they return is stored. An equal value is no change; 0, "", False, [] and {} are values.

    Args:
        default_value: what it is while nothing is stored. A pydantic model makes the state typed.
        storage_key: the name it is stored under; by default made from the app's id and its place among the app's
            BrowserStates, so it stays the same from run to run.
        secret: a passphrase encrypts what is stored; True keeps a random key in the system's keyring.
        version: of the form of the value; stored with it.
        migrations: by version, a function that makes JSON data of the next version of that version's.
        type: any type that pydantic knows; every write is checked against it.

    Events:
        change: the value is another now; at a load only if what was stored differs from the default.
        deleted: `delete` was called in this or another window.

    Raises:
        DeclarationError: the default is no JSON value or not of the type, or a migration is missing.

    Example:
        >>> settings = BrowserState({"theme": "dark"})
        >>> demo.load(lambda settings: settings["theme"], settings, theme)
    """

    kind: ClassVar[str] = "browserstate"
    deleted: ClassVar[Event] = Event()

    default_value: Any = None
    _: KW_ONLY
    storage_key: str | None = None
    secret: str | Literal[True] | None = None
    version: int = 1
    migrations: dict[int, Callable[[Any], Any]] | None = None
    type: Any = None

    def __post_init__(self) -> None:
        form = Form(self.default_value, self.type, version=self.version, migrations=self.migrations, stored=True)
        try:
            self.default_value = form.check(self.default_value)
        except ValueError as error:
            raise DeclarationError(f"BrowserState({self.default_value!r:.200}): {error}") from error
        self._form = form
        super().__post_init__()

    @property
    def label(self) -> str | None:
        """Its key is what it goes by."""
        return self.storage_key

    def declared(self) -> None:
        """Take the default key from the app and the place among its BrowserStates."""
        if self.storage_key is None and self.declared_in is not None:
            place = sum(isinstance(block, BrowserState) for block in self.declared_in.blocks.values())
            self.storage_key = f"{self.declared_in.app_id}-{place}"
        if self.secret is not None and self.declared_in is not None:
            from desktop_app.state.cipher import Cipher

            self._form.seal(Cipher(self.secret, self.declared_in.app_id), f"browser:{self.storage_key}")

    @property
    def definition(self) -> Definition:
        """What its live side is made by."""
        if self.storage_key is None:
            raise DeclarationError("A BrowserState needs a storage_key=, or a place inside `with Blocks():`.")
        return Definition(
            self.name,
            f"browser:{self.storage_key}",
            self._form,
            lambda: copy.deepcopy(self.default_value),
            lambda: shared.store,
            self.default_value,
        )

    def delete(self) -> None:
        """Remove what is stored, in all copies, and go back to the default; callable from a handler or any thread."""
        self.cell.delete()
