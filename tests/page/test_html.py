"""HTML as its author meant it."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def test_it_shows_its_value_as_it_is(show: ShowApp):
    """Also one that a handler returns; a script in it does not run."""
    with gr.Blocks() as demo:
        html = gr.HTML("<h2>Title</h2><button>mine</button>")
        gr.Button("Go").click(lambda: "<em>new</em><script>window.pwned = 1</script>", outputs=html)
    page = show(demo)
    expect(page.get_by_role("heading", name="Title")).to_be_visible()
    expect(page.get_by_role("button", name="mine")).to_be_visible()
    page.get_by_role("button", name="Go").click()
    expect(page.locator("em")).to_have_text("new")
    assert page.evaluate("window.pwned") is None


def test_templates_are_filled_in(show: ShowApp):
    """JavaScript and Handlebars, in HTML and in CSS; only Handlebars escapes, and nothing is filled in twice."""
    template = """<p>${value} {{value}} {{{value}}}</p>
        <ul>{{#each items}}
        <li class="${kind}">{{@index}} {{name}}{{#if @last}}!{{else}},{{/if}} {{../kind}}</li>
        {{/each}}</ul>
        <ol>${items.map((item) => `<li>${item.name.toUpperCase()}</li>`).join("")}</ol>
        {{#unless none}}<i>nothing</i>{{/unless}}{{#with user}}<b>{{name}} {{toString}}</b>{{/with}}"""
    with gr.Blocks() as demo:
        html = gr.HTML(
            "<u>a</u>{{kind}}${kind}",
            html_template=template,
            css_template="padding: ${size}px; li { color: rgb(${size * 2}, 0, 0); }",
            items=[{"name": "x"}, {"name": "<y>"}],
            kind="k",
            none=[],
            user={"name": "Ada"},
            size=5,
            elem_id="html",
        )
        gr.HTML("<li>other</li>", elem_id="other")
        gr.Button("Go").click(lambda: gr.HTML(size=7, items=[{"name": "z"}]), outputs=html)
    page = show(demo)
    expect(page.locator("#html p")).to_have_text("a{{kind}}${kind} <u>a</u>{{kind}}${kind} a{{kind}}${kind}")
    expect(page.locator("#html u")).to_have_count(2)
    expect(page.locator("#html ul li.k")).to_have_text(["0 x, k", "1 <y>! k"])
    expect(page.locator("#html ol li").first).to_have_text("X")
    expect(page.locator("#html i")).to_have_text("nothing")
    expect(page.locator("#html b")).to_have_text("Ada")
    expect(page.locator("#html ul li").first).to_have_css("color", "rgb(10, 0, 0)")
    expect(page.locator("#html .html-content")).to_have_css("padding-left", "5px")
    expect(page.locator("#other li")).not_to_have_css("color", "rgb(10, 0, 0)")
    page.get_by_role("button", name="Go").click()
    expect(page.locator("#html ul li")).to_have_text(["0 z! k"])
    expect(page.locator("#html ol li")).to_have_text(["Z"])
    expect(page.locator("#html .html-content")).to_have_css("padding-left", "7px")


def test_a_click_is_told_by_default(show: ShowApp):
    """Without a script of its own."""
    with gr.Blocks() as demo:
        html = gr.HTML("<p>press me</p>")
        out = gr.Textbox(label="Out")
        html.click(lambda: "pressed", outputs=out)
    page = show(demo)
    page.get_by_text("press me").click()
    expect(page.get_by_label("Out")).to_have_value("pressed")


def test_its_script_triggers_events_with_data(show: ShowApp):
    """Once for the element, however often the content is drawn."""
    script = """element.addEventListener('click', (event) => {
        if (event.target.matches('button')) trigger('submit', { option: event.target.innerText });
    });"""
    with gr.Blocks() as demo:
        html = gr.HTML(
            ["one", "two"], html_template="{{#each value}}<button>{{this}}</button>{{/each}}", js_on_load=script
        )
        out = gr.Textbox(label="Out")

        def chosen(data: gr.EventData):
            return ["three"], data.option

        html.submit(chosen, outputs=[html, out])
    page = show(demo)
    page.get_by_role("button", name="two").click()
    expect(page.get_by_label("Out")).to_have_value("two")
    page.get_by_role("button", name="three").click()
    expect(page.get_by_label("Out")).to_have_value("three")
    page.reload()
    page.get_by_role("button", name="one").click()
    expect(page.get_by_label("Out")).to_have_value("one")


def test_its_script_sets_the_value_and_watches_it(run: RunApp):
    """What the script sets is shown and is the user's; what a handler sets is what it watches."""
    script = """
        element.addEventListener('click', () => { props.value = props.value + 1; });
        watch(['value', 'step'], () => { document.title = `${props.value} ${props.step}`; });"""
    heard: list[int] = []
    with gr.Blocks() as demo:
        html = gr.HTML(1, html_template="<p>count ${value}</p>", js_on_load=script, step=1)
        html.input(heard.append, html)
        gr.Button("Go").click(lambda: gr.HTML(40, step=3), outputs=html)
    app = run(demo)
    page = app.open_window()
    page.get_by_text("count 1").click()
    expect(page.get_by_text("count 2")).to_be_visible()
    app.settle()
    assert heard == [2]
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("count 40")).to_be_visible()
    expect(page).to_have_title("40 3")
    page.get_by_text("count 40").click()
    expect(page.get_by_text("count 41")).to_be_visible()


def test_its_frame_label_and_size_are_shown_on_request(show: ShowApp):
    """Each by its own argument."""
    with gr.Blocks() as demo:
        gr.HTML("<p>x</p>" * 50, elem_id="tall", label="Shown", show_label=True, max_height=100, container=True)
        gr.HTML("x", elem_id="low", label="Hidden", min_height=80, padding=True, apply_default_css=False)
    page = show(demo)
    expect(page.get_by_text("Shown")).to_be_visible()
    expect(page.get_by_text("Hidden")).to_be_hidden()
    expect(page.locator("#tall .html-content")).to_have_css("height", "100px")
    expect(page.locator("#tall")).to_have_css("border-top-width", "1px")
    expect(page.locator("#low .html-content")).to_have_css("height", "80px")
    expect(page.locator("#low")).to_have_css("padding-left", "16px")
    expect(page.locator("#low .markdown-content")).to_have_count(0)


def test_it_keeps_its_end_in_sight_on_request(show: ShowApp):
    """Not when the user has scrolled up."""
    lines = "<p>line</p>" * 30
    with gr.Blocks() as demo:
        html = gr.HTML(lines, max_height=100, autoscroll=True, elem_id="html")
        gr.Button("Add").click(lambda text: text + lines, html, html)
    page = show(demo)
    content = page.locator("#html .html-content")
    content.evaluate("(element) => { element.scrollTop = element.scrollHeight; }")
    page.get_by_role("button", name="Add").click()
    expect(content.locator("p")).to_have_count(60)
    assert content.evaluate("(element) => element.scrollHeight - element.scrollTop - element.clientHeight < 2")
    content.evaluate("(element) => { element.scrollTop = 10; }")
    page.get_by_role("button", name="Add").click()
    expect(content.locator("p")).to_have_count(90)
    assert content.evaluate("(element) => element.scrollTop") == 10


def test_its_script_calls_python(run: RunApp, complaints):
    """Several calls at once are all answered, and a failing one is an error that can be caught."""
    script = """
        const [sum, other] = await Promise.all([server.add(1, 2), server.add("a", "b")]);
        const failed = await server.add(1, "b").catch((error) => error.message);
        props.text = `${sum} ${other} ${failed}`;"""

    def add(one, other):
        return one + other

    with gr.Blocks() as demo:
        gr.HTML(
            html_template="<p>${text}</p>",
            js_on_load=f"(async () => {{ {script} }})()",
            server_functions=[add],
            text="",
        )
    page = run(demo).open_window()
    expect(page.get_by_text("3 ab add went wrong. The log has the details.")).to_be_visible()
    complaints.expect("the server function add failed")
