"""The four programs of the gallery, in Chromium."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.examples import fresh_example
from tests.page.conftest import RunApp


def test_a_module_global_is_shared_by_all_windows(run: RunApp):
    """Visitors: two windows show 1 and 2, and a reload counts as another visit."""
    app = run(fresh_example("visitors").demo)
    first, second = app.open_window(), app.open_window()
    expect(first.get_by_label("Visits so far")).to_have_value("1")
    expect(second.get_by_label("Visits so far")).to_have_value("2")
    first.reload()
    expect(first.get_by_label("Visits so far")).to_have_value("3")
    expect(second.get_by_label("Visits so far")).to_have_value("2")


def test_each_window_has_a_state_of_its_own_and_loses_it_on_reload(run: RunApp):
    """Cart: two windows fill two baskets; a reload empties one and leaves the other."""
    app = run(fresh_example("cart").demo)
    mine, yours = app.open_window(), app.open_window()
    mine.bring_to_front()
    mine.get_by_label("Bread").check()
    mine.get_by_role("checkbox", name="Grapes").check()
    mine.get_by_role("button", name="Put in the basket").click()
    expect(mine.get_by_label("Things in the basket")).to_have_value("2")
    mine.get_by_role("button", name="Put in the basket").click()
    expect(mine.get_by_label("Things in the basket")).to_have_value("4")
    expect(mine.get_by_role("listitem")).to_have_text(["Bread", "Grapes", "Bread", "Grapes"])
    yours.bring_to_front()
    yours.get_by_text("Cheese").click()
    yours.get_by_role("button", name="Put in the basket").click()
    expect(yours.get_by_label("Things in the basket")).to_have_value("1")
    mine.bring_to_front()
    mine.reload()
    expect(mine.get_by_label("Things in the basket")).to_have_value("0")
    expect(mine.get_by_text("Nothing yet.")).to_be_visible()
    expect(mine.get_by_label("Bread")).not_to_be_checked()
    mine.get_by_label("Bread").check()
    mine.get_by_role("button", name="Put in the basket").click()
    expect(mine.get_by_label("Things in the basket")).to_have_value("1")
    expect(yours.get_by_role("listitem")).to_have_text(["Cheese"])


def test_objects_of_a_session_are_made_at_its_load_and_removed_at_its_end(run: RunApp):
    """Instances: one object a window, gone on close, on reload and on leaving the app."""
    example = fresh_example("instances")
    app = run(example.demo)
    first, second = app.open_window(), app.open_window()
    expect(second.get_by_label("Status")).to_have_value("You have dice of your own. Dice in use: 2.")
    first.bring_to_front()
    for times in ("1", "2"):
        first.get_by_role("button", name="Roll").click()
        expect(first.get_by_label("Rolls in this window")).to_have_value(times)
    second.bring_to_front()
    second.get_by_role("button", name="Roll").click()
    expect(second.get_by_label("Rolls in this window")).to_have_value("1")
    expect(second.get_by_label("Rolled", exact=True)).to_have_value(re.compile("^[1-6]$"))
    second.close()
    app.settle()
    assert len(example.dice_of_session) == 1
    old = set(example.dice_of_session)
    first.reload()
    expect(first.get_by_label("Rolls in this window")).to_have_value("")
    app.settle()
    assert len(example.dice_of_session) == 1
    assert not old & set(example.dice_of_session), "a reload is a new session"
    app.close()
    assert example.dice_of_session == {}


def test_browser_state_is_there_again_at_the_next_start(run: RunApp, profile: Callable[[], BrowserContext]):
    """Credentials: what was entered is read back from the profile after app and browser were left."""
    context = profile()
    app = run(fresh_example("credentials").demo, context)
    page = app.open_window()
    expect(page.get_by_text("Kept at")).to_have_count(0)
    expect(page.get_by_label("Access code")).to_have_attribute("type", "password")
    page.get_by_role("button", name="Suggest both").click()
    expect(page.get_by_text("✓ Kept at")).to_be_visible()
    expect(page.get_by_label("User name")).to_have_value(re.compile("^guest-[0-9]{4}$"))
    page.get_by_label("User name").fill("Ada")
    code = page.get_by_label("Access code").input_value()
    app.settle()
    other = app.open_window()
    expect(other.get_by_label("User name")).to_have_value("Ada")
    app.close()
    context.close()

    page = run(fresh_example("credentials").demo, profile()).open_window()
    expect(page.get_by_label("User name")).to_have_value("Ada")
    expect(page.get_by_label("Access code")).to_have_value(code)
