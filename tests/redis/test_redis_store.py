"""What a Redis store keeps, and what it says when it cannot."""

from __future__ import annotations

import socket
import sys
import threading
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from desktop_app.errors import StoreError
from desktop_app.state import redis_store
from desktop_app.state.redis_store import RedisStore
from desktop_app.state.store import Entry
from tests.redis.conftest import Connect
from tests.redis.counter import one_more
from tests.redis.server import RedisServer
from tests.waiting import wait_until


@pytest.mark.parametrize(
    "entry",
    [Entry("", 1), Entry(None, 7, 3), Entry("Grüße, 世界 \0 👩‍🚀 \ud83d", 2), Entry("x" * 3_000_000, 1, 2)],
    ids=["empty", "deleted", "any letters", "3 MB"],
)
def test_what_is_written_is_read(connect: Connect, entry: Entry) -> None:
    """By another store too."""
    store = connect()
    assert store.read("key") is None
    assert store.update("key", lambda _: entry) == entry
    assert store.read("key") == connect().read("key") == entry
    assert store.read("other key") is None


def test_none_leaves_things_as_they_are(connect: Connect) -> None:
    store = connect()
    assert store.update("key", lambda _: None) is None
    assert store.read("key") is None
    store.update("key", lambda _: Entry("text", 1))
    assert store.update("key", lambda _: None) == Entry("text", 1)


def test_what_a_change_raises_passes_through(connect: Connect) -> None:
    """Nothing is written, and the store works on."""
    store = connect()
    store.update("key", one_more)
    for error in (ValueError("no"), StoreError("no"), ConnectionError("no"), KeyboardInterrupt()):

        def refuse(entry: Entry | None, error: BaseException = error) -> Entry:
            raise error

        with pytest.raises(type(error)) as caught:
            store.update("key", refuse)
        assert caught.value is error
    assert store.update("key", one_more) == Entry("2", 2)


def test_a_change_may_write_another_key(connect: Connect) -> None:
    store = connect()

    def change(entry: Entry | None) -> Entry:
        store.update("other", one_more)
        return one_more(entry)

    assert store.update("key", change) == store.read("other") == Entry("1", 1)


def test_one_who_is_overtaken_for_too_long_gives_up(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an error that says why; nothing of it is written."""
    monkeypatch.setattr(redis_store, "OVERTAKEN", 0.2)
    store, other = connect(), connect()

    def slow(entry: Entry | None) -> Entry:
        other.update("key", one_more)
        return Entry("slow", 1)

    with pytest.raises(StoreError, match=r"'key' was not written: for 0\.2 s others wrote it each time"):
        store.update("key", slow)
    entry = store.read("key")
    assert entry is not None
    assert entry.text == str(entry.revision)


def test_a_server_that_goes_away_is_an_error(server: RedisServer, connect: Connect) -> None:
    """It says where it was and what to do; when it is back, everything is."""
    store = connect()
    store.update("key", one_more)
    server.stop()
    for attempt in (lambda: store.read("key"), lambda: store.update("key", one_more)):
        with pytest.raises(StoreError, match=rf"{server.url} does not answer \(.*refused\)\. Start it or correct"):
            attempt()
    server.start()
    assert store.update("key", one_more) == Entry("2", 2)


def test_a_server_that_does_not_answer_is_an_error(server: RedisServer, connect: Connect) -> None:
    store = connect(timeout=0.2)
    store.update("key", one_more)
    server.freeze()
    with pytest.raises(StoreError, match="Timeout"):
        store.read("key")
    server.thaw()
    assert store.update("key", one_more) == Entry("2", 2)


def test_waiting_is_for_as_long_as_was_asked(server: RedisServer, connect: Connect) -> None:
    """Then it is the same error."""
    store = connect(f"{server.url}?wait=0.5")
    server.stop()
    with pytest.raises(StoreError, match="does not answer"):
        store.read("key")


def test_closing_ends_the_waiting(server: RedisServer, connect: Connect) -> None:
    store = connect(wait=1000)
    server.stop()
    errors: list[StoreError] = []

    def write() -> None:
        try:
            store.update("key", one_more)
        except StoreError as error:
            errors.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    store.close()
    wait_until(lambda: errors, "the waiting ends")
    thread.join()
    assert "was closed" in str(errors[0])


def test_a_server_without_room_is_an_error(server: RedisServer, connect: Connect) -> None:
    """What was stored still is."""
    store = connect()
    store.update("key", one_more)
    with server.client as client:
        client.config_set("maxmemory", 1)
    with pytest.raises(StoreError, match=r"refused a command: .*maxmemory"):
        store.update("key", one_more)
    assert store.read("key") == Entry("1", 1)


@pytest.mark.parametrize("text", ["", "text", "[]", '{"text": "a"}', '{"text": "a", "revision": 1, "new": 2}', "\xff"])
def test_what_the_app_did_not_write_is_left_alone(server: RedisServer, connect: Connect, text: str) -> None:
    """It is an error that says where it is."""
    store = connect()
    with server.client as client:
        client.set("desktop_app:entry:key", text)
        for attempt in (lambda: store.read("key"), lambda: store.update("key", one_more)):
            with pytest.raises(StoreError, match="holds as 'desktop_app:entry:key' was not written by this app"):
                attempt()
        assert client.get("desktop_app:entry:key") == text


def test_no_server_at_the_start_is_an_error() -> None:
    """At once, whatever `wait` says: that is for servers that go away later."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(
        StoreError, match=rf"redis://127\.0\.0\.1:{port}/0 does not answer .* Start it or correct the url"
    ):
        RedisStore(f"redis://127.0.0.1:{port}?wait=1000")


def test_a_silent_server_at_the_start_is_an_error() -> None:
    """One that takes the connection and says nothing, and one that does not even take it."""
    with ExitStack() as sockets:
        listener = sockets.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        url = f"redis://127.0.0.1:{listener.getsockname()[1]}/0?timeout=0.2"
        with pytest.raises(StoreError, match="Timeout reading"):
            RedisStore(url)
        for _ in range(3):
            filler = sockets.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(listener.getsockname())
        with pytest.raises(StoreError, match="Timeout connecting"):
            RedisStore(url)


def test_a_wrong_password_is_an_error_that_does_not_show_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    server = RedisServer(tmp_path, password="sesame")
    try:
        with closing(RedisStore(server.url)) as store:
            assert store.update("key", one_more) == Entry("1", 1)
            assert "sesame" not in f"{store!r} {store._pool!r} {store._subscription!r}"
        for user in ("", ":hunter2@", "someone:hunter2@"):
            with pytest.raises(StoreError, match="refused the user or password") as caught:
                RedisStore(f"redis://{user}127.0.0.1:{server.port}?wait=1000")
            assert "hunter2" not in f"{caught.value} {caught.value.__cause__} {caplog.text}"
        server.stop()
        with pytest.raises(StoreError) as caught:
            RedisStore(server.url)
        assert "sesame" not in f"{caught.value} {caught.value.__cause__!r} {caplog.text}"
    finally:
        server.stop()


@pytest.mark.parametrize(
    "url",
    [
        "redis://:hunter2#@host",
        "redis://:hunter2/@host",
        "redis://:1?hunter2@host",
        "redis://host:hunter2",
        "redis://host/hunter2",
        "http://:hunter2@host",
        "hunter2",
        "",
        "redis://:hunter2@host?wait=long",
        "redis://:hunter2@host?hunter2=1",
        "redis://:hunter2@host?db=hunter2",
    ],
)
def test_a_url_that_is_none_is_not_repeated(url: str) -> None:
    """Any part of it may be the password."""
    with pytest.raises(StoreError, match="The url of the Redis server") as caught:
        RedisStore(url)
    assert "hunter2" not in f"{caught.value} {caught.value.__cause__}"


def test_other_places_are_shown_as_they_are_written() -> None:
    for url, shown in (("redis://[::1]:1", "redis://[::1]:1/0"), ("unix:///no/such?db=2", "unix:///no/such")):
        with pytest.raises(StoreError) as caught:
            RedisStore(url)
        assert f"server at {shown} does not answer" in str(caught.value)


def test_a_socket_in_a_folder_is_a_place_too(server: RedisServer, connect: Connect) -> None:
    store = connect(f"unix://{server.socket}?db=1&wait=1&timeout=2")
    assert store.update("key", one_more) == connect(server.url.removesuffix("0") + "1").read("key") == Entry("1", 1)


def test_a_server_that_may_forget_is_named_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    server = RedisServer(tmp_path, durable=False)
    try:
        RedisStore(server.url).close()
        assert f"{server.url} may forget the last writes" in caplog.text
        caplog.clear()
        with server.client as client:
            client.acl_setuser(
                "app", enabled=True, nopass=True, keys=["*"], channels=["*"], categories=["+@all", "-@admin"]
            )
        with closing(RedisStore(f"redis://app:any@127.0.0.1:{server.port}")) as store:
            assert store.update("key", one_more) == Entry("1", 1)
        assert caplog.text == ""
    finally:
        server.stop()


def test_a_durable_server_is_not(connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    connect()
    assert caplog.text == ""


def test_without_redis_py_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(StoreError, match=r'pip install "desktop-blocks\[redis\]"'):
        RedisStore("redis://localhost")
