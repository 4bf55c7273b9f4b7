"""The inspector's window."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.blocks.blocks import Blocks
from desktop_app.components.markdown import Markdown
from desktop_app.inspector.follower import Follower
from desktop_app.inspector.happenings import happenings
from desktop_app.inspector.scopes import browser_scope, global_scope, session_scope
from desktop_app.session.runner import Runner
from desktop_app.state.global_state import GlobalState
from desktop_app.state.shared import shared
from desktop_app.windows.window import Window

SECTIONS = ("Global state", "Session state", "Browser state", "Last events")


class InspectorWindow(Window):
    """Shows the three scopes and the last happenings, as they are now, until `stop`.

    It is an app of our own words: a GlobalState that is counted up when something has changed makes its page anew.

    Args:
        app_id: of the app.
        title: of the app.
        windows: returns those to look at.
        runner: the app's.
    """

    def __init__(self, app_id: str, title: str, windows: Callable[[], list[Window]], runner: Runner) -> None:
        self._windows = windows
        self._runner = runner
        with Blocks(title=f"State inspector – {title}", app_id=app_id, fill_width=True) as blocks:
            self._changes = GlobalState(0, key="desktop_app.inspector")
            outputs = [Markdown(label=section, elem_classes="inspector") for section in SECTIONS]
            blocks.load(self._show, None, outputs)
            self._changes.change(self._show, None, outputs)
        super().__init__("inspector", blocks, blocks.title)
        self._follower = Follower(runner, lambda: self._changes.update(lambda count: count + 1))

    def stop(self) -> None:
        """The window is gone: follow nothing more."""
        self._follower.stop()

    def _show(self) -> list[str]:
        cells = [cell for cell in shared.cells() if cell is not self._changes.cell]
        self._follower.follow(cells)
        last = self._runner.journal.last()  # read first, so that what has been done is seen in the scopes
        shown = (global_scope(cells), session_scope(self._windows()), browser_scope(cells), happenings(last))
        return [f"<h2>{section}</h2>{content}" for section, content in zip(SECTIONS, shown, strict=True)]
