"""python -m tests.benchmarks.programs.gradio_http: print the ms of Gradio's queued events over raw HTTP, as JSON."""

from __future__ import annotations

import contextlib
import json
import sys
import time

import gradio as gr
import httpx

TIMES = 200


def main() -> None:
    """Join the queue with a click, and read the answer's stream to its end, so often."""
    with gr.Blocks() as demo:
        box = gr.Textbox()
        gr.Button().click(lambda text: text + "!", box, box, api_name="echo")
    _, url, _ = demo.launch(prevent_thread_lock=True, quiet=True, inbrowser=False)
    took = []
    with httpx.Client(base_url=url, timeout=20) as client:
        for number in range(TIMES + 10):
            begin = time.perf_counter()
            call = {"data": ["x"], "fn_index": 0, "session_hash": f"s{number}", "event_data": None}
            client.post("gradio_api/queue/join", json=call).raise_for_status()
            with client.stream("GET", "gradio_api/queue/data", params={"session_hash": f"s{number}"}) as stream:
                for line in stream.iter_lines():
                    if '"process_completed"' in line:
                        assert '"x!"' in line, line
                        break
            took.append((time.perf_counter() - begin) * 1000)
    with contextlib.redirect_stdout(sys.stderr):  # it says that it closes
        demo.close()
    print(json.dumps(took[10:]))


if __name__ == "__main__":
    main()
