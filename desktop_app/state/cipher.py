"""Encrypting what is stored."""

from __future__ import annotations

import base64
import binascii
import importlib.util
import json
import os
from typing import Literal

from desktop_app.errors import DeclarationError, StoreError, WrongSecret
from desktop_app.state.secret_key import KeyringKey, PassphraseKey, passphrase_key

NONCE = 12  # bytes, as AES-GCM wants them


class Cipher:
    """Encrypts texts so that they are read by nobody else, and a change is noticed: AES-256-GCM.

    A token is bound to its app and its name, so one entry's token is refused in another's place. An older token of the
    same name is not: what is put back as it once was is read as it once was.

    Args:
        secret: a passphrase, from which the key is derived by scrypt; True takes a random key that the operating
            system's keyring keeps for this app.
        app_id: names the app.

    Raises:
        DeclarationError: the secret is neither a passphrase nor True.
        StoreError: a package is missing.
    """

    def __init__(self, secret: str | Literal[True], app_id: str) -> None:
        if secret is not True and not (isinstance(secret, str) and secret):
            raise DeclarationError("secret= takes a passphrase that is not empty, or True for a key in the keyring.")
        for package in ("cryptography", "keyring") if secret is True else ("cryptography",):
            if importlib.util.find_spec(package) is None:
                raise StoreError(
                    f'secret= needs the package {package}, which is missing: pip install "desktop-blocks[secrets]"'
                )
        self.app_id = app_id
        # One key for all that share a passphrase, as deriving it takes a moment.
        self._key: KeyringKey | PassphraseKey = KeyringKey(app_id) if secret is True else passphrase_key(secret, app_id)

    def __repr__(self) -> str:
        return f"Cipher({self.app_id!r})"

    def encrypt(self, text: str, name: str) -> str:
        """Return the token of a text, in letters, digits, "-" and "_".

        Args:
            text: any text; its length can be told from the token's.
            name: the entry's name, needed again to decrypt.

        Raises:
            StoreError: the keyring cannot be used.
        """
        salt = self._key.salt()
        head, nonce = bytes([self._key.form]) + salt, os.urandom(NONCE)
        sealed = self._key.sealer(salt).encrypt(nonce, text.encode("utf-8", "surrogatepass"), self._bound(head, name))
        return base64.urlsafe_b64encode(head + nonce + sealed).decode().rstrip("=")

    def decrypt(self, token: str, name: str) -> str:
        """Return the text of a token.

        Raises:
            WrongSecret: it was encrypted with another secret, for another app or another name, or it was changed.
            StoreError: the keyring cannot be used.
        """
        from cryptography.exceptions import InvalidTag

        wrong = WrongSecret(f"{name!r} cannot be decrypted: it was encrypted with another secret, or it was changed.")
        content = _content(token)
        head = content[: 1 + self._key.salt_length]
        nonce, sealed = content[len(head) : len(head) + NONCE], content[len(head) + NONCE :]
        if head[:1] != bytes([self._key.form]) or not sealed:
            raise wrong
        try:
            text = self._key.sealer(head[1:]).decrypt(nonce, sealed, self._bound(head, name))
        except InvalidTag:
            raise wrong from None
        self._key.adopt(head[1:])
        return text.decode("utf-8", "surrogatepass")

    def _bound(self, head: bytes, name: str) -> bytes:
        """Return what a token is valid for alone."""
        return head + json.dumps(["desktop-blocks", self.app_id, name]).encode()


def _content(token: str) -> bytes:
    """Return the bytes of a token; none if it has not exactly the form in which `encrypt` writes them."""
    try:
        content = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
    # The last letter has bits that decoding ignores.
    return content if base64.urlsafe_b64encode(content).decode().rstrip("=") == token else b""
