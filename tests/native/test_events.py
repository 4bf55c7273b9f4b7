"""Every kind of handler in real windows."""

from __future__ import annotations

from tests.native.apps.eventful import STEPS
from tests.native.conftest import Start
from tests.native.native_app import NativeWindow
from tests.waiting import wait_until

APP = "tests.native.apps.eventful"

# Counts, frame by frame, how many scripts of Python's arrive.
COUNT = """(() => {
  const receive = desktopApp.receive;
  window.scripts = 0; window.most = 0; window.total = 0;
  desktopApp.receive = (message) => {
    window.total += 1;
    window.most = Math.max(window.most, ++window.scripts);
    receive(message);
  };
  const frame = () => { window.scripts = 0; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  return true;
})()"""


def only(start: Start) -> NativeWindow:
    """The window of the app."""
    [window] = start(APP).windows(1)
    return window


def test_ten_thousand_steps_show_the_last_at_one_script_a_frame(start: Start):
    """No update is lost at the end, and what waits does not pile up."""
    window = only(start)
    window.click("Stream")
    window.wait_for("Out", f"step {STEPS}")
    window.app.ask("idle")
    before = window.app.ask("memory")
    window.click("Chain")
    window.wait_for("Out", "one two")
    window.evaluate(COUNT)
    window.click("Stream")
    window.wait_for("Out", f"step {STEPS}")
    assert window.evaluate("window.most") == 1
    assert 1 < window.evaluate("window.total") < STEPS / 10
    assert window.app.ask("memory") - before < 5_000  # kB


def test_cancel_stops_a_generator(start: Start):
    """The button that is pressed while it streams."""
    window = only(start)
    window.click("Endless")
    wait_until(lambda: window.find("Out")["value"], "the first step")
    window.click("Cancel")
    wait_until(lambda: "stopped" in window.app.said, "the end of the generator")


def test_closing_a_window_amid_a_generator_stops_it(start: Start):
    """And the app goes on with its other window."""
    window = only(start)
    window.menu(1)
    first, second = window.app.windows(2)
    second.click("Endless")
    wait_until(lambda: second.find("Out")["value"], "the first step")
    second.close()
    wait_until(lambda: "stopped" in first.app.said, "the end of the generator")
    first.click("Chain")
    first.wait_for("Out", "one two")


def test_progress_is_shown_on_the_output(start: Start):
    """A bar with its description, which goes with the handler."""
    window = only(start)
    window.click("Slow")
    window.wait_for_text("Working")
    bar = "document.querySelector('#out [role=progressbar]')"
    wait_until(lambda: float(window.evaluate(f"{bar}?.getAttribute('aria-valuenow') ?? '0'")) > 0, "the bar to move")
    window.click("Cancel slow")
    wait_until(lambda: window.evaluate(f"{bar} === null"), "the bar to go")


def test_a_warning_is_shown(start: Start):
    """Its title and its text."""
    window = only(start)
    window.click("Warn")
    window.wait_for_text("Careful now.")
    window.wait_for_text("Look")


def test_what_is_wrong_is_said_at_the_field(start: Start):
    """It goes when the user goes on typing, and then the handler runs."""
    window = only(start)
    window.type("Word", "ab")
    window.click("Check")
    window.wait_for_text("Write three letters or more.")
    window.type("Word", "c")
    wait_until(lambda: "three letters" not in window.evaluate("document.body.innerText"), "the message to go")
    window.click("Check")
    window.wait_for("Out", "ABC")


def test_scripts_run_before_and_in_place_of_python(start: Start):
    """Within the page's policy, which allows no eval; styles of the author's count as well."""
    window = only(start)
    window.type("Word", "hello")
    window.click("Script")
    window.wait_for("Out", "hello by JavaScript by Python")
    window.click("Script alone")
    window.wait_for("Out", "only hello")
    assert window.evaluate("window.begun") == 1
    assert window.evaluate("getComputedStyle(document.querySelector('#styled')).color") == "rgb(1, 2, 3)"


def test_what_is_rendered_again_keeps_values_and_focus(start: Start):
    """The user goes on typing in a field while another one is added."""
    window = only(start)
    window.type("Field 1", "kept")
    window.click("More")
    window.find("Field 2")
    assert window.find("Field 1")["value"] == "kept"
    window.type("Field 1", " and more")
    focus = "(function deep(e) { return e?.shadowRoot?.activeElement ? deep(e.shadowRoot.activeElement) : e })"
    text = f"{focus}(document.activeElement).value"
    wait_until(lambda: window.evaluate(text) == "kept and more", "the text typed")
    window.app.ask("call", function="one_more")
    window.find("Field 3")
    assert window.evaluate(text) == "kept and more"
    window.keys("Return")
    window.wait_for("Out", "submitted kept and more")


def test_a_timer_ticks(start: Start):
    """Once it is started."""
    window = only(start)
    window.click("Start")
    wait_until(lambda: int(window.find("Ticks")["value"] or 0) > 2, "three ticks")
