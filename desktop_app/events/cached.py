"""Functions that answer from memory what they have answered before."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import inspect
import threading
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from types import BuiltinFunctionType, FunctionType
from typing import Any

from desktop_app.errors import DeclarationError
from desktop_app.events.cache_copy import copied
from desktop_app.events.cache_limits import Limits
from desktop_app.events.cache_store import Entry, Store, Turn
from desktop_app.events.cached_call import Comparison, Key
from desktop_app.events.callables import called

_stores: weakref.WeakKeyDictionary[Any, dict[object, Store]] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def cache(
    fn: Any = None,
    *,
    key: Key | None = None,
    max_size: int = 128,
    max_memory: int | str | None = None,
    per_session: bool = False,
) -> Any:
    """Let a function answer from memory what it has answered before; a decorator, also with arguments.

    Arguments are compared by content. Plain, `async`, generator and `async` generator functions are taken; of a
    generator all steps are given again. Only what has come to its end without an error is kept, as a copy, and given
    out as a copy; what cannot be copied is shared, and an iterator that a plain function returns is not kept.

    Of two equal calls at the same time one works it out and the other waits for it. Generators work it out both, as the
    other one would have to wait for whoever takes the steps of the first.

    `cache(fn)(…)` may be written where it is called: the same function has the same memory each time.

    Args:
        fn: the function.
        key: gets the arguments by name and returns what to compare by, in place of all of them.
        max_size: as for `Cache`.
        max_memory: as for `Cache`.
        per_session: as for `Cache`.

    Returns:
        A function of the same signature, with a `cache_clear()`.

    Raises:
        DeclarationError: a limit that is none, or something that is no function.

    Example:
        >>> @cache(max_size=256, key=lambda arguments: arguments["prompt"])
        ... def answer(prompt, seed):
        ...     return ask(prompt, seed)
    """
    limits = Limits(max_size, max_memory, per_session)
    return _cached(fn, key, limits) if fn is not None else functools.partial(_cached, key=key, limits=limits)


def _cached(fn: Callable[..., Any], key: Key | None, limits: Limits) -> Callable[..., Any]:
    if not callable(fn):
        raise DeclarationError(f"cache takes a function, not {fn!r}.")
    store = _store(fn, key, limits)
    wrapper = _wrapper(fn, store, Comparison(fn, key))
    functools.update_wrapper(wrapper, fn)
    wrapper.cache_clear = store.clear  # type: ignore[attr-defined]
    return wrapper


def _store(fn: Callable[..., Any], key: Key | None, limits: Limits) -> Store:
    """Return the memory of a function, which is the same for the same `key` and limits."""
    function = getattr(fn, "__func__", fn)  # methods are made anew at each access
    if not isinstance(function, FunctionType | BuiltinFunctionType) or not _always_the_same(key):
        return Store(limits)
    code = key.__code__ if key is not None else None  # a lambda may be made anew as well
    with _lock:
        stores = _stores.setdefault(function, {})
        return stores.setdefault((id(code), code, limits), Store(limits))


def _always_the_same(key: Any) -> bool:
    """Tell whether a function does the same whenever its line is run: it holds nothing from around that line."""
    return key is None or (isinstance(key, FunctionType) and not (key.__closure__ or key.__defaults__))


def _wrapper(fn: Callable[..., Any], store: Store, comparison: Comparison) -> Callable[..., Any]:
    """Make the function of the same kind that asks the store first."""
    kind = called(fn)
    if inspect.isasyncgenfunction(kind):
        return _async_generator(fn, store, comparison)
    if inspect.isgeneratorfunction(kind):
        return _generator(fn, store, comparison)
    if inspect.iscoroutinefunction(kind):
        return _coroutine(fn, store, comparison)
    return _plain(fn, store, comparison)


def _plain(fn: Callable[..., Any], store: Store, comparison: Comparison) -> Callable[..., Any]:
    def plain(*args: Any, **kwargs: Any) -> Any:
        name = store.name(comparison.of(args, kwargs))
        turn = Turn(threading.get_ident())
        while (found := store.claim(name, turn)) is not None:
            if isinstance(found, Entry):
                return copied(found.value)
            found.result()
        try:
            value = fn(*args, **kwargs)
            if not isinstance(value, Iterator | AsyncIterator | Awaitable):  # which can be taken once
                store.put(name, value)
            return value
        finally:
            store.give_up(name, turn)

    return plain


def _coroutine(fn: Callable[..., Any], store: Store, comparison: Comparison) -> Callable[..., Any]:
    async def coroutine(*args: Any, **kwargs: Any) -> Any:
        name = store.name(await asyncio.to_thread(comparison.of, args, kwargs))  # a large array may take its time
        turn = Turn(asyncio.current_task())
        while (found := store.claim(name, turn)) is not None:
            if isinstance(found, Entry):
                return await asyncio.to_thread(copied, found.value)
            await asyncio.wrap_future(found)
        try:
            value = await fn(*args, **kwargs)
            await asyncio.to_thread(store.put, name, value)
            return value
        finally:
            store.give_up(name, turn)

    return coroutine


def _generator(fn: Callable[..., Any], store: Store, comparison: Comparison) -> Callable[..., Any]:
    def generator(*args: Any, **kwargs: Any) -> Iterator[Any]:
        name = store.name(comparison.of(args, kwargs))
        found = store.find(name)
        if found is not None:
            yield from map(copied, found.value)
            return
        steps = []
        with contextlib.closing(fn(*args, **kwargs)) as made:
            for step in made:
                steps.append(copied(step))
                yield step
        store.put(name, steps)

    return generator


def _async_generator(fn: Callable[..., Any], store: Store, comparison: Comparison) -> Callable[..., Any]:
    async def async_generator(*args: Any, **kwargs: Any) -> AsyncIterator[Any]:
        name = store.name(await asyncio.to_thread(comparison.of, args, kwargs))
        found = store.find(name)
        if found is not None:
            for step in found.value:
                yield copied(step)
            return
        steps = []
        async with contextlib.aclosing(fn(*args, **kwargs)) as made:
            async for step in made:
                steps.append(copied(step))
                yield step
        store.put(name, steps)

    return async_generator
