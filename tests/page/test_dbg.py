import desktop_app as gr
def test_d(show):
    with gr.Blocks() as demo:
        gr.CheckboxGroup(["Tea", ("Strong coffee", "coffee")], value=["coffee"], label="Drinks", info="Any number")
    page = show(demo)
    print(page.locator("body").aria_snapshot())
    print(page.evaluate("document.querySelector('wa-checkbox-group').outerHTML"))
    print(page.evaluate("document.querySelector('wa-checkbox-group').shadowRoot.innerHTML"))
def test_w(show):
    long = "w" * 200
    with gr.Blocks() as demo:
        gr.Markdown(f"# {long}\n\n{long}\n\n`{long}`\n\n```\n{long}\n```\n\n|{long}|b|\n|-|-|\n|1|2|", elem_id="md")
        with gr.Row(elem_id="row"):
            with gr.Column(min_width=600):
                gr.Textbox(label=long, elem_id="t")
                gr.Textbox(label="j", info=long, elem_id="t2")
                gr.Textbox(label="password", type="password", value=long, elem_id="t3")
            with gr.Column(min_width=600, variant="panel"), gr.Row():
                gr.Number(label="n", value=10**30, elem_id="n")
                gr.Button(long, elem_id="b")
        gr.CheckboxGroup([long, "b", "c", "d", "e", "f", "g"], label="long", elem_id="c")
        gr.CheckboxGroup(["b", "c", "d", "e", "f", "g"], label=long, elem_id="c2")
        gr.Markdown(long, label=long, show_label=True, container=True, elem_id="m2")
    page = show(demo, viewport={"width": 320, "height": 600})
    print(page.evaluate("document.documentElement.scrollWidth"))
    print(page.evaluate("[...document.querySelectorAll('[id]')].map(e=>[e.id, e.scrollWidth, e.clientWidth, e.getBoundingClientRect().width])"))
