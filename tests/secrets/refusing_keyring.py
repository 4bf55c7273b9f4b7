"""A keyring backend that takes nothing, and says in its error what it was given."""

from __future__ import annotations

from keyring.backend import KeyringBackend
from keyring.errors import PasswordSetError


class Keyring(KeyringBackend):
    """Chosen by name in PYTHON_KEYRING_BACKEND."""

    priority = 1  # type: ignore[assignment]

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError(f"secret ({password}) refused")
