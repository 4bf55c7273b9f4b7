"""Functions that Python code calls by name, without a component."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.events.listen import DECORATOR, listen
from desktop_app.events.listener import ApiVisibility

if TYPE_CHECKING:
    from desktop_app.events.dependency import Dependency


def api(
    fn: Any = DECORATOR,
    *,
    api_name: str | None = None,
    api_description: str | Literal[False] | None = None,
    queue: bool = True,
    batch: bool = False,
    max_batch_size: int = 4,
    concurrency_limit: int | Literal["default"] | None = "default",
    concurrency_id: str | None = None,
    api_visibility: ApiVisibility = "public",
    time_limit: float | None = None,
) -> Dependency | Callable[[Callable[..., Any]], Dependency]:
    """Let Python code call `fn` by its name, with any arguments; see `HeadlessApp.call`.

    Args:
        fn: gets the arguments of the call and returns what it answers. Without it, a decorator.
        api_name: by default the function's name.
        api_description: as for a listener, like the arguments after it.
        queue: as for a listener.
        batch: as for a listener.
        max_batch_size: as for a listener.
        concurrency_limit: as for a listener.
        concurrency_id: as for a listener.
        api_visibility: as for a listener.
        time_limit: as for a listener.

    Returns:
        The dependency, which can be called like `fn`; without `fn` the decorator.

    Raises:
        DeclarationError: outside of `with Blocks()`, or for something that a listener cannot take.

    Example:
        >>> with Blocks() as demo:
        ...     api(lambda a, b: a + b, api_name="add")
        >>> HeadlessApp(demo).call("add", 1, 2)
        3
    """
    return listen(
        [],
        fn,
        None,
        None,
        api_name=api_name,
        api_description=api_description,
        queue=queue,
        batch=batch,
        max_batch_size=max_batch_size,
        concurrency_limit=concurrency_limit,
        concurrency_id=concurrency_id,
        api_visibility=api_visibility,
        time_limit=time_limit,
    )
