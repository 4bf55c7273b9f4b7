"""Every component for input, in groups; what Python gets is said in a line: the label, and the value."""

from functools import partial

import desktop_app as gr
from tests.native.say import say

TASTES = ["Sweet", "Sour", "Salty"]


def tell(name, *value):
    say(" ".join([name, *map(repr, value)]))


def heard(block, *events, value=True):
    """Say what a handler gets at these events."""
    for event in events:
        getattr(block, event)(partial(tell, block.label), block if value else None, trigger_mode="multiple")


def tell_step(event: gr.SelectData):
    tell("Walkthrough", event.value)


def tell_press(event: gr.EventData):
    tell("HTML", event.n)


with gr.Blocks(title="Components", app_id="native-components") as demo:
    gr.Markdown("")
    with gr.Tabs():
        with gr.Tab("Fields"):
            with gr.Row():
                heard(gr.Textbox(label="Textbox", buttons=["copy"]), "input", "submit")
                heard(gr.Textbox(label="Pasted"), "input")
            heard(gr.TextArea(label="TextArea", lines=2), "input")
            heard(gr.Textbox(label="Sent", submit_btn="Send", stop_btn="Halt"), "submit", "stop")
            with gr.Row():
                heard(gr.Number(label="Number", value=4), "input")
                heard(gr.Slider(0, 10, value=2, step=1, label="Slider"), "release")
            heard(gr.Code(label="Code", language="python", interactive=True, lines=2), "input")
            with gr.Row():
                heard(gr.ColorPicker("#000000", label="ColorPicker"), "input")
                heard(gr.DateTime(label="DateTime", type="string"), "change")
        with gr.Tab("Choices"):
            heard(gr.Checkbox(label="Checkbox"), "input")
            heard(gr.CheckboxGroup(TASTES, label="CheckboxGroup"), "input")
            heard(gr.Radio([taste + "!" for taste in TASTES], label="Radio"), "input")
            with gr.Row():
                heard(gr.Dropdown(TASTES, label="Dropdown"), "input")
                heard(gr.Dropdown(TASTES, label="Several", multiselect=True), "input")
            with gr.Row():
                gr.Button("Button").click(partial(tell, "Button"))
                kept = gr.Textbox("to go", label="Kept")
                heard(kept, "change")
                gr.ClearButton(kept, value="Clear")
        with gr.Tab("Layouts"):
            with gr.Accordion("Accordion", open=False) as accordion:
                heard(gr.Textbox(label="Inside"), "input")
            heard(accordion, "expand", "collapse", value=False)
            with gr.Tabs():
                gr.Tab("First")
                with gr.Tab("Second") as second:
                    gr.Markdown("It is the second.")
            heard(second, "select", value=False)
            with gr.Walkthrough(selected=1) as walkthrough:
                gr.Step("Begin", id=0)
                gr.Step("End", id=1)
            walkthrough.select(tell_step, None)
            with gr.Draggable():
                gr.Button("One")
                gr.Button("Two")
        with gr.Tab("Shown"):
            with gr.Row():
                gr.JSON({"name": "Ada", "fields": ["poetry"]}, label="JSON")
                heard(gr.Label({"Cat": 0.9, "Dog": 0.1}, label="Label"), "select", value=False)
            gr.Markdown("Copy *this* text", buttons=["copy"], label="Markdown", container=True)
            gr.HTML(
                "<button>Press me</button>",
                label="HTML",
                js_on_load="element.querySelector('button').addEventListener('click', () => trigger('click', {n: 7}))",
            ).click(tell_press, None)
            name, age = gr.Textbox(label="Name"), gr.Number(label="Age")
            gr.Examples([["Ada", 36], ["Alan", 41]], [name, age], label="Examples")
            heard(name, "change")
            dataset = gr.Dataset(label="Dataset", components=["textbox"], samples=[["first"], ["second"]])
            heard(dataset, "click")
            gr.ParamViewer({"event": {"type": "str", "description": "What has happened.", "default": None}})
    with gr.Sidebar("Sidebar", open=False) as sidebar:
        heard(gr.Textbox(label="At the side"), "input")
    heard(sidebar, "expand", "collapse", value=False)
