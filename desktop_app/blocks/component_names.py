"""Components by the names of their classes, as texts."""

from __future__ import annotations

import inspect

from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError


def component_named(name: str) -> Component:
    """Make a component of the class of this name: "textbox", "checkbox_group" or "CheckboxGroup"; "text" is a Textbox.

    Raises:
        DeclarationError: there is none, or it cannot be made without arguments.
    """
    import desktop_app  # above us: its classes are reached by their public names

    wanted = _plain(name)
    public = next((each for each in desktop_app.__all__ if each[0].isupper() and _plain(each) == wanted), None)
    found = getattr(desktop_app, public or ("Textbox" if wanted == "text" else ""), None)
    if not inspect.isclass(found) or not issubclass(found, Component):
        raise DeclarationError(f"There is no component {name!r}; there are: {', '.join(_known())}.")
    return found(render=False)


def _plain(name: str) -> str:
    return name.replace("_", "").replace(" ", "").lower()


def _known() -> list[str]:
    import desktop_app

    public = {name: getattr(desktop_app, name) for name in desktop_app.__all__}
    names = {name.lower() for name, kind in public.items() if inspect.isclass(kind) and issubclass(kind, Component)}
    return sorted({"text", *names})
