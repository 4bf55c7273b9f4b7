"""The root of what an author declares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BeforeValidator, Field

from desktop_app.blocks import app_id, context
from desktop_app.blocks.block import Block
from desktop_app.blocks.launch import launch, warn_of_server_arguments
from desktop_app.blocks.layout import Layout
from desktop_app.blocks.listeners import Listeners
from desktop_app.blocks.menu import as_menus
from desktop_app.blocks.own_window import OwnWindow
from desktop_app.blocks.page_additions import PageAdditions
from desktop_app.blocks.permissions import Permission
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Event

if TYPE_CHECKING:
    from desktop_app.blocks.page import Page
    from desktop_app.events.listener import Listener
    from desktop_app.themes import Theme

F = TypeVar("F", bound=Callable[..., Any])


def as_paths(given: object) -> list[Path]:
    """Return files that were given as one, a list or not at all."""
    if given is None:
        return []
    if isinstance(given, str | Path):
        return [Path(given)]
    return [Path(each) for each in given]  # type: ignore[attr-defined]


Size = tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]]  # pixels
Paths = Annotated[list[Path], BeforeValidator(as_paths)]


class Blocks(Layout):
    """An app: components, layouts and listeners, declared inside its `with`.

    Args:
        title: the window's title.
        fill_width: True lets the content use the whole width of the window.
        fill_height: True lets the content use the whole height of the window.
        keep_closed: seconds for which the session of a closed window is kept, for File → Reopen Closed Window to bring
            back its values, too; 0 ends it at once, and the window comes back in its place, but begins anew.
        app_id: names the app's folders; letters, digits, dots, dashes and underscores. By default it is made from the
            script's file name.
        menu: the author's own menus, a list of `Menu`, beside the standard ones; False leaves the menu bar out.
        size: width and height of a new window, in pixels, before the user has changed them.
        min_size: the user cannot make it smaller.
        max_size: the user cannot make it larger.
        resizable: False keeps its size.
        theme: how the app looks: a `themes.Theme`, or the name of one such as "soft"; None is our own look.
        css: a style sheet for the page.
        css_paths: files of style sheets, one or a list.
        js: a JavaScript function, or the code of one, that runs whenever a window has shown the page.
        head: HTML for the page's head: `<style>`, `<meta>` and `<script>` elements. Nothing is loaded from a network.
        head_paths: files of such HTML, one or a list.
        permissions: what the page may use, as a list of names: "camera", "microphone", "location", "clipboard" (to read
            it), "notifications", "screen" (to record it). It is denied all that is not named.
        analytics_enabled: accepted for scripts written for Gradio; nothing is ever counted here.
        mode: accepted as well; it only named the kind of app in what was counted.
        delete_cache: accepted as well; no files of a cache are written here.

    Attributes:
        window: the window that shows these blocks, for listeners on what happens to it; see `OwnWindow`.

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
    python_only: ClassVar[frozenset[str]] = Layout.python_only | frozenset(
        """app_id keep_closed menu size min_size max_size resizable theme css css_paths js head head_paths permissions
        analytics_enabled mode delete_cache""".split()  # noqa: SIM905
    )
    load: ClassVar[Event] = Event(by_page=False)
    unloading: ClassVar[Event] = Event(by_page=False)

    _: KW_ONLY
    title: str = "Desktop app"
    fill_width: bool = False
    fill_height: bool = False
    keep_closed: Annotated[float, Field(ge=0)] = 0
    app_id: str = ""
    menu: Any = None
    size: Size = (960, 720)
    min_size: Size = (240, 160)
    max_size: Size | None = None
    resizable: bool = True
    theme: Any = None
    css: str | None = None
    css_paths: Paths = field(default_factory=list)
    js: str | None = None
    head: str | None = None
    head_paths: Paths = field(default_factory=list)
    permissions: frozenset[Permission] = frozenset()
    analytics_enabled: Any = None
    mode: str = "blocks"
    delete_cache: Any = None

    def __post_init__(self) -> None:
        self.app_id = app_id.of(self.app_id)
        self.listeners = Listeners()
        self.blocks: dict[int, Block] = {}
        self.queue_size: int | None = None
        self.default_concurrency_limit: int | None = 1
        self.window = OwnWindow()
        self.menus = as_menus(self.menu)
        self.additions = PageAdditions()
        self._use_theme(self.theme)
        self.additions.add(self.css, self.css_paths, self.js, self.head, self.head_paths)
        super().__post_init__()
        self.register(self.window)
        for menu in self.menus:
            for item in menu:
                self.register(item)

    def register(self, block: Block) -> None:
        """Note a block that was put anywhere below this root."""
        self.blocks[block.id] = block
        block.declared_in = self
        block.declared()

    def attach(self, listener: Listener) -> None:
        """Note a listener; a state that it names need not have a place in the page."""
        self.listeners.add(listener)
        for block in (*listener.inputs, *listener.outputs):
            if not block.in_tree and block.declared_in is None:
                self.register(block)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        outer = context.open_blocks()
        if kind is not None:
            return
        if outer is None:
            self.listeners.check(self.blocks)
        elif self.parent is not None:
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
        self.menus += inner.menus
        self.listeners.extend(inner.listeners)

    def queue(
        self,
        status_update_rate: float | Literal["auto"] = "auto",
        api_open: bool | None = None,
        max_size: int | None = None,
        *,
        default_concurrency_limit: int | Literal["not_set"] | None = "not_set",
    ) -> Blocks:
        """Say how many events may wait and run.

        Args:
            status_update_rate: accepted for scripts written for Gradio; a place in the queue is shown when it changes.
            api_open: accepted as well; there is no network to open anything to.
            max_size: how many events may wait in all windows together; one more is refused with a message. None is
                without a limit.
            default_concurrency_limit: how many runs of one function there may be at a time, over all windows, where its
                listener does not say; None is no limit. 1 if it is never set.

        Returns:
            These blocks, for `demo.queue().launch()`.

        Raises:
            DeclarationError: a limit is less than 1.
        """
        for name, limit in {"max_size": max_size, "default_concurrency_limit": default_concurrency_limit}.items():
            if isinstance(limit, int) and limit < 1:
                raise DeclarationError(f"queue({name}={limit}) would never run a listener; use 1 or more, or None.")
        self.queue_size = max_size
        if default_concurrency_limit != "not_set":
            self.default_concurrency_limit = default_concurrency_limit
        return self

    def route(self, name: str, path: str | None = None, show_in_navbar: bool = True) -> Page:
        """Add a page: what is made inside its `with` is shown when its link in the navigation bar is pressed.

        All pages of a window share its session: its States, and listeners that reach from one page to another.

        Args:
            name: what the link says.
            path: names the page in links; by default it is made from the name.
            show_in_navbar: False leaves the link out; a link elsewhere may show the page.

        Returns:
            The page, for a `with`.

        Raises:
            DeclarationError: there is a page of that path.

        Example:
            >>> with demo.route("Settings"):
            ...     Textbox(label="Name")
        """
        from desktop_app.blocks.page import Page, path_of
        from desktop_app.components.navbar import Navbar

        path = path_of(name, path)
        if any(isinstance(block, Page) and block.path == path for block in self.children):
            raise DeclarationError(f"route({name!r}): there is a page of the path {path!r} already.")
        with self:
            if not any(isinstance(block, Navbar) for block in self.children):
                Navbar()
            return Page(name, path, show_in_navbar)

    def unload(self, fn: F) -> F:
        """Run `fn` when a window of this app is closed or reloaded; usable as a decorator.

        Args:
            fn: takes nothing, or a `Request`; what it returns is ignored.

        Returns:
            The function as it is, for a decorator.
        """
        with self:
            self.unloading(fn, queue=False)
        return fn

    def close(self, fn: F | None = None) -> F | None:
        """With a function, the same as `unload(fn)`; without one, close the app and all its windows.

        Args:
            fn: as for `unload`; None closes the app.

        Returns:
            The function as it is; None if there is none.

        Raises:
            DesktopAppError: there is no function, and no app is running that could be closed.
        """
        if fn is not None:
            return self.unload(fn)
        from desktop_app import App

        App.current().close()
        return None

    def launch(
        self,
        *,
        engine: str | None = None,
        debug: bool = False,
        single_instance: bool = True,
        theme: Theme | str | None = None,
        css: str | None = None,
        css_paths: str | Path | Sequence[str | Path] | None = None,
        js: str | None = None,
        head: str | None = None,
        head_paths: str | Path | Sequence[str | Path] | None = None,
        **server_arguments: Any,
    ) -> None:
        """Open a window with these blocks and return when the last window of the app is closed.

        Args:
            engine: "gtk", "qt", "webview2" or "cocoa"; by default the one that is installed.
            debug: True opens the state inspector beside the first window. Ctrl+Shift+D opens it at any time, but in
                a bundled app only with debug=True: its user is not to see the insides.
            single_instance: True lets a later start of the app, by the same user, open another window of the one that
                runs, and end with status 0 when it is there; a handler knows what that start was given by
                `Request.arguments` and `Request.folder`. False lets several run side by side: they share what is
                stored, and see each other's writes within a second.
            theme: as for `Blocks`.
            css: as for `Blocks`.
            css_paths: as for `Blocks`.
            js: as for `Blocks`.
            head: as for `Blocks`.
            head_paths: as for `Blocks`.
            server_arguments: Gradio's arguments for its server, such as `share`; there is no server here, so they are
                accepted with one warning that names them.

        Raises:
            TypeError: for an argument that neither we nor Gradio have.
            EngineMissing: no web engine is installed; the message says what to install.
            NoDisplay: there is no screen to show a window on.
            PageMissing: the page was not built into the package.
            AlreadyRunning: another app runs in this process.
            NotAnswering: the app runs in another process, which hangs.
            SystemExit: a signal has ended the app, in order: Ctrl+C, SIGTERM or SIGHUP. Its status is 128 and the
                signal's number, and clean-up has run; the same signal a second time ends the process at once.
        """
        warn_of_server_arguments(server_arguments)
        self._use_theme(theme)
        self.additions.add(css, as_paths(css_paths), js, head, as_paths(head_paths))
        launch(self, engine=engine, debug=debug, single_instance=single_instance)

    def _use_theme(self, theme: Theme | str | None) -> None:
        if theme is not None:
            from desktop_app.themes import as_theme  # most apps do without

            chosen = as_theme(theme)
            self.additions.theme = chosen.css() if chosen is not None else ""

    def listeners_on(self, kind: type[Block], event: str) -> list[Listener]:
        """Return the listeners on an event of all blocks of a kind, those of blocks rendered inside these among them.

        Args:
            kind: such as `Blocks` for "load", or `OwnWindow`.
            event: its name.
        """
        return [
            listener
            for listener in self.listeners
            if any(isinstance(trigger.source, kind) and trigger.event == event for trigger in listener.triggers)
        ]
