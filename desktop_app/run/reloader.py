"""Loading a script again while its windows stay open."""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, TracebackType

from desktop_app.app import App
from desktop_app.blocks.block import Block
from desktop_app.blocks.blocks import Blocks
from desktop_app.events.toast import Toast
from desktop_app.run.generation import GRACE, Generation
from desktop_app.run.problem import brief, files_of, told
from desktop_app.run.script import Script
from desktop_app.run.sources import Sources, changed, forget
from desktop_app.state.shared_component import SharedComponent
from desktop_app.texts import text

PAUSE = 0.25  # seconds between two looks at the files; some dozens of them cost less than a millisecond


class Reloader:
    """Within its `with`, whatever is saved of a script is shown in the windows that are open.

    The files are looked at, rather than the system asked to tell of them: that needs no further package, and it works
    on network drives and in containers, too.

    Args:
        script: what runs.
        blocks: its app, as the windows show it.
        app_of: finds the app in a module that launches none.
    """

    def __init__(self, script: Script, blocks: Blocks, app_of: Callable[[ModuleType], Blocks]) -> None:
        self._script = script
        self._blocks = blocks
        self._app_of = app_of
        self._sources = Sources(script.path, script.folder)
        self._look_at(blocks)
        self._shown = self._sources.signatures()  # before anything of it is seen, as it may be saved at once
        self._loading: Generation | None = None
        self._generations: list[Generation] = []  # those whose scripts are still in their launch
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="reload", daemon=True)

    def __enter__(self) -> Reloader:
        name_blocks(self._script.module, *self._sources.modules().values())
        sys.dont_write_bytecode = True  # what was compiled is told from a newer source by the second alone
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def end(self) -> None:
        """Look no more; what is being loaded goes on, and is shown nowhere."""
        self._ended.set()
        for generation in self._generations:
            generation.end(wait=GRACE)

    def launched(self, blocks: Blocks) -> bool:
        """Take what a script launches, if it is one that is loaded again; return whether it is.

        Raises:
            Superseded: it was, and another has taken its place.
        """
        if self._loading is None or not self._loading.is_here:
            return False
        self._loading.launched(blocks)
        return True

    def _watch(self) -> None:
        last = self._shown
        while not self._ended.wait(PAUSE):
            now = self._sources.signatures()
            settled, last = now == last, now
            saved = changed(self._shown, now)
            if not saved:
                self._shown = now
            elif settled and now[self._script.path] is not None and App.running() is not None:
                self._shown = now
                self._load(saved)

    def _load(self, saved: list[Path]) -> None:
        """Load the script, and let the windows show it; if it fails they go on with what they have."""
        before = self._script.module
        modules = self._sources.modules()
        forget(modules)
        importlib.invalidate_caches()
        generation = self._loading = Generation(lambda: self._app_of(self._script.execute_again()))
        try:
            self._show(generation.blocks(), before, modules)
        except Exception as error:
            generation.end()
            forget(self._sources.modules())
            sys.modules.update(modules)
            sys.modules["__main__"] = self._script.module = before
            self._say(error)
            return
        for older in self._generations[:-1]:  # the sessions of the last one may be ending just now
            older.end()
        self._generations = [*self._generations[-1:], generation]
        names = ", ".join(sorted({path.name for path in saved}))
        print(f"desktop-blocks: {self._script.name} was loaded again, as {names} was saved.", file=sys.stderr)

    def _show(self, blocks: Blocks, before: ModuleType, modules: dict[str, ModuleType]) -> None:
        """Let windows show what took the place of what they show: the app, and others by their name."""
        self._note_new_files()
        now = self._sources.modules()
        shared = name_blocks(self._script.module, *now.values())
        pairs = [(before, self._script.module), *((old, now[name]) for name, old in modules.items() if name in now)]
        successors = {
            value: vars(new)[name]
            for old, new in pairs
            for name, value in vars(old).items()
            if isinstance(value, Blocks) and isinstance(vars(new).get(name), Blocks)
        }
        App.current().replace(successors | {self._blocks: blocks}, shared)
        self._blocks = blocks
        self._look_at(blocks)

    def _note_new_files(self) -> None:
        """Know files that were not looked at before as they are now, before anybody sees what came of them."""
        self._shown = self._sources.signatures() | self._shown

    def _look_at(self, blocks: Blocks) -> None:
        self._sources.others = {Path.cwd() / path for path in (*blocks.css_paths, *blocks.head_paths)}

    def _say(self, error: Exception) -> None:
        print(told(error, self._script), file=sys.stderr)
        print(f"desktop-blocks: {self._script.name} goes on as it was, until it is saved again.", file=sys.stderr)
        self._sources.others |= {Path(file) for file in files_of(error)}
        if isinstance(error, ModuleNotFoundError) and error.name:
            place = self._script.folder.joinpath(*error.name.split("."))
            self._sources.others |= {place.with_suffix(".py"), place / "__init__.py"}
        self._note_new_files()
        toast = Toast("error", text("Not loaded"), brief(error, self._script), None)
        app = App.running()
        for window in app.windows if app is not None else []:
            if window.session is not None:
                window.session.toast(toast)


def name_blocks(*modules: ModuleType) -> list[SharedComponent]:
    """Let blocks know the names that modules bind them to; return the states among them that windows share."""
    named = [(name, value) for module in modules for name, value in vars(module).items() if isinstance(value, Block)]
    for name, block in named:
        block.variable = name
    return [block for _, block in named if isinstance(block, SharedComponent)]
