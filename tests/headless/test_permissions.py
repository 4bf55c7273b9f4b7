"""What an author may name for the page to use."""

from __future__ import annotations

import pytest

import desktop_app as gr


@pytest.mark.parametrize("given", [["camera", "telepathy"], "camera", [1], None])
def test_what_is_no_list_of_permissions_is_refused(given: object):
    """The error names the argument and what there is."""
    with pytest.raises(gr.DeclarationError, match="permissions") as error, gr.Blocks(permissions=given):
        pass
    if isinstance(given, list):
        for name in ("camera", "clipboard", "location", "microphone", "notifications", "screen"):
            assert name in str(error.value)


def test_nothing_is_permitted_by_default():
    """An author names each; the page never hears of it."""
    with gr.Blocks() as demo:
        pass
    assert demo.permissions == frozenset()
    with gr.Blocks(permissions=["camera", "screen"]) as named:
        pass
    assert named.permissions == {"camera", "screen"}
