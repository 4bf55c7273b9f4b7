"""What the three scopes hold, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.components.component import Component
from desktop_app.inspector.shortened import MASK, shortened, type_name
from desktop_app.inspector.table import at, heading, table
from desktop_app.session.session import Session
from desktop_app.state.cell import Cell
from desktop_app.state.last_write import LastWrite
from desktop_app.state.session_state import State
from desktop_app.state.shared import shared
from desktop_app.windows.window import Window

GLOBAL, BROWSER = "global:", "browser:"


def global_scope(cells: Iterable[Cell]) -> str:
    """Return the GlobalStates among these."""
    return table(
        ("Key", "Type", "Value", "Revision", "Kept", "Last write"),
        (
            (cell.key.removeprefix(GLOBAL), *_held(cell), str(cell.revision), _kept(cell), _written(cell))
            for cell in cells
            if cell.key.startswith(GLOBAL)
        ),
        "No GlobalState is in use.",
    )


def browser_scope(cells: Iterable[Cell]) -> str:
    """Return the BrowserStates among these."""
    return table(
        ("Key", "Type", "Value", "Revision", "Last write"),
        (
            (cell.key.removeprefix(BROWSER), *_held(cell), str(cell.revision), _written(cell))
            for cell in cells
            if cell.key.startswith(BROWSER)
        ),
        "No BrowserState is in use.",
    )


def session_scope(windows: Iterable[Window]) -> str:
    """Return what each window's session holds: its States, and its fields."""
    parts: list[str] = []
    for window in windows:
        session = window.session or window.kept
        note = " – closed, kept for a while" if window.kept is not None else ""
        parts.append(heading(f"{window.title} ({window.id}){note}"))
        rows = list(_session_rows(session)) if session is not None else []
        parts.append(table(("Name", "Type", "Value", "Last write"), rows, "Nothing is held here."))
    return "".join(parts)


def _session_rows(session: Session) -> Iterator[tuple[str, str, str, str]]:
    states = [block for block in session.scene if isinstance(block, State)]
    fields = [block for block in session.scene if isinstance(block, Component) and block.editable]
    for block in (*states, *fields):
        value = session.values.look_at(block)
        name = f"State {states.index(block) + 1}" if isinstance(block, State) else block.name
        masked = session.values.view(block).masked
        write = session.values.last_writes.get(block)
        yield name, type_name(value), MASK if masked else shortened(value), _wrote(write, session.request.window)


def _held(cell: Cell) -> tuple[str, str]:
    value = cell.look_at()
    return type_name(value), MASK if cell.form.secret else shortened(value)


def _kept(cell: Cell) -> str:
    if cell.store is None:
        return "in memory"
    if cell.store is not shared.store:
        return "on a server"
    return "on disk" if cell.store.durable else "in memory"


def _written(cell: Cell) -> str:
    if cell.last_write is None and cell.revision > 0:
        return "before this start"
    return _wrote(cell.last_write)


def _wrote(write: LastWrite | None, here: str = "") -> str:
    if write is None:
        return "–"
    where = f" in {write.by.window}" if write.by.window not in ("", here) else ""
    return f"{at(write.time)} by {write.by.name}{where}"
