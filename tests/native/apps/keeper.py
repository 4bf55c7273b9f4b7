"""An app that keeps a number in each scope, and says on standard output what happens to it."""

import itertools
import threading
import time

import desktop_app as gr
from tests.native.say import say


def write_on(everywhere, kept):
    """Write both for ever; what follows a `yield` runs when its values are written."""
    for count in itertools.count(1):
        yield everywhere + count, kept + count
        say(f"acknowledged {everywhere + count} {kept + count} {time.monotonic()}")


def write_from_outside():
    """Write for ever, as a thread of the author's own does."""

    def write():
        for count in itertools.count(1):
            everywhere.set(count)
            say(f"wrote {count}")

    threading.Thread(target=write, daemon=True).start()


def reload_all():
    """Load the page of each window again."""
    for window in gr.App.current().windows:
        window.reload()


def close_this(request: gr.Request):
    """Close the window whose button was pressed."""
    [this] = [window for window in gr.App.current().windows if window.id == request.window]
    this.close()


def unloaded(request: gr.Request):
    """Say that a session has ended."""
    say(f"unloaded {request.session_hash}")


with gr.Blocks(title="Keeper", app_id="keeper") as demo:
    everywhere = gr.GlobalState(0, key="everywhere", persist=True)
    kept = gr.BrowserState(0)
    here = gr.State(0, delete_callback=lambda count: say(f"deleted {count}"))
    with gr.Row():
        everywhere_shown = gr.Textbox(label="Global")
        kept_shown = gr.Textbox(label="Browser")
        here_shown = gr.Textbox(label="Session")
    gr.Textbox(label="Note")
    with gr.Row():
        gr.Button("Add to global").click(lambda count: count + 1, everywhere, everywhere)
        gr.Button("Add to browser").click(lambda count: count + 1, kept, kept)
        gr.Button("Add to session").click(lambda count: count + 1, here, here)
        gr.Button("Write on").click(write_on, [everywhere, kept], [everywhere, kept])
    with gr.Row():
        gr.Button("Open another").click(lambda: gr.App.current().open_window() and None)
        gr.Button("Reload all").click(reload_all)
        gr.Button("Close this").click(close_this)
    for state, shown in ((everywhere, everywhere_shown), (kept, kept_shown), (here, here_shown)):
        gr.on([demo.load, state.change], lambda count: str(count), state, shown)
    demo.unload(unloaded)
