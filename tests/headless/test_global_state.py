"""GlobalState: one value for the whole app."""

from __future__ import annotations

import threading

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


def counter_app(state, handler=lambda n: n + 1):
    """An app whose Go button counts a GlobalState up; every window shows it."""
    runs = []
    with gr.Blocks(app_id="counter") as demo:
        demo.state = state()
        demo.shown = gr.Number(label="Shown")
        gr.Button("Go").click(handler, demo.state, demo.state)
        demo.load(lambda n: n, demo.state, demo.shown)

        @demo.state.change(inputs=demo.state, outputs=demo.shown)
        def show(n, request: gr.Request):
            runs.append(request.window)
            return n

    return demo, runs


def test_a_write_in_one_window_is_seen_in_all():
    """`change` fires in every window's session, once, and what it writes appears on every screen."""
    demo, runs = counter_app(lambda: gr.GlobalState(0))
    with HeadlessApp(demo) as app:
        windows = [app.open_window() for _ in range(3)]
        windows[0].click("Go")
        assert [window.value("Shown") for window in windows] == [1, 1, 1]
        assert sorted(runs) == ["window-1", "window-2", "window-3"]
        windows[2].click("Go")
        assert [window.value("Shown") for window in windows] == [2, 2, 2]


def test_an_equal_value_is_no_change():
    """Nothing fires anywhere."""
    demo, runs = counter_app(lambda: gr.GlobalState(5), lambda n: n)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert runs == []


def test_value_set_and_update_work_from_any_thread():
    """A background thread writes, and every window shows it."""
    demo, _ = counter_app(lambda: gr.GlobalState(0))
    with HeadlessApp(demo) as app:
        windows = [app.open_window() for _ in range(2)]
        thread = threading.Thread(target=lambda: (demo.state.set(5), demo.state.update(lambda n: n * 2)))
        thread.start()
        thread.join()
        app.wait()
        assert demo.state.value == 10
        assert [window.value("Shown") for window in windows] == [10, 10]


def test_updates_are_atomic():
    """8 threads × 10,000 updates give 80,000."""
    state = gr.GlobalState(0)

    def work():
        for _ in range(10_000):
            state.update(lambda n: n + 1)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert state.value == 80_000


def test_twenty_windows_and_a_hundred_writes_each_end_equal():
    """Every window sees the same order of writes, none goes back in it, and all show the last one at the end."""
    seen: dict[str, list[tuple[int, str]]] = {}
    with gr.Blocks(app_id="order") as demo:
        state = gr.GlobalState((0, ""))
        shown = gr.Textbox(label="Shown")

        @gr.Button("Go").click(queue=False, trigger_mode="multiple")
        def write(request: gr.Request):
            state.update(lambda value: (value[0] + 1, request.window))

        @state.change(inputs=state, outputs=shown)
        def show(value, request: gr.Request):
            seen.setdefault(request.window, []).append(value)
            return value

    with HeadlessApp(demo, timeout=60) as app:
        windows = [app.open_window() for _ in range(20)]

        def click(window):
            for _ in range(100):
                window.click("Go", wait=False)

        threads = [threading.Thread(target=click, args=[window]) for window in windows]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        app.wait()
        assert state.value[0] == 2000
        assert {window.value("Shown") for window in windows} == {str(state.value)}
    assert len(seen) == 20
    for values in seen.values():
        numbers = [number for number, _ in values]
        assert numbers == sorted(numbers)
    everywhere = set().union(*seen.values())
    assert len({number for number, _ in everywhere}) == len(everywhere)


def test_several_keys_reach_another_window_in_one_push():
    """A handler that writes ten keys costs every other window one batch, and the writer gets no echo."""
    with gr.Blocks() as demo:
        states = [gr.GlobalState(0) for _ in range(10)]
        shown = [gr.Number(label=f"N{n}") for n in range(10)]
        gr.Button("Go").click(lambda *values: [v + 1 for v in values], states, states)
        gr.on([state.change for state in states], lambda *values: values, states, shown)
    with HeadlessApp(demo) as app:
        writer, other = app.open_window(), app.open_window()
        pushes = {writer: [], other: []}
        for window, heard in pushes.items():
            receive = window.page.receive
            window.page.receive = lambda text, heard=heard, receive=receive: (heard.append(text), receive(text))
        writer.click("Go")
        assert [other.value(n) for n in shown] == [1] * 10
        assert len(pushes[other]) == 1
        assert len(pushes[writer]) == 1


def test_states_of_one_key_are_one():
    """Two Blocks of one process share what they name alike."""
    one, _ = counter_app(lambda: gr.GlobalState(1, key="shared"))
    other, _ = counter_app(lambda: gr.GlobalState(1, key="shared"))
    with HeadlessApp(one) as app:
        first, second = app.open_window(one), app.open_window(other)
        first.click("Go")
        assert (first.value("Shown"), second.value("Shown")) == (2, 2)
        with pytest.raises(gr.DeclarationError, match="share the key 'global:shared', but differ"):
            _ = gr.GlobalState(1, key="shared", persist=True).value


def test_it_ends_with_the_app():
    """At the next start it has its default again, also one that was changed in place."""
    demo, _ = counter_app(lambda: gr.GlobalState([0]), lambda value: value.append(1) or value)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
        assert demo.state.value == [0, 1]
        app.restart()
        assert demo.state.value == [0]


def test_what_cannot_be_copied_is_the_one_object_of_the_app():
    """A lock, a model, a connection: handed out as it is."""
    lock = threading.Lock()
    assert gr.GlobalState(lock).value is lock
    assert gr.GlobalState(threading.Lock).value is not lock


def test_a_persisted_value_is_there_at_the_next_start(tmp_path):
    """`persist=True` keeps it on disk, falsy values as well; handlers get a copy."""
    demo, _ = counter_app(lambda: gr.GlobalState(1, persist=True), lambda n: n - 1)
    with HeadlessApp(demo, storage=tmp_path) as app:
        app.open_window().click("Go")
        app.restart()
        assert app.open_window().value("Shown") == 0
    with HeadlessApp(counter_app(lambda: gr.GlobalState(1, persist=True))[0], storage=tmp_path) as app:
        assert app.open_window().value("Shown") == 0
    with HeadlessApp(counter_app(lambda: gr.GlobalState(1, persist=True))[0], storage=tmp_path / "other") as app:
        assert app.open_window().value("Shown") == 1


def test_a_persisted_value_needs_a_key_outside_of_blocks():
    """The error says what to do; inside of Blocks the key comes from the app and the place."""
    with pytest.raises(gr.DeclarationError, match="needs a key="):
        _ = gr.GlobalState(1, persist=True).value
    with gr.Blocks(app_id="notes"):
        assert [gr.GlobalState(persist=True).key for _ in range(2)] == ["notes-1", "notes-2"]


def test_a_persisted_value_has_to_be_json():
    """The default is checked where it is declared, a write in the handler."""
    with pytest.raises(gr.DeclarationError, match="only JSON values can be stored"):
        gr.GlobalState({1, 2}, persist=True)
    demo, _ = counter_app(lambda: gr.GlobalState(1, persist=True), lambda n: {n})
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.toasts[0].startswith("GlobalState 'counter-1' cannot hold {1}: only JSON values can be stored")
        assert demo.state.value == 1


def test_change_follows_the_commit():
    """When a `change` listener runs, the store has the value."""
    seen = []
    demo, _ = counter_app(lambda: gr.GlobalState(0, key="k", persist=True))
    with demo:
        demo.state.change(lambda n: seen.append((n, app._memory.read("global:k").text)), demo.state)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert seen == [(1, "1")]


def test_a_store_url_has_to_be_one_we_know():
    """The error says which there are."""
    with pytest.raises(gr.DeclarationError, match="redis://"):
        _ = gr.GlobalState(0, key="k", store="mongodb://somewhere").value


def test_several_listeners_reach_another_window_in_one_push(monkeypatch):
    """Ten keys with a listener each are still one batch for the other window."""
    monkeypatch.setattr("desktop_app.session.wave.LIMIT", 10)  # however slow this machine is
    with gr.Blocks() as demo:
        states = [gr.GlobalState(0) for _ in range(10)]
        shown = [gr.Number(label=f"N{n}") for n in range(10)]
        gr.Button("Go").click(lambda *values: [v + 1 for v in values], states, states)
        for state, number in zip(states, shown, strict=True):
            state.change(lambda value: value, state, number)
    with HeadlessApp(demo) as app:
        writer, other = app.open_window(), app.open_window()
        heard = []
        receive = other.page.receive
        other.page.receive = lambda text: (heard.append(text), receive(text))
        writer.click("Go")
        assert [other.value(n) for n in shown] == [1] * 10
        assert len(heard) == 1


def test_a_slow_listener_holds_nothing_back():
    """What the others have changed is shown while it still runs."""
    go_on = threading.Event()
    with gr.Blocks() as demo:
        state, shown = gr.GlobalState(0), gr.Number(label="Shown")
        state.change(lambda: go_on.wait(10) and None)
        state.change(lambda value: value, state, shown)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        state.set(1)
        wait_until(lambda: window.value("Shown") == 1, "the quick listener's number")
        go_on.set()
