"""The four programs of the gallery, headless."""

from __future__ import annotations

from pathlib import Path

from desktop_app.testing import HeadlessApp
from tests.examples import fresh_example


def test_a_module_global_is_shared_by_all_windows():
    """Visitors: two windows show 1 and 2, and a reload counts as another visit."""
    with HeadlessApp(fresh_example("visitors").demo) as app:
        first, second = app.open_window(), app.open_window()
        assert (first.value("Visits so far"), second.value("Visits so far")) == (1, 2)
        first.reload()
        assert (first.value("Visits so far"), second.value("Visits so far")) == (3, 2)


def test_each_window_has_a_state_of_its_own_and_loses_it_on_reload():
    """Cart: two windows fill two baskets; a reload empties one and leaves the other."""
    example = fresh_example("cart")
    with HeadlessApp(example.demo) as app:
        mine, yours = app.open_window(), app.open_window()
        mine.set("Pick some", ["Bread", "Grapes"])
        mine.click("Put in the basket")
        yours.set("Pick some", ["Cheese"])
        yours.click("Put in the basket")
        mine.click("Put in the basket")
        assert (mine.value("Things in the basket"), yours.value("Things in the basket")) == (4, 1)
        assert mine.value(example.basket) == ["Bread", "Grapes", "Bread", "Grapes"]
        mine.reload()
        assert (mine.value("Things in the basket"), yours.value("Things in the basket")) == (0, 1)
        assert mine.value(example.basket) == []


def test_objects_of_a_session_are_made_at_its_load_and_removed_at_its_end():
    """Instances: one object a window, gone on close, on reload and on leaving the app."""
    example = fresh_example("instances")
    app = HeadlessApp(example.demo)
    first, second = app.open_window(), app.open_window()
    first.click("Roll")
    first.click("Roll")
    second.click("Roll")
    assert (first.value("Rolls in this window"), second.value("Rolls in this window")) == (2, 1)
    assert len(example.dice_of_session) == 2
    second.close()
    assert len(example.dice_of_session) == 1
    old = set(example.dice_of_session)
    first.reload()
    assert len(example.dice_of_session) == 1
    assert not old & set(example.dice_of_session), "a reload is a new session"
    app.close()
    assert example.dice_of_session == {}


def test_browser_state_is_there_again_at_the_next_start(tmp_path: Path):
    """Credentials: what was entered is filled in after the app was left and started again."""
    example = fresh_example("credentials")
    with HeadlessApp(example.demo, storage=tmp_path) as app:
        window = app.open_window()
        assert not window.visible(example.note)
        window.set("User name", "ada")
        assert window.visible(example.note)
        assert window.value(example.note).startswith("✓ Kept at ")
        window.click("Suggest both")
        user, code = window.value("User name"), window.value("Access code")
        assert user.startswith("guest-")
        app.restart()
        window = app.open_window()
        assert (window.value("User name"), window.value("Access code")) == (user, code)
        assert window.value(example.kept) == {"user": user, "code": code}
    with HeadlessApp(fresh_example("credentials").demo, storage=tmp_path) as app:
        assert app.open_window().value("User name") == user


def test_all_three_scopes_over_two_windows(tmp_path: Path):
    """Whiteboard: notes are everybody's, the count is this window's, the name is there in all and at the next start."""
    with HeadlessApp(fresh_example("scopes").demo, storage=tmp_path) as app:
        one, other = app.open_window(), app.open_window()
        one.set("Your name", "Ada")
        assert other.value("Your name") == "Ada"
        for window, text in ((one, "Hello"), (other, "Hi"), (one, "Bye")):
            window.set("Note", text)
            window.trigger("Note", "submit")
        assert (one.value("Notes from this window"), other.value("Notes from this window")) == (2, 1)
        board = "- **Ada**: Hello\n- **Ada**: Hi\n- **Ada**: Bye"
        assert [node["props"]["value"] for node in other.page.nodes.values() if node["kind"] == "markdown"][1] == board
        one.close()
        again = app.reopen_window()
        assert again.value("Notes from this window") == 2
        again.reload()
        assert (again.value("Notes from this window"), again.value("Your name")) == (0, "Ada")
        app.restart()
        window = app.open_window()
        assert board in [node["props"]["value"] for node in window.page.nodes.values() if node["kind"] == "markdown"]
        assert window.value("Your name") == "Ada"
        window.trigger("Note", "submit")
        assert window.toasts == ["Write something first."]
