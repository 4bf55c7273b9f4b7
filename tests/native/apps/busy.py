"""An app that is busy in every way a handler can be, and slow to clean up if it is asked to be."""

import asyncio
import hashlib
import itertools
import time

import desktop_app as gr
from tests.native.say import say


def compute():
    """Run Python code for ever."""
    for number in itertools.count():
        hash(number)


def wait():
    """Wait for ever, in a call that lets other threads run."""
    time.sleep(1e6)


def hash_on():
    """Run native code for a very long time."""
    hashlib.pbkdf2_hmac("sha256", b"", b"", 2**31 - 1)


async def wait_on_the_loop():
    """Wait for ever on the event loop."""
    await asyncio.sleep(1e6)


def count():
    """Show numbers as fast as they can be shown."""
    for number in itertools.count():
        yield str(number)


def deleted(value):
    """Say so, after a while if that was asked for."""
    say(f"deleting {value}")
    if value == "slow":
        time.sleep(1e6)
    say(f"deleted {value}")


with gr.Blocks(title="Busy", app_id="busy") as demo:
    here = gr.State("quick", delete_callback=deleted)
    number = gr.Textbox(label="Number")
    work = gr.Button("Work")
    for handler in (compute, compute, wait, hash_on, wait_on_the_loop):
        work.click(handler, concurrency_limit=None)
    work.click(count, None, number)
    gr.Button("Slow").click(lambda: "slow", None, here).then(lambda: "it will be", None, number)
    demo.unload(lambda: say("unloaded"))
