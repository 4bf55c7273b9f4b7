"""What a process does with a cipher: PASSPHRASE encrypt | decrypt TOKEN | key | spoil; "" is `secret=True`."""

from __future__ import annotations

import sys

import keyring

from desktop_app.errors import DesktopAppError
from desktop_app.state.cipher import Cipher


def main(secret: str, command: str, token: str = "") -> None:
    if command == "key":
        print(keyring.get_password("desktop-blocks:diary", "key"))
        return
    if command == "spoil":
        keyring.set_password("desktop-blocks:diary", "key", token)
        return
    try:
        cipher = Cipher(secret or True, "diary")
        print(cipher.encrypt("Dear diary", "page") if command == "encrypt" else cipher.decrypt(token, "page"))
    except DesktopAppError as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
