"""python -m desktop_app.bundle.probe SCRIPT RESULT: run a script as far as its launch, and write down what it needs."""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, NoReturn

from desktop_app.blocks.blocks import Blocks
from desktop_app.blocks.launch import launched_by
from desktop_app.run.alias import NAME, lend_name
from desktop_app.run.launcher import named_apps
from desktop_app.run.problem import told
from desktop_app.run.script import Script
from desktop_app.state.global_state import GlobalState

SECRETS = ("cryptography", "keyring")  # the packages of the extra `secrets`
KEEPS_SECRETS = {"desktop_app.state.cipher", "desktop_app.state.can_keep_secrets"}


class Found(NamedTuple):
    """What a script needs.

    Attributes:
        modules: the names of those that it has imported.
        extras: the packages of our extras that it makes use of.
        engine: the one that it launches with, None if it does not say.
        gradio: whether it calls us by that name.
        app: the name of the app that it makes and leaves to us to launch, None if it launches one itself.
    """

    modules: list[str]
    extras: list[str]
    engine: str | None
    gradio: bool
    app: str | None


class Probe:
    """Ends the process where a script would show its window, and writes down what it has needed so far.

    Args:
        result: the file.

    Attributes:
        app: the name of an app that the script has not launched itself; None as long as it runs.
    """

    def __init__(self, result: Path) -> None:
        self.app: str | None = None
        self._result = result
        self._before = set(sys.modules)

    def __call__(self, blocks: Blocks, *, engine: str | None, debug: bool, single_instance: bool) -> None:
        """Do it."""
        new = set(sys.modules) - self._before
        modules = sorted(name for name in new if _can_be_taken_in(name, sys.modules[name]))
        found = Found(modules, extras(), engine, NAME in sys.modules, self.app)
        self._result.write_text(json.dumps(found._asdict()), encoding="utf-8")
        _end(0)


def main(path: Path, result: Path) -> NoReturn:
    """Run the script, and launch the one app that it binds to a name if it launches none.

    The status is 1 if it fails or there is no such app, and then standard error says why.
    """
    script, probe = Script(path), Probe(result)
    with ExitStack() as settings:
        settings.enter_context(lend_name())
        settings.enter_context(launched_by(probe))
        try:
            module = script.execute()
        except Exception as error:
            sys.stderr.write(f"it fails:\n\n{told(error, script)}\n")
            _end(1)
        apps = named_apps(module)
        if len(apps) == 1:
            ((app, probe.app),) = apps.items()
            app.launch()
        name = next(iter(apps.values()), "demo")
        sys.stderr.write(f"it ends without having launched an app. Add {name}.launch() at its end.\n")
        _end(1)


def extras() -> list[str]:
    """Return the packages of our extras that the script has made use of, as far as they are installed."""
    used = [name for name in (*SECRETS, "redis") if name in sys.modules]
    if not KEEPS_SECRETS.isdisjoint(sys.modules):
        used += SECRETS
    if any(isinstance(each, GlobalState) and each.store for each in gc.get_objects()):
        used.append("redis")
    return [name for name in dict.fromkeys(used) if importlib.util.find_spec(name)]


def _can_be_taken_in(name: str, module: ModuleType) -> bool:
    """Whether it is a module by its own name, and none of ours, which build.spec knows."""
    if name.partition(".")[0] in ("desktop_app", NAME):
        return False
    spec = getattr(module, "__spec__", None)
    return spec is not None and spec.name == name and (spec.has_location or spec.submodule_search_locations is not None)


def _end(status: int) -> NoReturn:
    """End at once, whatever threads the script has."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
