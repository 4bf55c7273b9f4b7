"""What a page could not have said changes nothing, and is logged."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp

HOSTILE = {
    "not JSON": ("{", "Invalid JSON"),
    "no object": ("[1]", "message: "),
    "an unknown type": ('{"type":"eval","nonce":NONCE,"code":"1"}', "message: "),
    "a wrong nonce": ('{"type":"event","number":1,"nonce":"guess","target":BUTTON,"event":"click"}', "of an old load"),
    "no nonce": ('{"type":"event","number":1,"target":BUTTON,"event":"click"}', "nonce: Field required"),
    "a field too many": (
        '{"type":"event","number":1,"nonce":NONCE,"target":BUTTON,"event":"click","x":1}',
        "x: Extra inputs",
    ),
    "an unknown component": (
        '{"type":"event","number":1,"nonce":NONCE,"target":999999,"event":"click"}',
        "there is no block 999999",
    ),
    "an unknown event": (
        '{"type":"event","number":1,"nonce":NONCE,"target":BUTTON,"event":"explode"}',
        "has no event 'explode'",
    ),
    "an event only Python derives": (
        '{"type":"event","number":1,"nonce":NONCE,"target":BOX,"event":"change"}',
        "no event 'change'",
    ),
    "a press of a disabled button": (
        '{"type":"event","number":1,"nonce":NONCE,"target":OFF,"event":"click"}',
        "hidden or disabled",
    ),
    "an edit of what cannot be edited": (
        '{"type":"event","number":1,"nonce":NONCE,"target":IDLE,"event":"click","edits":{"FIXED":"hacked"}}',
        "an edit was refused: Textbox 'Fixed' is hidden or disabled",
    ),
    "an edit of a wrong type": (
        '{"type":"event","number":1,"nonce":NONCE,"target":IDLE,"event":"click","edits":{"BOX":{"a":1}}}',
        "an edit was refused: Textbox 'Box' cannot have that value",
    ),
    "an edit of a state": (
        '{"type":"event","number":1,"nonce":NONCE,"target":IDLE,"event":"click","edits":{"STATE":"hacked"}}',
        "an edit was refused: State cannot be edited",
    ),
    "ready for a second time": ('{"type":"ready","storage":{"kept":"\\"hacked\\""}}', "ready was said without a load"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_it_is_refused_and_logged(run: RunApp, complaints, case: str):
    """The page goes on showing what Python holds, and the next honest press works."""
    template, reason = HOSTILE[case]
    pressed: list[tuple[str, str]] = []
    with gr.Blocks() as demo:
        state = gr.State("state")
        box, fixed = gr.Textbox(label="Box", value="box"), gr.Textbox(label="Fixed", value="fixed", interactive=False)
        button, off, idle = gr.Button("Go"), gr.Button("Off", interactive=False), gr.Button("Idle")
        for each in (button, off):
            each.click(lambda *values: pressed.append(values), [box, fixed, state])
        box.change(lambda text: pressed.append(("changed", text)), box)
    app = run(demo)
    page = app.open_window()
    names = {"BUTTON": button, "BOX": box, "OFF": off, "IDLE": idle, "FIXED": fixed, "STATE": state}
    text = template.replace("NONCE", json.dumps(app.surfaces[0].told[0]["nonce"]))
    for name, block in names.items():
        text = text.replace(name, str(block.id))
    page.evaluate("text => desktopAppTransport.send(text)", text)
    app.settle()
    assert pressed == []
    complaints.expect(reason)
    if "IDLE" in template:  # which had the number of the next honest event, so that is lost
        page.get_by_role("button", name="Go").click()
        app.settle()
        complaints.expect("event 1 comes after 1")
    page.get_by_role("button", name="Go").click()
    app.settle()
    assert pressed == [("box", "fixed", "state")]
    expect(page.get_by_label("Box")).to_have_value("box")
    expect(page.get_by_label("Fixed")).to_have_value("fixed")


def test_what_was_said_by_an_old_load_is_refused(run: RunApp, complaints):
    """A reload makes all that the page could say before worthless."""
    pressed: list[str] = []
    with gr.Blocks() as demo:
        button = gr.Button("Go")
        button.click(lambda: pressed.append("click"))
    app = run(demo)
    page = app.open_window()
    nonce = app.surfaces[0].told[0]["nonce"]
    old = {"type": "event", "nonce": nonce, "number": 1, "target": button.id, "event": "click"}
    page.reload()
    expect(page.get_by_role("button", name="Go")).to_be_visible()
    page.evaluate("text => desktopAppTransport.send(text)", json.dumps(old))
    app.settle()
    assert pressed == []
    complaints.expect("event is of an old load, or of a page that is not ours")
