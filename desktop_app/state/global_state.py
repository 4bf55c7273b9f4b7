"""State of the whole app."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import KW_ONLY
from functools import partial
from typing import Any, ClassVar

from desktop_app.errors import DeclarationError
from desktop_app.state.form import Form
from desktop_app.state.shared import Definition, shared
from desktop_app.state.shared_component import SharedComponent
from desktop_app.state.store import Store


class GlobalState(SharedComponent):
    """A value that the whole app has once: all windows read and write the same.

    It is an input and an output of any listener; `change` fires in every window. `value`, `set` and `update` work from
    any thread. A value in memory is handed out as it is, a typed or stored one as a copy.

    Args:
        default: what it starts as, a value or a function that makes it. A pydantic model makes the state typed.
        key: states of one key are one, also those of other Blocks, and those of any app that uses the same server.
        persist: True keeps it on disk; it is there at the next start.
        store: a `redis://` URL shares it with every copy of the app on every machine.
        version: of the form of the value; stored with it.
        migrations: by version, a function that makes JSON data of the next version of that version's.
        type: any type that pydantic knows; every write is checked against it.

    Raises:
        DeclarationError: the default is not of the type, or a migration is missing.

    Example:
        >>> visits = GlobalState(0, key="visits", persist=True)
        >>> demo.load(lambda: visits.update(lambda count: count + 1))
    """

    kind: ClassVar[str] = "globalstate"

    default: Any = None
    _: KW_ONLY
    key: str | None = None
    persist: bool = False
    store: str | None = None
    version: int = 1
    migrations: dict[int, Callable[[Any], Any]] | None = None
    type: Any = None

    def __post_init__(self) -> None:
        kept = self.persist or self.store is not None
        made = self.default() if callable(self.default) else self.default
        self._form = Form(made, self.type, version=self.version, migrations=self.migrations, stored=kept)
        try:
            self._form.check(made)
        except ValueError as error:
            raise DeclarationError(f"GlobalState({made!r:.200}): {error}") from error
        super().__post_init__()

    @property
    def label(self) -> str | None:
        """Its key is what it goes by."""
        return self.key

    def declared(self) -> None:
        """Take the default key from the app and the place among its GlobalStates."""
        if self.key is None and self.declared_in is not None:
            place = sum(isinstance(block, GlobalState) for block in self.declared_in.blocks.values())
            self.key = f"{self.declared_in.app_id}-{place}"

    @property
    def definition(self) -> Definition:
        """What its live side is made by."""
        if self.key is None and (self.persist or self.store):
            raise DeclarationError("A GlobalState that is kept needs a key=, or a place inside `with Blocks():`.")
        key = self.key if self.key is not None else f"object {self.id}"
        return Definition(self.name, f"global:{key}", self._form, self._made, self._kept_in(), self.default)

    @property
    def value(self) -> Any:
        """The value now."""
        return self.cell.value

    def set(self, value: Any) -> None:
        """Write a value, from any thread.

        Args:
            value: the new one.

        Raises:
            ValueError: it is not of the type; the old one stays.
            StoreError: it could not be stored; the old one stays.
        """
        self.cell.update(lambda _: value)

    def update(self, change: Callable[[Any], Any]) -> None:
        """Write what `change` makes of the value, atomically against every other writer; raises as `set` does.

        Args:
            change: gets the value and returns the new one. It may be called again if another process wrote meanwhile.
        """
        self.cell.update(change)

    def _made(self) -> Any:
        if callable(self.default):
            return self.default()
        try:
            return copy.deepcopy(self.default)
        except Exception:  # what cannot be copied is the one object that the whole app shares
            return self.default

    def _kept_in(self) -> Callable[[], Store] | None:
        if self.store is not None:
            return partial(shared.remote, self.store, _connect)
        return (lambda: shared.store) if self.persist else None


def _connect(url: str) -> Store:
    if not url.startswith(("redis://", "rediss://", "unix://")):
        raise DeclarationError("store= takes a redis:// URL.")
    from desktop_app.state.redis_store import RedisStore

    return RedisStore(url)
