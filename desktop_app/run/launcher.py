"""What a script's `launch` does under `desktop-blocks run`."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from types import ModuleType

from desktop_app.app import App
from desktop_app.blocks.blocks import Blocks
from desktop_app.errors import DesktopAppError
from desktop_app.run.reloader import Reloader
from desktop_app.run.script import Script


class NoApp(DesktopAppError):
    """A script makes no app, or more than one and does not say which is to be shown."""


class Launcher:
    """Shows the one app of a script, with what the command line says.

    Args:
        script: the script.
        engine: which engine; None is the script's own choice.
        windows: how many windows open at the start.
        debug: True opens the state inspector.
        reload: True watches the script.
        name: which of its apps is shown if it launches none.

    Attributes:
        trouble: what kept the app from being shown, and is no fault of the script's code; None if nothing did.
    """

    def __init__(
        self, script: Script, *, engine: str | None, windows: int, debug: bool, reload: bool, name: str | None
    ) -> None:
        self.script = script
        self.trouble: Exception | None = None
        self._engine = engine
        self._windows = windows
        self._debug = debug
        self._reload = reload
        self._name = name
        self._launched: Blocks | None = None
        self._reloader: Reloader | None = None

    def __call__(self, blocks: Blocks, *, engine: str | None, debug: bool, single_instance: bool) -> None:
        """Show blocks that the script launches, and return when the last window is closed.

        Raises:
            NoApp: it has launched others before.
            DesktopAppError: what `Blocks.launch` raises.
        """
        if self._reloader is not None and self._reloader.launched(blocks):
            return
        try:
            if self._launched is not None and self._launched is not blocks:
                raise NoApp(self._two([self._launched, blocks], "launches"))
            self._launched = blocks
            with self._reloading(blocks):
                App.run(
                    blocks,
                    engine=self._engine or engine,
                    debug=self._debug or debug,
                    single_instance=single_instance,
                    windows=self._windows,
                )
        except DesktopAppError as error:
            self.trouble = error
            raise

    def show(self, module: ModuleType) -> None:
        """Launch the app of a script that has run, unless it was launched by the script.

        Raises:
            NoApp: it makes none, or several.
        """
        if self._launched is not None:
            return
        try:
            found = self.app_of(module)
        except NoApp as error:
            self.trouble = error
            raise
        found.launch()

    def app_of(self, module: ModuleType) -> Blocks:
        """Return the one app that a script binds to a name.

        Raises:
            NoApp: it binds none, or several.
        """
        apps = named_apps(module)
        if self._name is not None:
            for app, name in apps.items():
                if name == self._name or vars(module).get(self._name) is app:
                    return app
            had = f"it has: {', '.join(apps.values())}" if apps else "it has none at all"
            raise NoApp(f"{self.script.name} has no app of the name {self._name!r}; {had}.")
        if not apps:
            raise NoApp(
                f"{self.script.name} makes no app. Bind a Blocks, an Interface or a TabbedInterface to a name at its "
                "top level, such as `demo`, or launch it by demo.launch()."
            )
        if len(apps) > 1:
            raise NoApp(self._two(list(apps), "makes"))
        return next(iter(apps))

    def _reloading(self, blocks: Blocks) -> AbstractContextManager[object]:
        if not self._reload:
            return nullcontext()
        self._reloader = Reloader(self.script, blocks, self.app_of)
        return self._reloader

    def _two(self, apps: list[Blocks], does: str) -> str:
        known = named_apps(self.script.module)
        names = [known.get(app) or repr(app.title) for app in apps]
        return (
            f"{self.script.name} {does} {len(apps)} apps: {', '.join(names)}. A program shows one. Launch that one "
            f"alone at the end of the script, by {names[0]}.launch(), or choose it by --demo-name {names[0]}; show "
            "others in its tabs, by TabbedInterface, or in windows, by App.current().open_window(other)."
        )


def named_apps(module: ModuleType) -> dict[Blocks, str]:
    """Return the apps that a module binds, with their names; one that is shown inside of another is none."""
    apps: dict[Blocks, str] = {}
    for name, value in vars(module).items():
        if isinstance(value, Blocks) and value.parent is None:
            apps.setdefault(value, name)
    return apps
