"""What `launch` does, and what it accepts for the sake of scripts written for a server."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop_app.blocks.blocks import Blocks


class Launcher(Protocol):
    """Shows blocks, and returns when the last window is closed."""

    def __call__(self, blocks: Blocks, *, engine: str | None, debug: bool, single_instance: bool) -> None:
        """Do it; the arguments are those of `Blocks.launch`."""


_launcher: Launcher | None = None


def launch(blocks: Blocks, *, engine: str | None, debug: bool, single_instance: bool) -> None:
    """Show blocks as an app of their own, unless this process is `launched_by` something else."""
    from desktop_app import App  # above us: reached by its public name, when it is needed

    (_launcher or App.run)(blocks, engine=engine, debug=debug, single_instance=single_instance)


@contextmanager
def launched_by(launcher: Launcher) -> Iterator[None]:
    """Within it, a script that launches its app leaves that to `launcher`."""
    global _launcher
    before, _launcher = _launcher, launcher
    try:
        yield
    finally:
        _launcher = before


# The parameters of Gradio 6's Blocks.launch; they configure a server, a notebook or a website.
SERVER_ARGUMENTS = frozenset(
    """inline inbrowser share max_threads auth auth_message prevent_thread_lock show_error server_name server_port
    height width favicon_path ssl_keyfile ssl_certfile ssl_keyfile_password ssl_verify quiet footer_links run_history
    allowed_paths blocked_paths root_path app_kwargs state_session_capacity share_server_address share_server_protocol
    share_server_tls_certificate auth_dependency max_file_size enable_monitoring strict_cors node_server_name node_port
    ssr_mode pwa mcp_server num_workers i18n""".split()  # noqa: SIM905 - legible
)


def warn_of_server_arguments(given: Iterable[str]) -> None:
    """Warn once of all arguments that mean nothing in a desktop window.

    Raises:
        TypeError: for a name that is none of them.
    """
    unknown = sorted(set(given) - SERVER_ARGUMENTS)
    if unknown:
        raise TypeError(f"launch() has no argument {', '.join(map(repr, unknown))}")
    names = sorted(given)
    if names:
        warnings.warn(
            f"launch({', '.join(f'{name}=…' for name in names)}) has no effect: a desktop window has no server.",
            stacklevel=3,
        )
