"""What `launch` accepts for the sake of scripts written for a server."""

from __future__ import annotations

import warnings
from collections.abc import Iterable

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
