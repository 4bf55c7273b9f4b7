"""The root of what an author declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar

from pydantic import Field

from desktop_app.blocks import app_id, context
from desktop_app.blocks.block import Block
from desktop_app.blocks.launch import warn_of_server_arguments
from desktop_app.blocks.layout import Layout
from desktop_app.events.event import Event

if TYPE_CHECKING:
    from desktop_app.events.listener import Listener

F = TypeVar("F", bound=Callable[..., Any])


class Blocks(Layout):
    """An app: components, layouts and listeners, declared inside its `with`.

    Args:
        title: the window's title.
        fill_width: True lets the content use the whole width of the window.
        fill_height: True lets the content use the whole height of the window.
        keep_closed: seconds for which the session of a closed window is kept, for File → Reopen Closed Window to bring
            back its values and its place; 0 ends it at once.
        app_id: names the app's folders; letters, digits, dots, dashes and underscores. By default it is made from the
            script's file name.

    Events:
        load: a window shows the page, or has reloaded it.
        unload: the window was closed or is being reloaded; takes a function without inputs and outputs.

    Raises:
        DeclarationError: for an argument it does not have, or a value that an argument cannot take.

    Example:
        >>> with Blocks(title="Greeter") as demo:
        ...     name = Textbox(label="Name")
        ...     greeting = Markdown()
        ...     name.submit(lambda name: f"Hello, {name}!", name, greeting)
        >>> demo.launch()
    """

    kind: ClassVar[str] = "blocks"
    python_only: ClassVar[frozenset[str]] = Layout.python_only | {"app_id", "keep_closed"}
    load: ClassVar[Event] = Event()
    unloading: ClassVar[Event] = Event()

    _: KW_ONLY
    title: str = "Desktop app"
    fill_width: bool = False
    fill_height: bool = False
    keep_closed: Annotated[float, Field(ge=0)] = 0
    app_id: str = ""

    def __post_init__(self) -> None:
        self.app_id = app_id.check(self.app_id) if self.app_id else app_id.of_calling_script()
        self.listeners: list[Listener] = []
        self.blocks: dict[int, Block] = {}
        super().__post_init__()

    def register(self, block: Block) -> None:
        """Note a block that was put anywhere below this root."""
        self.blocks[block.id] = block
        block.declared_in = self
        block.declared()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        outer = context.open_blocks()
        if outer is not None and self.parent is not None and kind is None:
            outer._adopt(self)

    def _render(self, *, quiet: bool = False) -> Blocks:
        """Show these blocks inside the blocks that are open, with all their listeners."""
        super()._render(quiet=quiet)
        outer = context.open_blocks()
        if outer is not None and self.parent is not None:
            outer._adopt(self)
        return self

    def _adopt(self, inner: Blocks) -> None:
        self.blocks.update(inner.blocks)
        self.listeners.extend(listener for listener in inner.listeners if listener not in self.listeners)

    def unload(self, fn: F) -> F:
        """Run `fn` when a window of this app is closed or reloaded; usable as a decorator.

        Args:
            fn: takes nothing, or a `Request`; what it returns is ignored.
        """
        with self:
            self.unloading(fn, queue=False)
        return fn

    def close(self, fn: F | None = None) -> F | None:
        """With a function, the same as `unload(fn)`; without one, close the app and all its windows."""
        if fn is not None:
            return self.unload(fn)
        from desktop_app import App

        App.current().close()
        return None

    def launch(self, *, engine: str | None = None, debug: bool = False, **server_arguments: Any) -> None:
        """Open a window with these blocks and return when the last window of the app is closed.

        Args:
            engine: "gtk", "qt", "webview2" or "cocoa"; by default the one that is installed.
            debug: True opens the state inspector beside the first window. Ctrl+Shift+D opens it at any time, but in
                a bundled app only with debug=True: its user is not to see the insides.
            server_arguments: Gradio's arguments for its server, such as `share`; there is no server here, so they are
                accepted with one warning that names them.

        Raises:
            TypeError: for an argument that neither we nor Gradio have.
            EngineMissing: no web engine is installed; the message says what to install.
            NoDisplay: there is no screen to show a window on.
            PageMissing: the page was not built into the package.
            AlreadyRunning: another app runs in this process.
        """
        warn_of_server_arguments(server_arguments)
        from desktop_app import App  # above us: reached by its public name, when it is needed

        App.run(self, engine=engine, debug=debug)

    def listeners_of(self, block: Block, event: str) -> list[Listener]:
        """Return the listeners on one event of one block, in the order they were attached."""
        return [
            listener
            for listener in self.listeners
            if any(trigger.block is block and trigger.event == event for trigger in listener.triggers)
        ]

    def page_listeners(self, event: Event) -> list[Listener]:
        """Return the listeners on `Blocks.load` or its unload, those of blocks rendered inside these among them."""
        return [
            listener
            for listener in self.listeners
            if any(isinstance(trigger.block, Blocks) and trigger.event == event.name for trigger in listener.triggers)
        ]
