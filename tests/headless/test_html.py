"""HTML: what it takes, and what a handler gets of it."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

import pytest

import desktop_app as gr
from desktop_app.components.template import pieces
from desktop_app.errors import DeclarationError, HandlerError
from desktop_app.testing.headless_app import HeadlessApp

EVENTS = [
    "change",
    "input",
    "click",
    "double_click",
    "submit",
    "stop",
    "edit",
    "clear",
    "play",
    "pause",
    "end",
    "start_recording",
    "pause_recording",
    "stop_recording",
    "focus",
    "blur",
    "upload",
    "release",
    "select",
    "stream",
    "like",
    "example_select",
    "option_select",
    "load",
    "key_up",
    "apply",
    "delete",
    "tick",
    "undo",
    "retry",
    "expand",
    "collapse",
    "download",
    "copy",
]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({"html_template": "<p>${value</p>"}, "has no end"),
        ({"css_template": "p { color: ${'}' "}, "has no end"),
        ({"max_height": []}, r"max_height=\[\]"),
        ({"a-b": 1}, "'a-b' is no name"),
        ({"made": object()}, "props"),
        ({"server_functions": [lambda: 1]}, "no name that JavaScript can use"),
        ({"head": 5}, "head=5"),
    ],
)
def test_a_wrong_argument_is_named(arguments, why):
    """The error says which one it is and what is wrong with it."""
    with pytest.raises(DeclarationError, match=why):
        gr.HTML("x", **arguments)


def test_a_value_that_json_cannot_hold_is_refused():
    """The error names the component."""
    with pytest.raises(HandlerError, match="HTML 'H' cannot show <object"):
        gr.HTML(label="H").to_page(object())


@pytest.mark.parametrize("value", [None, "", "<b>x</b>", 5, 1.5, True, ["a", 1], {"a": [1]}, "😀", "x" * 1_000_000])
def test_any_json_is_its_value(value):
    """It stays what it is, there and back."""
    html = gr.HTML()
    assert html.preprocess(html.accept(html.to_page(value))) == value


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("", [""]),
        ("<p>$5 {value}</p>", ["<p>$5 {value}</p>"]),
        ("a${ value }b${other}", ["a", "value", "b", "other", ""]),
        ("${x ? '}' : \"{\"}", ["", "x ? '}' : \"{\"", ""]),
        (
            "${list.map(i => `<li>${i.a || '`'}</li>`).join('')}!",
            ["", "list.map(i => `<li>${i.a || '`'}</li>`).join('')", "!"],
        ),
        ("${(() => { return {a: '\\''}.a })()}", ["", "(() => { return {a: '\\''}.a })()", ""]),
    ],
)
def test_expressions_are_found_whatever_is_in_them(template, found):
    """Braces in their strings and blocks do not end them."""
    assert pieces(template) == found


def test_it_has_every_event_that_authors_know():
    """The page can trigger each of them."""
    assert set(EVENTS) == set(gr.HTML.known_events()) - {"server_call"}


def test_only_what_needs_functions_brings_them_to_the_page():
    """Plain HTML and simple expressions bring no script."""
    with gr.Blocks() as demo:
        gr.HTML("<b>x</b>", elem_id="plain")
        gr.HTML("x", html_template="${value} ${user.name} {{value}}", user={"name": "Ada"}, elem_id="simple")
        gr.HTML("x", js_on_load=None, elem_id="still")
        harder = gr.HTML("x", html_template="${value.toUpperCase()}", elem_id="harder")
        own = gr.HTML("x", js_on_load="trigger('submit')", elem_id="own")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        scripts = {name: window.property(name, "script") for name in ("plain", "simple", "still", "harder", "own")}
        defined = "".join(window.page.scripts)
    assert scripts == {"plain": "click", "simple": "click", "still": None, "harder": harder.id, "own": own.id}
    assert "value.toUpperCase()" in defined
    assert "trigger('submit')" in defined
    assert "user.name" not in defined


def test_a_handler_changes_its_props_and_leaves_the_others():
    """By another HTML, or by an update of `props`."""
    with gr.Blocks() as demo:
        html = gr.HTML("x", first=1, second=2, elem_id="html")
        gr.Button("One").click(lambda: gr.HTML(first=5), outputs=html)
        gr.Button("Two").click(lambda: gr.update(props={"second": 6}, value="y"), outputs=html)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("One")
        assert window.property("html", "props") == {"first": 5, "second": 2}
        assert window.value("html") == "x"
        window.click("Two")
        assert window.property("html", "props") == {"first": 5, "second": 6}
        assert window.value("html") == "y"


@pytest.mark.parametrize("event", [event for event in EVENTS if event != "change"])
def test_every_event_brings_its_data(event):
    """As what the page's script has sent."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        html = gr.HTML("x", elem_id="html")

        def hear(data: gr.EventData):
            heard.append(data.option)

        getattr(html, event)(hear)
    with HeadlessApp(demo) as app:
        app.open_window().trigger("html", event, {"option": "a"})
    assert heard == ["a"]


def test_a_prop_may_have_a_name_that_means_something_inside():
    """Only the arguments of its own are none."""
    html = gr.HTML("x", script="a", server="b", answer="c")
    assert html.props == {"script": "a", "server": "b", "answer": "c"}


def test_its_buttons_are_shown_with_it():
    """They work as everywhere."""
    with gr.Blocks() as demo:
        button = gr.Button("Mine", render=False)
        gr.HTML("x", buttons=[button], elem_id="html")
        out = gr.Textbox(label="Out")
        button.click(lambda: "pressed", outputs=out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Mine")
        assert window.value("Out") == "pressed"


def test_change_follows_another_value():
    """As for every component."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        html = gr.HTML("x")
        html.change(heard.append, html)
        gr.Button("Go").click(lambda: {"a": 1}, outputs=html)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert heard == [{"a": 1}]


def test_its_script_calls_functions_and_no_others():
    """Each call gets its answer; what fails says so without a traceback, and what is not there is refused."""

    def double(number):
        return number * 2

    async def fail(_):
        raise RuntimeError("secret")

    def tell():
        raise gr.Error("Not today")

    with gr.Blocks() as demo:
        gr.HTML("x", server_functions=[double, fail, tell], elem_id="html")
    with HeadlessApp(demo) as app:
        window = app.open_window()

        def call(number, function, *arguments):
            window.trigger(
                "html", "server_call", {"number": number, "function": function, "arguments": list(arguments)}
            )
            return window.property("html", "server_answer")

        assert call(1, "double", 4) == {"number": 1, "value": 8, "error": None}
        assert call(2, "tell") == {"number": 2, "value": None, "error": "Not today"}
        assert call(3, "fail", 1)["error"] == "fail went wrong. The log has the details."
        assert call(4, "double")["error"] == "double went wrong. The log has the details."
        assert call(5, "system", "rm")["number"] == 4
        window.trigger("html", "server_call", {"number": "6"})
        assert window.property("html", "server_answer")["number"] == 4


def upload(window, *arguments):
    """Let the page's script bring a part of a file, and return the answer."""
    window.trigger("html", "server_call", {"number": 1, "function": "@upload", "arguments": list(arguments)})
    return window.property("html", "server_answer")


def with_upload():
    """An app whose script may bring files."""
    with gr.Blocks() as demo:
        gr.HTML("x", js_on_load="upload", elem_id="html")
    return demo


def test_a_file_comes_in_parts_and_goes_with_the_session():
    """Each part behind the one before; nothing is left when the window is closed."""
    with HeadlessApp(with_upload()) as app:
        window = app.open_window()
        first = upload(window, None, "a.txt", base64.b64encode(b"Hello ").decode())["value"]
        second = upload(window, first["upload"], "a.txt", base64.b64encode(b"world").decode())["value"]
        other = upload(window, None, "a.txt", "")["value"]
        assert second == first
        assert Path(first["path"]).read_bytes() == b"Hello world"
        assert Path(other["path"]).read_bytes() == b""
        window.close()
        assert not Path(first["path"]).exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\a.txt", "a.txt"),
        ("..", "file"),
        ("", "file"),
        ("a:b?\0.txt", "a_b__.txt"),
        ("ü😀.txt", "ü😀.txt"),
        ("x" * 1000 + ".txt", "x" * 146 + ".txt"),
    ],
)
def test_the_name_of_a_file_leads_nowhere_else(name, kept):
    """Only its last part is kept, without what a system cannot write."""
    with HeadlessApp(with_upload()) as app:
        path = Path(upload(app.open_window(), None, name, "")["value"]["path"])
        assert path.name == kept
        assert path.is_relative_to(tempfile.gettempdir())


@pytest.mark.parametrize(
    "arguments", [(None, "a", "???"), ("../..", "a", ""), ("unknown", "a", ""), (5, "a", "ü"), (None,), ()]
)
def test_what_is_no_part_of_a_file_is_an_error(arguments, caplog):
    """The script gets it; nothing is written elsewhere."""
    with HeadlessApp(with_upload()) as app:
        answer = upload(app.open_window(), *arguments)
    assert answer["value"] is None
    assert answer["error"]


def test_what_stands_in_its_head_goes_two_ways():
    """Elements with the component, scripts with its functions; what has to be loaded is left out with a warning."""
    head = "<style>p { color: red; }</style><script>const shout = (text) => text + '!';</script>"
    with gr.Blocks() as demo:
        gr.HTML("x", head=head, elem_id="html")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert window.property("html", "head") == "<style>p { color: red; }</style>"
        assert "const shout" in "".join(window.page.scripts)
    with pytest.warns(UserWarning, match="<script src=https://example.org/x.js> is left out"):
        assert gr.HTML(head="<script src='https://example.org/x.js'></script>").head == ""


def test_what_is_made_inside_belongs_to_it():
    """It is usable and goes with it."""
    with gr.Blocks() as demo:
        with gr.HTML("x", html_template="<b>@children</b>", elem_id="html") as html:
            name = gr.Textbox(label="Name")
        out = gr.Textbox(label="Out")
        name.submit(str.upper, name, out)
        gr.Button("Hide").click(lambda: gr.HTML(visible=False), outputs=html)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Name", "ada")
        window.trigger("Name", "submit")
        assert window.value("Out") == "ADA"
        window.click("Hide")
        assert not window.visible("Name")
