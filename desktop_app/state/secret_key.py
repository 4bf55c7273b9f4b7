"""Where the key of a cipher comes from: a passphrase, or the operating system's keyring."""

from __future__ import annotations

import base64
import functools
import os
import threading
from typing import TYPE_CHECKING

from desktop_app.errors import StoreError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY = 32  # bytes: AES-256
KEPT = 64  # derived keys


class PassphraseKey:
    """Keys derived from a passphrase, one for each salt.

    New tokens take the salt of those that were read, so that a start of the app derives one key, whatever the number
    of entries.
    """

    form = 1
    salt_length = 16

    def __init__(self, passphrase: str) -> None:
        self._passphrase = passphrase.encode("utf-8", "surrogatepass")
        self._salt = os.urandom(self.salt_length)
        self._sealers: dict[bytes, AESGCM] = {}
        self._lock = threading.Lock()

    def salt(self) -> bytes:
        """Return the salt for new tokens."""
        return self._salt

    def adopt(self, salt: bytes) -> None:
        """Use the salt of a token that was read and found right."""
        self._salt = salt

    def sealer(self, salt: bytes) -> AESGCM:
        """Return what encrypts and decrypts with the salt's key."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

        with self._lock:
            if salt not in self._sealers:
                while len(self._sealers) >= KEPT:
                    del self._sealers[next(iter(self._sealers))]
                # OWASP's Password Storage Cheat Sheet: one of its settings of equal strength, the one of 32 MB.
                key = Scrypt(salt=salt, length=KEY, n=2**15, r=8, p=3).derive(self._passphrase)
                self._sealers[salt] = AESGCM(key)
            return self._sealers[salt]


@functools.lru_cache(maxsize=KEPT)
def passphrase_key(passphrase: str, app_id: str) -> PassphraseKey:
    """Return the one object for a passphrase of an app."""
    return PassphraseKey(passphrase)


class KeyringKey:
    """A random key that the operating system's keyring keeps; it is made when it is first needed."""

    form = 2
    salt_length = 0

    def __init__(self, app_id: str) -> None:
        self.service = f"desktop-blocks:{app_id}"
        self._sealer: AESGCM | None = None
        self._lock = threading.Lock()

    def salt(self) -> bytes:
        """Return nothing: a random key needs no salt."""
        return b""

    def adopt(self, salt: bytes) -> None:
        """Do nothing: there is one key."""

    def sealer(self, salt: bytes) -> AESGCM:
        """Return what encrypts and decrypts.

        Raises:
            StoreError: there is no keyring, it is locked, or it does not keep what it is given.
        """
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        with self._lock:
            if self._sealer is None:
                kept = self._kept() or self._made()
                try:
                    self._sealer = AESGCM(base64.b64decode(kept, validate=True))
                except ValueError:
                    raise self._unusable(
                        f"what it keeps as {self.service!r} is no key; remove that entry and what it encrypted is lost"
                    ) from None
            return self._sealer

    def _kept(self) -> str | None:
        import keyring
        import keyring.errors

        try:
            return keyring.get_password(self.service, "key")
        except keyring.errors.NoKeyringError:
            raise self._unusable("there is none") from None
        except Exception as error:  # each backend has its own
            raise self._unusable(str(error) or type(error).__name__) from error

    def _made(self) -> str:
        import keyring

        try:
            keyring.set_password(self.service, "key", base64.b64encode(os.urandom(KEY)).decode())
        except Exception as error:  # its text is not shown, as it may hold the key
            raise self._unusable(f"it did not take a key: {type(error).__name__}") from None
        kept = self._kept()  # if two processes made one at once, the later is the one for both
        if kept is None:
            raise self._unusable("it does not keep what it is given")
        return kept

    def _unusable(self, why: str) -> StoreError:
        return StoreError(
            f"secret=True needs the operating system's keyring, which cannot be used ({why.rstrip('.')}). Unlock it "
            "or install one: on Linux GNOME Keyring or KWallet, running in the user's session. Or give a passphrase: "
            "secret=os.environ['MY_APP_SECRET']."
        )
