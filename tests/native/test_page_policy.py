"""The page reaches no file and no network, and no text in it becomes code, whatever it tries."""

from __future__ import annotations

from pathlib import Path

from tests.native.conftest import Start
from tests.native.site import Site
from tests.waiting import wait_until

APP = "tests.native.apps.unhappy"
TRIES = (Path(__file__).parent / "tries.js").read_text()


def test_nothing_that_a_page_can_try_reaches_a_file_the_network_or_the_interpreter(start: Start, site: Site):
    """Each try is refused, nobody comes to a site on this machine, and the page goes on."""
    app = start(APP)
    [window] = app.windows(1)
    window.find("Echo")
    session, here = window.session(), window.evaluate("location.href")
    script = TRIES.replace("SITE", site.url).replace("HOST", site.host).replace("UDP", str(site.udp_port))
    tries = window.evaluate(script)
    wait_until(lambda: window.evaluate("window.triedAll"), "the end of all tries", 30)
    tried = window.evaluate("window.tried")
    assert set(tried) == set(tries)
    # WebKitGTK compiles WebAssembly whatever the policy says; without a script of ours it can do nothing.
    allowed = {"wasm"} if app.engine == "gtk" else set()
    assert {name for name, came in tried.items() if came == "worked"} == allowed
    site.knock()
    wait_until(lambda: len(site.visits) >= 2, "the knocks to be noted")
    assert site.visits == [b"knock", b"knock"]
    assert window.evaluate("location.href") == here
    assert window.session() == session
    window.type("Box", "alive")
    window.click("Echo")
    window.wait_for("Out", window.find("Box")["value"])
