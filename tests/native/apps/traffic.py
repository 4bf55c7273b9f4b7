"""An app whose windows are all busy showing something new, from each scope of state."""

import desktop_app as gr

SHARED = gr.GlobalState(0, key="traffic")


def step(here, kept):
    """Count on everywhere."""
    SHARED.update(lambda count: count + 1)
    return here + 1, kept + 1 if here % 20 == 0 else gr.skip(), f"{here + 1}: " + "x" * 200


def open_eight():
    """Open seven more."""
    for _ in range(7):
        gr.App.current().open_window()


with gr.Blocks(title="Traffic", app_id="traffic") as demo:
    here = gr.State(0)
    kept = gr.BrowserState(0)
    with gr.Row():
        shown, everywhere, remembered = gr.Textbox(label="Here"), gr.Textbox(label="All"), gr.Textbox(label="Kept")
    typed, echoed = gr.Textbox(label="Typed"), gr.Textbox(label="Echoed")
    gr.Button("Open eight").click(open_eight)
    timer = gr.Timer(0.2)
    timer.tick(step, [here, kept], [here, kept, shown], concurrency_limit=None, trigger_mode="once")
    SHARED.change(lambda count: str(count), SHARED, everywhere, trigger_mode="always_last", concurrency_limit=None)
    kept.change(lambda count: str(count), kept, remembered)
    typed.input(lambda text: text.upper(), typed, echoed, trigger_mode="always_last")
