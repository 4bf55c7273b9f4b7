"""Every argument of every component and layout has its effect: in the page, in a handler, or where its own test is.

What is new in the list of arguments and in none of the tables here fails `test_every_argument_is_looked_at`.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

import desktop_app as gr
from desktop_app.blocks.block import Block
from desktop_app.components.component import Component
from desktop_app.testing import HeadlessApp
from tests.headless.test_api import KNOWN, LEFT_OUT

HERE = Path(__file__).parent
NO_BLOCKS = ("BrowserState", "Examples", "InputHTMLAttributes", "Interface", "State", "TabbedInterface", "Timer")

# By the argument: what it is declared with, and what a handler makes of it. Both are what the page gets.
IN_PAGE: dict[str, tuple[Any, Any]] = {
    "anchor_links": ("mine", True),
    "apply_default_css": (False, True),
    "autocomplete": (True, False),
    "autofocus": (True, False),
    "autoscroll": (False, True),
    "buttons": (["copy"], []),
    "color": ("red", None),
    "color_map": ({"a": "red"}, {"b": "blue"}),
    "container": (False, True),
    "elem_classes": (["a"], ["b", "c"]),
    "elem_id": ("one", "two"),
    "equal_height": (True, False),
    "fill_height": (True, False),
    "fill_width": (True, False),
    "filterable": (False, True),
    "header": ("Mine", None),
    "header_links": (True, False),
    "height": (100, "50vh"),
    "include_time": (False, True),
    "info": ("Help", None),
    "interactive": (False, True),
    "label": ("First", "Second"),
    "language": ("python", "typescript"),
    "latex_delimiters": ([], [{"left": "$", "right": "$", "display": False}]),
    "layout": ("table", "gallery"),
    "line_breaks": (True, False),
    "lines": (3, 4),
    "linkify": (["a"], []),
    "main_page_name": ("Start", False),
    "max_choices": (2, None),
    "max_height": (100, "50vh"),
    "max_length": (5, None),
    "max_lines": (8, 9),
    "maximum": (50, 60),
    "min_height": (100, "50vh"),
    "min_width": (100, 300),
    "minimum": (1, 2),
    "multiselect": (True, False),
    "open": (False, True),
    "orientation": ("row", "column"),
    "padding": (True, False),
    "placeholder": ("Type", None),
    "position": ("right", "left"),
    "render_children": (True, False),
    "rtl": (True, False),
    "sample_labels": (["a"], ["b"]),
    "samples_per_page": (3, 4),
    "sanitize_html": (False, True),
    "scale": (2, 0),
    "selected": ("a", 1),
    "show_heading": (False, True),
    "show_indices": (True, False),
    "show_inline_category": (False, True),
    "show_label": (False, True),
    "show_legend": (True, False),
    "show_line_numbers": (False, True),
    "show_select_all": (True, False),
    "show_whitespaces": (False, True),
    "size": ("sm", "md"),
    "step": (2, 5),
    "stop_btn": ("Halt", True),
    "submit_btn": ("Send", True),
    "text_align": ("right", "left"),
    "type": ("password", "email"),
    "variant": ("panel", "compact"),
    "visible": ("hidden", True),
    "width": (300, "30%"),
    "wrap_lines": (True, False),
}
OF_ONE: dict[tuple[str, str], tuple[Any, Any]] = {
    **{(name, "variant"): ("primary", "stop") for name in ("Button", "ClearButton")},
    ("Blocks", "visible"): (True, True),
    ("JSON", "buttons"): ([], ["copy"]),
    ("Code", "buttons"): (["download"], ["copy", "download"]),
    ("Code", "language"): ("python", None),
    ("Navbar", "visible"): (False, True),
    ("Textbox", "max_lines"): (1, None),
}
# Tested by name in the file; "*" is every block that has it.
ELSEWHERE: dict[tuple[str, str], str] = {
    ("*", "value"): "test_bad_input.py",
    ("*", "choices"): "test_components.py",
    ("*", "render"): "test_every_argument.py",
    ("*", "key"): "test_render.py",
    ("*", "preserved_by_key"): "test_every_argument.py",
    ("*", "every"): "test_timer.py",
    ("*", "inputs"): "test_every_argument.py",
    ("*", "precision"): "test_components.py",
    ("*", "link"): "test_button.py",
    ("*", "link_target"): "test_button.py",
    ("*", "icon"): "test_button.py",
    ("*", "show_progress"): "test_progress.py",
    ("*", "buttons"): "test_own_buttons.py",
    ("*", "html_attributes"): "test_textbox.py",
    ("Checkbox", "type"): "test_components.py",
    ("Radio", "type"): "test_radio.py",
    ("CheckboxGroup", "type"): "test_components.py",
    ("Dropdown", "type"): "test_dropdown.py",
    ("Dropdown", "allow_custom_value"): "test_dropdown.py",
    ("Dropdown", "multiselect"): "test_dropdown.py",
    ("Dropdown", "max_choices"): "test_dropdown.py",
    ("Dropdown", "filterable"): "test_dropdown.py",
    ("Dataset", "type"): "test_dataset.py",
    ("Dataset", "components"): "test_dataset.py",
    ("Dataset", "component_props"): "test_dataset.py",
    ("Dataset", "samples"): "test_dataset.py",
    ("Dataset", "headers"): "test_dataset.py",
    ("Dataset", "sample_labels"): "test_dataset.py",
    ("Dataset", "proxy_url"): "test_dataset.py",
    ("DateTime", "type"): "test_date_time.py",
    ("DateTime", "timezone"): "test_date_time.py",
    ("Slider", "randomize"): "test_slider.py",
    ("ClearButton", "components"): "test_clear_button.py",
    ("ClearButton", "api_name"): "test_every_argument.py",
    ("ClearButton", "api_visibility"): "test_every_argument.py",
    ("HighlightedText", "combine_adjacent"): "test_highlighted_text.py",
    ("HighlightedText", "adjacent_separator"): "test_highlighted_text.py",
    ("HTML", "html_template"): "test_html.py",
    ("HTML", "css_template"): "test_html.py",
    ("HTML", "js_on_load"): "test_html.py",
    ("HTML", "head"): "test_html.py",
    ("HTML", "server_functions"): "test_html.py",
    ("Label", "num_top_classes"): "test_label.py",
    ("Tab", "id"): "test_layouts.py",
    ("TabItem", "id"): "test_layouts.py",
    ("Step", "id"): "test_walkthrough.py",
    ("Blocks", "title"): "test_app.py",
    ("Blocks", "analytics_enabled"): "test_every_argument.py",
    ("Blocks", "mode"): "test_every_argument.py",
    ("Blocks", "delete_cache"): "test_every_argument.py",
}


def needed(name: str) -> dict[str, Any]:
    """Return what a block needs for all of its arguments to make sense."""
    if name == "Dataset":
        return {"components": ["textbox"], "samples": [["x"]]}
    if name in ("Radio", "Dropdown", "CheckboxGroup"):
        return {"choices": ["a", "b", "c"]}
    return {}


def in_page() -> list[tuple[str, str, Any, Any]]:
    """Return each block's name with each argument that the page gets, and two values of it."""
    found = []
    for name, known in KNOWN.items():
        if name in NO_BLOCKS:
            continue
        for argument in known["in order"] | known["by name"]:
            pair = OF_ONE.get((name, argument)) or IN_PAGE.get(argument)
            if pair is not None and argument in getattr(gr, name).page_names():
                if argument == "buttons" and name not in ("Textbox", "TextArea", "Text", "Markdown", "JSON", "Code"):
                    continue
                found.append((name, argument, *pair))
    return found


@pytest.mark.parametrize(("name", "argument", "first", "second"), in_page())
def test_the_page_gets_it_and_a_handler_changes_it(name, argument, first, second):
    """As it is declared, and as an update says."""
    kind = getattr(gr, name)
    if kind is gr.Blocks:
        with gr.Blocks(**{argument: first}) as demo:
            gr.Textbox()
        with HeadlessApp(demo) as app:
            assert app.open_window().page.root["props"][argument] == first
        return
    with warnings.catch_warnings(), gr.Blocks() as demo:
        warnings.simplefilter("ignore")  # of combinations without effect
        block = kind(**{**needed(name), argument: first})
        gr.Button("Change").click(lambda: gr.update(**{argument: second}), None, block)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert window.property(block, argument) == first
        window.click("Change")
        assert window.toasts == []
        assert window.property(block, argument) == second


BLOCKS = [name for name in KNOWN if name not in NO_BLOCKS and name != "Blocks"]
COMPONENTS = [name for name in BLOCKS if issubclass(getattr(gr, name), Component)]


@pytest.mark.parametrize("name", [*BLOCKS, "State", "Timer"])
def test_render_false_leaves_it_out(name):
    """Until it is rendered, where that is done; once."""
    with gr.Blocks() as demo:
        block = getattr(gr, name)(render=False, **needed(name))
        with gr.Column() as place:
            gr.Button("Before")
        assert block.parent is None
        with place:
            block.render()
            gr.Button("After")
        with pytest.raises(gr.DeclarationError, match="already"):
            block.render()
    around = block.parent
    assert around in (place, *place.children)  # a tab brings its tabs
    assert block.id in demo.blocks


@pytest.mark.parametrize("name", [name for name in COMPONENTS if "inputs" in KNOWN[name]["by name"]])
def test_a_function_works_out_its_value(name):
    """At the load, and when one of the inputs changes."""
    asked = []
    with gr.Blocks() as demo:
        source = gr.Number(1, label="Source")
        options = {**needed(name), "value": lambda number: asked.append(number), "inputs": source}
        getattr(gr, name)(**options)
    with HeadlessApp(demo) as app:
        app.open_window().set("Source", 2)
    assert asked == [1, 2]


@pytest.mark.parametrize("name", BLOCKS)
def test_its_key_keeps_what_it_is_asked_to(name):
    """Inside of `render` the same element stays, and the properties that `preserved_by_key` names."""
    if "preserved_by_key" not in KNOWN[name]["by name"]:
        return
    with gr.Blocks() as demo:
        count = gr.Number(1, label="Count")

        @gr.render(inputs=count)
        def draw(count):
            block = getattr(gr, name)(
                key="k", preserved_by_key=["elem_classes"], elem_classes="first", elem_id=f"id{count}", **needed(name)
            )
            gr.Button("Change").click(lambda: gr.update(elem_classes="second"), None, block)

    with HeadlessApp(demo) as app:
        window = app.open_window()
        before = window._find("id1")["id"]
        window.click("Change")
        window.set("Count", 2)
        assert window._find("id2")["id"] == before
        assert window.property("id2", "elem_classes") == ["second"]


def test_a_clear_button_is_called_by_its_name():
    """By the code that may call it."""
    with gr.Blocks() as demo:
        box = gr.Textbox("text", label="Box")
        gr.ClearButton(box, api_name="wipe", api_visibility="public")
        gr.ClearButton(box, value="Other", api_name="other", api_visibility="private")
    with HeadlessApp(demo) as app:
        assert app.call("wipe") is None
        with pytest.raises(LookupError, match=r"there is: wipe$"):
            app.call("other")


def test_an_interface_hands_its_options_to_its_listener():
    """As if they were given to it; the rest is the page's."""
    options = {
        "api_name": "run",
        "api_description": "Runs.",
        "batch": True,
        "max_batch_size": 7,
        "show_progress": "minimal",
        "time_limit": 3,
        "stream_every": 2,
    }
    interface = gr.Interface(lambda texts: texts, "text", "text", fill_width=True, **options)
    [listener] = [listener for listener in interface.listeners if listener.api_name == "run"]
    held = {name: getattr(listener, name) for name in options if name not in ("time_limit", "stream_every")}
    assert held == {name: value for name, value in options.items() if name in held}
    with HeadlessApp(interface) as app:
        assert app.open_window().page.root["props"]["fill_width"] is True


def test_an_interface_counts_and_cleans_nothing():
    """What Gradio has for that is taken, and does nothing."""
    assert isinstance(gr.Interface(str, "text", "text", analytics_enabled=True, delete_cache=(1, 1)), gr.Interface)
    tabbed = gr.TabbedInterface([gr.Interface(str, "text", "text")], analytics_enabled=True)
    assert isinstance(tabbed, gr.TabbedInterface)


def test_examples_hand_their_options_on():
    """To the table that shows them, and to the listener of a click."""
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box")
        gr.Examples(
            [["a"], ["b"]],
            box,
            label="Try",
            elem_id="tries",
            visible=True,
            examples_per_page=1,
            api_name="fill",
            api_visibility="public",
            api_description="Fills.",
        )
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert (window.property("tries", "label"), window.property("tries", "samples_per_page")) == ("Try", 1)
        assert app.call("fill", 1) == "b"
    [listener] = [listener for listener in demo.listeners if listener.api_name == "fill"]
    assert (listener.api_visibility, listener.api_description) == ("public", "Fills.")


def test_the_helps_for_entering_text_come_to_the_page():
    """All of them, with the field that they are for."""
    given = {
        "autocapitalize": "words",
        "autocorrect": "off",
        "spellcheck": False,
        "autocomplete": "email",
        "tabindex": 3,
        "enterkeyhint": "send",
        "lang": "de",
    }
    assert set(given) == set(KNOWN["InputHTMLAttributes"]["in order"] | KNOWN["InputHTMLAttributes"]["by name"])
    with gr.Blocks() as demo:
        gr.Textbox(label="Box", html_attributes=gr.InputHTMLAttributes(**given))
    with HeadlessApp(demo) as app:
        assert app.open_window().property("Box", "html_attributes") == given


def test_what_only_counts_and_cleans_for_gradio_is_taken():
    """And does nothing."""
    demo = gr.Blocks(analytics_enabled=True, mode="interface", delete_cache=(60, 60))
    assert isinstance(demo, gr.Blocks)


def test_every_argument_is_looked_at():
    """Here, or in the file that the table names, where its name is to be found."""
    checked = {(name, argument) for name, argument, *_ in in_page()} | set(LEFT_OUT)
    for name, known in KNOWN.items():
        if name in NO_BLOCKS or not issubclass(getattr(gr, name), Block):
            continue
        for argument in known["in order"] | known["by name"]:
            file = ELSEWHERE.get((name, argument)) or ELSEWHERE.get(("*", argument))
            if (name, argument) in checked:
                continue
            assert file is not None, f"{name}({argument}=…) is tested nowhere"
            assert argument in (HERE / file).read_text(encoding="utf-8"), f"{file} does not test {argument}"
