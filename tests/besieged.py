"""An app with one of everything, for messages that it should not act upon."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from types import TracebackType
from typing import Any

import desktop_app as gr
from desktop_app.blocks.block import Block
from desktop_app.testing import HeadlessApp
from desktop_app.testing.headless_window import HeadlessWindow

CHOICES = ["x", "y", "z"]
KINDS: dict[str, Callable[..., Block]] = {
    "textbox": lambda **more: gr.Textbox("text", max_length=1000, **more),
    "textarea": lambda **more: gr.TextArea("text", **more),
    "number": lambda **more: gr.Number(1, minimum=0, maximum=10, **more),
    "slider": lambda **more: gr.Slider(0, 10, value=5, step=1, **more),
    "checkbox": lambda **more: gr.Checkbox(False, **more),
    "checkboxgroup": lambda **more: gr.CheckboxGroup(CHOICES, value=["x"], **more),
    "radio": lambda **more: gr.Radio(CHOICES, value="x", **more),
    "dropdown": lambda **more: gr.Dropdown(CHOICES, value="x", **more),
    "several": lambda **more: gr.Dropdown(CHOICES, value=["x"], multiselect=True, **more),
    "datetime": lambda **more: gr.DateTime("2026-01-01 00:00:00", **more),
    "colorpicker": lambda **more: gr.ColorPicker("#000000", **more),
    "code": lambda **more: gr.Code("code", **more),
    "button": lambda **more: gr.Button("Button", **more),
}
SHOWN: dict[str, Callable[[], Block]] = {
    "markdown": lambda: gr.Markdown("text"),
    "html": lambda: gr.HTML("<b>text</b>"),
    "json": lambda: gr.JSON({"a": 1}),
    "label": lambda: gr.Label({"a": 0.5}),
    "highlightedtext": lambda: gr.HighlightedText([("a", "b")]),
    "paramviewer": lambda: gr.ParamViewer({"a": {"type": "int", "description": "", "default": "1"}}),
    "dataset": lambda: gr.Dataset(components=[gr.Textbox(visible=False)], samples=[["a"]]),
    "timer": lambda: gr.Timer(1000, active=False),
}


class Besieged:
    """A window with every component, enabled, disabled and hidden; states; a second window, and a load that is over.

    Attributes:
        ran: grows with each listener that runs.
        old: the nonce of the load before this one.
        enabled: components that the user can change, by kind.
        closed: those that are disabled or hidden.
        states: what the page never hears of.
        foreign: an id that only the other window has.
    """

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.enabled: dict[str, Block] = {}
        self.closed: list[Block] = []
        with gr.Blocks(app_id="besieged") as demo:
            for kind, make in KINDS.items():
                interactive: dict[str, Any] = {} if kind == "button" else {"interactive": True}
                self.enabled[kind] = make(**interactive)
                self.closed.append(make(interactive=False))
                with gr.Column(visible=False):
                    self.closed.append(make(**interactive))
            with gr.Tabs(), gr.Tab("First"), gr.Accordion("More"), gr.Row(), gr.Group():
                self.shown = {kind: make() for kind, make in SHOWN.items()}
            # An author's HTML may be a component that the user changes.
            self.read_only = [block for kind, block in self.shown.items() if kind != "html"]
            self.states: list[Block] = [
                gr.State("kept"), gr.GlobalState("kept", key="global"), gr.BrowserState("kept", storage_key="browser")
            ]  # fmt: skip
            self.idle = gr.Button("Idle")
            for block in (*self.enabled.values(), *self.closed, *self.shown.values()):
                for name in block.known_events():
                    getattr(block, name)(lambda name=f"{block.name}.{name}": self.ran.append(name), None, None)
            gr.api(lambda: self.ran.append("api"), api_name="api")
        with gr.Blocks(app_id="besieged") as other:
            foreign = gr.Button("Foreign")
            foreign.click(lambda: self.ran.append("foreign"))
        self.demo = demo
        self.foreign = foreign.id
        self._app = HeadlessApp(demo)
        self.window = self._app.open_window()
        self.old = self.window.page._nonce
        self.other: HeadlessWindow = self._app.open_window(other)
        self.window.reload()
        self.nonce = self.window.page._nonce
        self.window.trigger("Idle", "click")
        self.ran.clear()
        self._numbers = itertools.count(2)

    def __enter__(self) -> Besieged:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._app.close()

    def say(self, text: str) -> None:
        """Let the page say something, well-formed or not."""
        self.window._surface.connection.receive(text)

    def event(self, **more: Any) -> dict[str, Any]:
        """A message that would be right: a press of a button that nobody listens to."""
        return {
            "type": "event",
            "nonce": self.nonce,
            "number": next(self._numbers),
            "target": self.idle.id,
            "event": "click",
            "data": None,
            "edits": {},
            **more,
        }

    def state(self) -> dict[str, str]:
        """All that is held and shown, in both windows, by its place."""
        found = {"ran": str(self.ran), "links": str(self._app.opened_links), "windows": str(len(self._app.windows))}
        for name, window in (("ours", self.window), ("other", self.other)):
            session, page = window.session, window.page
            found |= {
                f"{name} {block.name} {block.id}": repr(value)
                for block in session.blocks.blocks.values()
                if hasattr(block, "value")
                for value in [session.values[block]]
            }
            found |= {
                f"{name} node {key}": json.dumps(node["props"], sort_keys=True) for key, node in page.nodes.items()
            }
            found |= {f"{name} {what}": str(getattr(page, what)) for what in ("toasts", "scripts", "calls", "problems")}
            found[f"{name} session"] = session.request.session_hash
        return found

    def changes(self, before: dict[str, str]) -> list[str]:
        """What is not as it was before."""
        now = self.state()
        return [
            f"{place}: {before.get(place)} -> {now.get(place)}"
            for place in before.keys() | now.keys()
            if before.get(place) != now.get(place)
        ]

    def settle(self) -> None:
        """Return when nothing runs."""
        self._app.wait()
