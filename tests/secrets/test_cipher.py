"""Encrypting with a passphrase."""

from __future__ import annotations

import string
import subprocess
import sys
import traceback

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.errors import DeclarationError, StoreError, WrongSecret
from desktop_app.state.cipher import Cipher

ALPHABET = string.ascii_letters + string.digits + "-_"
ANY_TEXT = st.text(st.characters())


@pytest.fixture(scope="module")
def cipher() -> Cipher:
    return Cipher("correct horse", "diary")


@settings(deadline=None)
@given(text=ANY_TEXT, name=ANY_TEXT)
@example(text="", name="")
@example(text="Grüße, 世界 \0 👩‍🚀", name="browser:ключ")
@example(text="half a character: \ud83d", name="\udc00")
def test_what_is_encrypted_is_decrypted(cipher: Cipher, text: str, name: str) -> None:
    """Every text comes back, from a token that any storage can hold."""
    token = cipher.encrypt(text, name)
    assert set(token) <= set(ALPHABET)
    assert cipher.decrypt(token, name) == text


def test_a_megabyte_comes_back(cipher: Cipher) -> None:
    """A token is a third longer than its text, and some letters."""
    text = "0123456789abcdef" * 65536
    token = cipher.encrypt(text, "page")
    assert cipher.decrypt(token, "page") == text
    assert len(token) < len(text) * 4 / 3 + 100


def test_no_two_tokens_are_alike(cipher: Cipher) -> None:
    """The same text twice cannot be told from two texts."""
    assert len({cipher.encrypt("yes", "page") for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("secret", "app_id"), [("correct horsf", "diary"), ("correct horse ", "diary"), ("correct horse", "diary2")]
)
def test_another_secret_or_app_is_refused(cipher: Cipher, secret: str, app_id: str) -> None:
    with pytest.raises(WrongSecret, match="'page' cannot be decrypted"):
        Cipher(secret, app_id).decrypt(cipher.encrypt("Dear diary", "page"), "page")


def test_a_token_is_refused_under_another_name(cipher: Cipher) -> None:
    """Two entries cannot be swapped."""
    token = cipher.encrypt("Dear diary", "page")
    for name in ("Page", "page ", "", "page\0", '","page'):
        with pytest.raises(WrongSecret):
            cipher.decrypt(token, name)


def test_a_change_of_any_letter_is_noticed(cipher: Cipher) -> None:
    """Also of the last one, some of whose bits mean nothing."""
    token = cipher.encrypt("Dear diary!", "page")
    for place, letter in enumerate(token):
        others = [ALPHABET[ALPHABET.index(letter) ^ 1]] if place < len(token) - 1 else set(ALPHABET) - {letter}
        for other in others:
            with pytest.raises(WrongSecret):
                cipher.decrypt(token[:place] + other + token[place + 1 :], "page")


def test_a_change_of_length_is_noticed(cipher: Cipher) -> None:
    token = cipher.encrypt("Dear diary", "page")
    for changed in (*(token[:length] for length in range(0, len(token), 3)), token + "A", token + "=", token + "\n"):
        with pytest.raises(WrongSecret):
            cipher.decrypt(changed, "page")


@given(token=ANY_TEXT)
@example(token="AA")
@example(token="{}")
def test_what_is_no_token_is_refused(cipher: Cipher, token: str) -> None:
    """Such as a text that was stored before there was a secret."""
    with pytest.raises(WrongSecret):
        cipher.decrypt(token, "page")


def test_two_processes_with_one_passphrase_read_each_other() -> None:
    token = in_process("correct horse", "encrypt")
    assert in_process("correct horse", "decrypt", token) == "Dear diary"


def test_many_entries_cost_one_key(cipher: Cipher) -> None:
    """A new token has the salt of those that were read, in this process and those after it."""
    token = in_process("correct horse", "encrypt")
    cipher.decrypt(token, "page")
    salted = token[:22]
    assert {cipher.encrypt(name, name)[:22] for name in "abc"} == {salted}
    assert Cipher("correct horse", "diary").encrypt("text", "page")[:22] == salted


def test_neither_passphrase_nor_text_is_shown(cipher: Cipher) -> None:
    """Not where a cipher is printed, and not in the errors, whose text goes to the log."""
    token = cipher.encrypt("Dear diary", "page")
    shown = [repr(cipher), str(cipher), repr(cipher._key)]
    for bad_token, name in ((token, "other"), (token[:-4], "page"), ("Dear diary", "page")):
        with pytest.raises(WrongSecret) as caught:
            cipher.decrypt(bad_token, name)
        shown += traceback.format_exception(caught.value)
    assert [text for text in shown if "horse" in text or "Dear" in text or token in text] == []


@pytest.mark.parametrize("secret", ["", False, None, b"bytes", 1])
def test_what_is_no_secret_is_refused(secret: object) -> None:
    with pytest.raises(DeclarationError, match="a passphrase that is not empty, or True"):
        Cipher(secret, "diary")  # type: ignore[arg-type]


def test_a_passphrase_of_any_bytes_is_taken() -> None:
    """An environment variable that is no UTF-8 reaches Python as such a text."""
    token = Cipher("caf\udce9", "diary").encrypt("Dear diary", "page")
    assert Cipher("caf\udce9", "diary").decrypt(token, "page") == "Dear diary"


@pytest.mark.parametrize(("package", "secret"), [("cryptography", "correct horse"), ("keyring", True)])
def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, package: str, secret: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(StoreError, match=rf'{package}, which is missing: pip install "desktop-blocks\[secrets\]"'):
        Cipher(secret, "diary")


def test_a_cipher_that_is_not_used_loads_nothing() -> None:
    """An app without secrets, and one that has not come to them, pays nothing."""
    code = (
        "import sys; from desktop_app.state.cipher import Cipher; Cipher('a', 'b'); Cipher(True, 'b')\n"
        "print([name for name in ('cryptography', 'keyring') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def in_process(*arguments: str) -> str:
    command = [sys.executable, "-m", "tests.secrets.keyring_program", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
