"""An app with every kind of handler."""

import time

import desktop_app as gr
from tests.native.say import say

STEPS = 10_000


def count():
    for number in range(STEPS + 1):
        yield f"step {number}"


def endless():
    try:
        while True:
            yield time.monotonic()
            time.sleep(0.01)
    finally:
        say("stopped")


def slow(progress=gr.Progress()):
    for part in progress.tqdm(range(1000), desc="Working"):
        time.sleep(0.01)
        if part == 999:
            return "done"
    return "never"


def long_enough(text):
    return gr.validate(len(text or "") >= 3, "Write three letters or more.")


with gr.Blocks(
    title="Eventful", app_id="eventful", css="#styled { color: rgb(1, 2, 3) }", js="() => { window.begun = 1 }"
) as demo:
    out = gr.Textbox(label="Out", elem_id="out")
    with gr.Row():
        gr.Button("Stream").click(count, None, out)
        run = gr.Button("Endless").click(endless, None, out)
        gr.Button("Cancel").click(None, cancels=run)
        busy = gr.Button("Slow").click(slow, None, out)
        gr.Button("Cancel slow").click(None, cancels=busy)
        gr.Button("Warn").click(lambda: gr.Warning("Careful now.", title="Look"))
    with gr.Row():
        word = gr.Textbox(label="Word")
        gr.Button("Check").click(str.upper, word, out, validator=long_enough)
        gr.Button("Script").click(lambda text: text + " by Python", word, out, js="(text) => text + ' by JavaScript'")
        gr.Button("Script alone").click(None, word, out, js="(text) => 'only ' + text")
        gr.Button("Chain").click(lambda: "one", None, out).then(lambda text: text + " two", out, out)
    with gr.Row():
        many = gr.Number(2, label="Many", precision=0)
        gr.Button("More").click(lambda n: n + 1, many, many)
        ticks, timer = gr.Number(0, label="Ticks", interactive=False), gr.Timer(0.05, active=False)
        timer.tick(lambda n: n + 1, ticks, ticks)
        gr.Button("Start").click(lambda: gr.Timer(active=True), None, timer)
    others = gr.GlobalState(0)
    others.change(lambda n: n + 1, many, many)
    with gr.Accordion("Rendered"):

        @gr.render(inputs=many)
        def fields(many):
            for number in range(many):
                field = gr.Textbox(label=f"Field {number}", key=number)
                field.submit(lambda text: f"submitted {text}", field, out)

    styled = gr.Markdown("styled", elem_id="styled")


def one_more():
    """Render once more, by no hand in the window."""
    others.update(lambda n: n + 1)
