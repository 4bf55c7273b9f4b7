"""JavaScript of the author's: what Python sends, and what it takes back. The page's part is tested in a real one."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.session.scripts import as_function
from desktop_app.testing import HeadlessApp


class Page:
    """Answers calls of functions in place of a browser, by hand."""

    def __init__(self, window):
        self.window = window
        self.call = window.page.calls[-1]

    def returns(self, value):
        self.window.page.say("returned", number=self.call["number"], value=value)

    def throws(self, message):
        self.window.page.say("threw", number=self.call["number"], message=message)


@pytest.fixture
def silent(monkeypatch):
    """Pages that do not answer by themselves."""
    from desktop_app.testing.headless_page import HeadlessPage

    apply = HeadlessPage._apply

    def keep(page, batch):
        apply(page, batch)
        batch["calls"] = []

    monkeypatch.setattr(HeadlessPage, "_apply", keep)


def test_the_functions_of_listeners_are_defined_before_anything_is_called():
    """Once per load, under the number by which they are called."""
    with gr.Blocks(js="() => alert(1)") as demo:
        box = gr.Textbox(label="Box")
        gr.Button("Go").click(None, box, box, js="(x) => x + 1")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        [defined, started] = window.page.scripts
        window.click("Go", wait=False)
        number = window.page.calls[0]["function"]
        assert f"\ndesktopApp.define({number}, ((x) => x + 1\n))\n" in defined
        assert "\ndesktopApp.start((() => alert(1)\n))\n" in started


@pytest.mark.parametrize(
    ("code", "function"),
    [
        ("(a, b) => a", "((a, b) => a\n)"),
        ("a => a", "(a => a\n)"),
        ("async (a = f(1)) => a;", "(async (a = f(1)) => a\n)"),
        ("function (x) { return x }", "(function (x) { return x }\n)"),
        ("async function f(x) { return x }", "(async function f(x) { return x }\n)"),
        ("({a, b}) => a", "(({a, b}) => a\n)"),
        ("return arguments[0] + 1 // more", "(function () { return arguments[0] + 1 // more\n})"),
        ("(f)(1)", "(function () { (f)(1)\n})"),
    ],
)
def test_code_that_is_no_function_becomes_one(code, function):
    """A function is taken as it is."""
    assert as_function(code) == function


def test_a_script_gets_inputs_and_outputs_and_replaces_the_inputs(silent):
    """What it returns is what Python gets; of a State the page hears nothing."""
    with gr.Blocks() as demo:
        a, b, state = gr.Textbox("a", label="A"), gr.Number(1, label="B"), gr.State("secret")
        out = gr.Textbox("before", label="Out")
        gr.Button("Go").click(lambda a, s, b: f"{a}{s}{b}", [a, state, b], out, js="(...v) => v")
    with HeadlessApp(demo, timeout=0.2) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        page = Page(window)
        assert page.call["arguments"] == ["a", None, 1, "before"]
        page.returns(["A", "ignored", 2])
        app.wait()
        assert window.value("Out") == "Asecret2"


def test_without_a_function_a_script_writes_the_outputs(silent):
    """Their listeners on change run, and what follows the listener."""
    ran = []
    with gr.Blocks() as demo:
        a, b = gr.Textbox("a", label="A"), gr.Textbox(label="B")
        go = gr.Button("Go").click(None, a, b, js="(a) => a + 1")
        b.change(ran.append, b)
        go.success(lambda: ran.append("success"))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert window.value("B") is None
        window.session.scripts._page.call = lambda number, function, arguments: window.page.say(
            "returned", number=number, value=arguments[0] + "1"
        )
        window.click("Go")
        assert window.value("B") == "a1"
        assert sorted(ran) == ["a1", "success"]


@pytest.mark.parametrize(
    ("value", "why"),
    [(["not among"], "cannot have"), ([5], "cannot have"), (["One", "Two", 3], "cannot have")],
)
def test_what_a_script_returns_is_not_trusted(silent, value, why, caplog):
    """A value that the component could not have is refused; the user and the log hear of it."""
    ran = []
    with gr.Blocks() as demo:
        group = gr.CheckboxGroup(["One", "Two"], label="Group")
        gr.Button("Go").click(ran.append, group, js="(x) => x")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        Page(window).returns([value])
        app.wait()
        assert ran == []
        assert why in window.toasts[0]


def test_a_script_that_fails_is_a_failure(silent, caplog):
    """The user hears its message, and `failure` follows."""
    ran = []
    with gr.Blocks() as demo:
        go = gr.Button("Go").click(lambda: ran.append("ran"), js="() => { throw 1 }")
        go.failure(lambda: ran.append("failure"))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        Page(window).throws("1")
        app.wait()
        assert ran == ["failure"]
        assert window.toasts == ["A script of the page failed: 1. (<lambda>() on Button 'Go'.click)"]


def test_an_answer_that_nobody_waits_for_is_refused(caplog):
    """A page cannot make a listener run by an answer."""
    with gr.Blocks() as demo:
        gr.Button("Go").click(None, js="() => 1")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.page.say("returned", number=1, value=None)
        assert "no call 1 of a script waits" in caplog.text


def test_a_window_closed_before_the_answer_leaves_nothing_waiting(silent):
    """The app counts the call as over."""
    with gr.Blocks() as demo:
        gr.Button("Go").click(None, js="() => 1")
    with HeadlessApp(demo, timeout=1) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        window.close()
        app.wait()


def test_styles_and_head_go_into_the_page(tmp_path):
    """From texts and files; scripts of the head go the way of scripts, and what is elsewhere is left out."""
    style = tmp_path / "more.css"
    style.write_text("b { color: red }")
    with pytest.warns(UserWarning, match="is left out") as warned:
        demo = gr.Blocks(
            css="a { color: blue }",
            css_paths=style,
            head="<meta name='x' content='1&lt;2'><style>i{}</style><script>one()</script>"
            "<script src='https://elsewhere/x.js'></script><link rel='stylesheet' href='y.css'>",
        )
    assert demo.additions.css == "a { color: blue }\nb { color: red }\n"
    assert demo.additions.head == '<meta name="x" content="1&lt;2"><style>i{}</style>'
    assert demo.additions.head_scripts == ["one()"]
    assert [str(w.message).split(" is left out")[0] for w in warned] == [
        "head: <script src=https://elsewhere/x.js>",
        "head: <link>",
    ]


def test_a_file_of_styles_that_cannot_be_read_is_named(tmp_path):
    """Where it is written, not when a window opens."""
    with pytest.raises(gr.DeclarationError, match=r"missing\.css cannot be read"):
        gr.Blocks(css_paths=[tmp_path / "missing.css"])


def test_a_script_that_never_answers_can_be_cancelled(silent, caplog):
    """Then its listener may run again, and an answer that comes later is refused."""
    ran = []
    with gr.Blocks() as demo:
        run = gr.Button("Go").click(lambda: ran.append("ran"), js="() => new Promise(() => {})")
        gr.Button("Stop").click(None, cancels=run)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        first = Page(window)
        window.click("Stop")
        window.click("Go", wait=False)
        first.returns(None)
        assert "no call 1 of a script waits" in caplog.text
        Page(window).returns(None)
        app.wait()
        assert ran == ["ran"]
