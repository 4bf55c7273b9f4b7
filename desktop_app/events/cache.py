"""Answers of functions that are kept, so that they need not be worked out again."""

from __future__ import annotations

import asyncio
import functools
import inspect
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from desktop_app.events.cache_store import Store, copied
from desktop_app.state.fingerprint import fingerprint


class Cache:
    """Keeps what a function puts in, by keys of its own. Safe on any thread.

    Give it to a handler as the default of a parameter, or make it anywhere.

    Args:
        max_size: how many entries it keeps; the one not used for longest goes first. 0 is without a limit.
        max_memory: how many bytes they may have, or a text such as "512mb"; None is without a limit.
        per_session: True keeps apart what different sessions put in, and forgets it when they end.

    Raises:
        DeclarationError: a limit that is none.

    Example:
        >>> def answer(prompt, kept=Cache()):
        ...     if (hit := kept.get(prompt)) is not None:
        ...         return hit["text"]
        ...     text = ask(prompt)
        ...     kept.set(prompt, text=text)
        ...     return text
    """

    def __init__(self, *, max_size: int = 128, max_memory: int | str | None = None, per_session: bool = False) -> None:
        self._store = Store(max_size, max_memory, per_session)

    def get(self, key: Any) -> dict[str, Any] | None:
        """Return a copy of what was set under a key, compared by content; None if there is nothing."""
        value: dict[str, Any] | None = self._store.get(self._store.name(fingerprint(key)))[1]
        return value

    def set(self, key: Any, **values: Any) -> None:
        """Keep a copy of these values under a key."""
        self._store.put(self._store.name(fingerprint(key)), values)

    def clear(self) -> None:
        """Forget everything."""
        self._store.clear()

    def __len__(self) -> int:
        return len(self._store)


def cache(
    fn: Any = None,
    *,
    key: Callable[[dict[str, Any]], Any] | None = None,
    max_size: int = 128,
    max_memory: int | str | None = None,
    per_session: bool = False,
) -> Any:
    """Let a function answer from memory what it has answered before; a decorator, also with arguments.

    Arguments are compared by content. Plain, `async`, generator and `async` generator functions are taken; of a
    generator all steps are given again. Only what has come to its end without an error is kept, as a copy, and given
    out as a copy. Two equal calls at the same time may both work it out.

    Args:
        fn: the function.
        key: gets the arguments by name and returns what to compare by, in place of all of them.
        max_size: as for `Cache`.
        max_memory: as for `Cache`.
        per_session: as for `Cache`.

    Returns:
        A function of the same signature, with a `cache_clear()`.

    Raises:
        DeclarationError: a limit that is none.

    Example:
        >>> @cache(max_size=256, key=lambda arguments: arguments["prompt"])
        ... def answer(prompt, seed):
        ...     return ask(prompt, seed)
    """
    store = Store(max_size, max_memory, per_session)
    return _cached(fn, store, key) if fn is not None else lambda fn: _cached(fn, store, key)


def _cached(fn: Callable[..., Any], store: Store, key: Callable[[dict[str, Any]], Any] | None) -> Callable[..., Any]:
    signature = inspect.signature(fn)

    def name(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[str, Any]:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        return store.name(fingerprint(key(dict(bound.arguments)) if key is not None else dict(bound.arguments)))

    wrapper = _wrapper(fn, store, name)
    functools.update_wrapper(wrapper, fn)
    wrapper.cache_clear = store.clear  # type: ignore[attr-defined]
    return wrapper


def _wrapper(
    fn: Callable[..., Any], store: Store, name: Callable[[tuple[Any, ...], dict[str, Any]], tuple[str, Any]]
) -> Callable[..., Any]:
    """Make the function of the same kind that asks the store first."""

    def plain(*args: Any, **kwargs: Any) -> Any:
        called = name(args, kwargs)
        hit, value = store.get(called)
        if not hit:
            value = fn(*args, **kwargs)
            store.put(called, value)
        return value

    def generator(*args: Any, **kwargs: Any) -> Iterator[Any]:
        called = name(args, kwargs)
        hit, value = store.get(called)
        if hit:
            yield from value
            return
        steps = []
        for step in fn(*args, **kwargs):
            steps.append(copied(step))
            yield step
        store.put(called, steps)

    async def coroutine(*args: Any, **kwargs: Any) -> Any:
        called = await asyncio.to_thread(name, args, kwargs)
        hit, value = store.get(called)
        if not hit:
            value = await fn(*args, **kwargs)
            store.put(called, value)
        return value

    async def async_generator(*args: Any, **kwargs: Any) -> AsyncIterator[Any]:
        called = await asyncio.to_thread(name, args, kwargs)
        hit, value = store.get(called)
        if hit:
            for step in value:
                yield step
            return
        steps = []
        async for step in fn(*args, **kwargs):
            steps.append(copied(step))
            yield step
        store.put(called, steps)

    if inspect.isasyncgenfunction(fn):
        return async_generator
    if inspect.isgeneratorfunction(fn):
        return generator
    return coroutine if inspect.iscoroutinefunction(fn) else plain
