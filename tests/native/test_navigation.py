"""The window shows our page and nothing else; links that the user presses open in the system's own programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.native.conftest import Opened, Start
from tests.native.native_app import NativeWindow
from tests.native.site import Site
from tests.waiting import wait_until

APP = "tests.native.apps.links"

# By scripts, which on GTK count as the user's doing when Python runs them. SITE is an address, in quotes.
WAYS = {
    "location": "location.href = SITE",
    "location.assign": "location.assign(SITE)",
    "location.replace": "location.replace(SITE)",
    "a new window": "window.open(SITE)",
    "a window in place of ours": "window.open(SITE, '_self')",
    "a window of that name": "window.open(SITE, 'name', 'popup')",
}
FORM = (
    "const form = document.createElement('form'); form.method = 'METHOD'; form.action = SITE; form.target = 'TARGET';"
    " document.body.append(form); form.submit()"
)
LINK = (
    "const link = document.createElement('a'); link.href = HREF; link.EXTRA = 'x'; document.body.append(link);"
    " link.click()"
)
FRAME = "const frame = document.createElement('NAME'); frame.ATTRIBUTE = WHERE; document.body.append(frame)"
WAYS |= {
    **{
        f"a form by {method} in {target}": FORM.replace("METHOD", method).replace("TARGET", target)
        for method in ("get", "post")
        for target in ("_self", "_blank")
    },
    "a link pressed by a script": LINK.replace("HREF", "SITE").replace("EXTRA", "title"),
    "a link to a new window": LINK.replace("HREF", "SITE").replace("EXTRA", "target"),
    "a link to a file to save": LINK.replace("HREF", "SITE").replace("EXTRA", "download"),
    "data to save": LINK.replace("HREF", "'data:text/plain,x'").replace("EXTRA", "download"),
    "a link that is a script": LINK.replace("HREF", "'javascript:document.title=1'").replace("EXTRA", "title"),
    "a press made up": LINK.replace("HREF", "SITE").replace("EXTRA", "title").replace(
        "link.click()", "link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, button: 1 }))"
    ),
    **{
        f"a frame: {name}": FRAME.replace("NAME", name).replace("ATTRIBUTE", attribute).replace("WHERE", "SITE")
        for name, attribute in {"iframe": "src", "object": "data", "embed": "src", "portal": "src"}.items()
    },
    "a frame with a page in it": FRAME.replace("NAME", "iframe").replace("ATTRIBUTE", "srcdoc").replace(
        "WHERE", "'<script>parent.document.title=1</script>'"
    ),
    "a refresh": "document.head.insertAdjacentHTML('beforeend', `<meta http-equiv=refresh content='0;url=${SITE}'>`)",
    "a base": "document.head.insertAdjacentHTML('beforeend', `<base href='${SITE}'>`); location.href = 'x'",
    "history": "try { history.pushState({}, '', SITE) } catch {}; history.back(); history.go(-5)",
    "another query": "history.pushState({}, '', '?x=1'); history.pushState({}, '', location.pathname)",
    "a page of a script": "location.href = URL.createObjectURL(new Blob(['x'], { type: 'text/html' }))",
    "print": "window.print()",
    **{
        url: f"location.href = {url!r}"
        for url in (
            "javascript:document.title=1", "data:text/html,x", "file:///etc/passwd",
            "view-source:file:///etc/passwd", "chrome://gpu", "devtools://devtools/bundled/inspector.html", "qrc:/x",
            "webkit://gpu", "resource:///x", "inspector://x", "ftp://127.0.0.1/x", "ws://127.0.0.1/x", "other:x",
            "mailto:ada@example.org", "tel:1",
        )
    },
}  # fmt: skip


def assert_alive(window: NativeWindow, session: str) -> None:
    """The page is the one it was: the same load, and it answers."""
    assert window.session() == session
    window.type("Box", "x")
    window.click("Echo")
    window.wait_for("Out", window.find("Box")["value"])


def test_no_script_leads_away(start: Start, site: Site, opened: Opened):
    """Whatever a script tries, the page stays and answers, nothing opens, and nobody visits the site."""
    app = start(APP)
    [window] = app.windows(1)
    window.find("Echo")
    session, here, title = window.session(), window.evaluate("location.href"), window.evaluate("document.title")
    for number, (way, script) in enumerate(WAYS.items()):
        tried = script.replace("SITE", json.dumps(f"{site.url}/way-{number}"))
        window.evaluate(f"(() => {{ try {{ {tried} }} catch (error) {{ return String(error) }} return 'tried' }})()")
        assert window.evaluate("location.href") == here, way
    window.evaluate("(document.querySelectorAll('form, iframe, object, embed').forEach((e) => e.remove()), 1)")
    assert_alive(window, session)
    assert window.evaluate("document.title") == title
    window.click("Mail")  # what was opened before is there when this is
    wait_until(lambda: opened() == ["mailto:ada@example.org?subject=Hi"], f"the mail link alone, not {opened()}")
    assert site.visits == []
    assert app.log.count("has left its page") == 0
    assert [entry.name for entry in (Path(app.home)).rglob("*") if entry.name in ("x", "Downloads")] == []


@pytest.mark.parametrize("address", ["about:blank", "about:srcdoc"])
def test_an_empty_page_gives_way_to_ours(start: Start, site: Site, address: str):
    """Qt asks nobody whether a page may become empty; the window is brought back, with a new session, and works."""
    app = start(APP)
    [window] = app.windows(1)
    window.find("Echo")
    session = window.session()
    window.evaluate(f"(setTimeout(() => {{ location.href = {address!r}; }}), 1)")
    stays = f"{address!r}; windows show their own page only"
    wait_until(lambda: stays in app.log or window.session() not in ("", session), "a refusal, or the page again")
    assert (stays in app.log) == (window.session() == session)
    assert_alive(window, window.session())


PRESSES = {
    "left": ("click", "1"),
    "middle": ("click", "2"),
    "ctrl": ("keydown", "ctrl", "click", "1", "keyup", "ctrl"),
    "shift": ("keydown", "shift", "click", "1", "keyup", "shift"),
}


def test_a_pressed_link_opens_in_the_system_and_the_page_stays(start: Start, site: Site, opened: Opened):
    """Once for each press, by any button and key, and whatever the link says of windows and saving."""
    app = start(APP)
    [window] = app.windows(1)
    window.find("Plain")
    session = window.session()
    plain = f"{site.url}/plain?a=1&b=%C3%BC"
    expected = []
    for press in PRESSES.values():
        window.click("Plain", *press)
        expected.append(plain)
        wait_until(lambda: opened() == expected, f"{expected} to be opened, not {opened()}")
    window.evaluate("([...document.querySelectorAll('a')].find((a) => a.textContent === 'Plain').focus(), 1)")
    window.keys("Return")
    expected.append(plain)
    wait_until(lambda: opened() == expected, f"{expected} to be opened, not {opened()}")
    for label, url in {
        "Blank": f"{site.url}/blank",
        "Saved": f"{site.url}/saved",
        "Button": f"{site.url}/button",
        "Mail": "mailto:ada@example.org?subject=Hi",
    }.items():
        window.click(label)
        expected.append(url)
        wait_until(lambda: opened() == expected, f"{expected} to be opened, not {opened()}")
    assert_alive(window, session)
    assert site.visits == []


def test_a_link_of_another_kind_opens_nothing(start: Start, site: Site, opened: Opened):
    """Files, scripts, data, other schemes, mail with a file attached, a user before the host: refused and logged."""
    app = start(APP)
    [window] = app.windows(1)
    window.find("File")
    session, title = window.session(), window.evaluate("document.title")
    for count, label in enumerate(["File", "Script", "Data", "Other", "Beside", "Attachment", "User"], start=1):
        window.click(label)
        wait_until(lambda n=count: app.log.count("a message from the page was refused") == n, f"{label} to be refused")
    assert_alive(window, session)
    assert window.evaluate("document.title") == title
    assert opened() == []
    assert "passwd" not in app.log
