"""The gallery's windows: the list of examples, and an example with its source beside it."""

from __future__ import annotations

import ast
from functools import cache, partial
from importlib import import_module, resources

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks

EXAMPLES = (
    "visitors",
    "cart",
    "instances",
    "credentials",
    "scopes",
    "editor",
    "components",
)  # in the order they are shown
_PACKAGE = "desktop_app.gallery.examples"
_WRAPPED = ".source pre { white-space: pre-wrap; }"  # so that no part of it needs the mouse to be seen


def gallery() -> Blocks:
    """Return the window that lists the examples."""
    demos = {name: _demo(name) for name in EXAMPLES}  # made before, or they would be part of this window
    with gr.Blocks(title="Gallery", app_id="desktop-blocks-gallery") as demo:
        gr.Markdown(
            "# Gallery\nSmall apps to try and to copy from. Each opens in its own window, its source beside it."
        )
        with gr.Row(equal_height=True):
            for name, app in demos.items():
                with gr.Column(variant="panel", min_width=360):
                    gr.Markdown(f"### {app.title}\n{_about(name)}")
                    gr.Button(f"Open {app.title}").click(partial(_open, name))
    return demo


@cache
def example(name: str) -> Blocks:
    """Return an example with its source beside it, or below if the example wants the whole width.

    Args:
        name: one of EXAMPLES.
    """
    demo = _demo(name)
    css = f"{demo.css or ''}{_WRAPPED}"
    with gr.Blocks(title=demo.title, app_id="desktop-blocks-gallery", fill_width=True, css=css) as page:
        if demo.fill_width:
            demo.render()
            with gr.Accordion("Source", open=False):
                _show_source(name)
        else:
            with gr.Row():
                with gr.Column(scale=2):
                    demo.render()
                with gr.Column(scale=3):
                    _show_source(name)
    return page


def _show_source(name: str) -> None:
    text = f"```python\n{source(name).rstrip()}\n```"
    gr.Markdown(text, label=f"{name}.py", show_label=True, container=True, elem_classes="source")


def source(name: str) -> str:
    """Return the source of an example."""
    return resources.files(_PACKAGE).joinpath(f"{name}.py").read_text(encoding="utf-8")


def _demo(name: str) -> Blocks:
    demo: Blocks = import_module(f"{_PACKAGE}.{name}").demo
    return demo


def _about(name: str) -> str:
    return (ast.get_docstring(ast.parse(source(name))) or "").splitlines()[0]


def _open(name: str) -> None:
    gr.App.current().open_window(example(name))
