"""An app whose page is told something new all the time, each time in a message of its own."""

import desktop_app as gr

with gr.Blocks(title="Ticking", app_id="ticking") as demo:
    count = gr.State(0)
    shown = gr.Textbox(label="Shown")
    gr.Timer(0.01).tick(lambda n: (n + 1, f"{n + 1}: " + "x" * 200), count, [count, shown], show_progress="hidden")
