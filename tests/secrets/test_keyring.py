"""`secret=True`, with a real GNOME Keyring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.secrets.keyring_session import KeyringSession

RANDOM = ""  # the program's word for secret=True
WRONG = "WrongSecret: 'page' cannot be decrypted"
UNUSABLE = "StoreError: secret=True needs the operating system's keyring, which cannot be used"


@pytest.fixture
def session() -> Iterator[KeyringSession]:
    with TemporaryDirectory() as home:  # its path is short, as those of the sockets in it have to be
        yield KeyringSession(Path(home))


def test_the_key_survives_the_process_and_the_keyring(session: KeyringSession) -> None:
    """A new process, after the keyring's own daemon was started anew, reads what the first one wrote."""
    token = session.run(RANDOM, "encrypt")
    assert session.run(RANDOM, "decrypt", token) == "Dear diary"


def test_the_key_is_kept_under_the_apps_name_and_never_shown(session: KeyringSession) -> None:
    token = session.run(RANDOM, "encrypt")
    key = session.run(RANDOM, "key")
    assert len(key) == 44
    assert key[:20] not in token
    assert session.run(RANDOM, "encrypt") != token
    assert session.run(RANDOM, "key") == key


def test_another_keyring_does_not_decrypt(session: KeyringSession, tmp_path: Path) -> None:
    """What was copied to another machine stays secret, and is refused for what it is."""
    token = session.run(RANDOM, "encrypt")
    assert WRONG in KeyringSession(tmp_path).run(RANDOM, "decrypt", token)


def test_a_passphrase_does_not_decrypt_what_the_keyring_did(session: KeyringSession) -> None:
    """Nor the other way round."""
    assert WRONG in session.run("correct horse", "decrypt", session.run(RANDOM, "encrypt"))
    assert WRONG in session.run(RANDOM, "decrypt", session.run("correct horse", "encrypt"))


def test_a_locked_keyring_says_so(session: KeyringSession) -> None:
    """No new key is made, which would lose the old one."""
    token = session.run(RANDOM, "encrypt")
    said = session.run(RANDOM, "decrypt", token, password="wrong")
    assert UNUSABLE in said
    assert "Unlock it" in said
    assert session.run(RANDOM, "decrypt", token) == "Dear diary"


def test_no_keyring_says_what_to_do(session: KeyringSession) -> None:
    said = session.run(RANDOM, "encrypt", password=None)
    assert f"{UNUSABLE} (there is none)" in said
    assert "Or give a passphrase" in said


def test_a_keyring_that_forgets_is_found_out(session: KeyringSession) -> None:
    """Rather than encrypt with a key that is gone at the next start."""
    assert "does not keep what it is given" in session.run(
        RANDOM, "encrypt", password=None, backend="keyring.backends.null.Keyring"
    )


def test_a_keyring_that_refuses_does_not_show_the_key(session: KeyringSession) -> None:
    """Even if the backend's own error does."""
    backend = "tests.secrets.refusing_keyring.Keyring"
    said = session.run(RANDOM, "encrypt", password=None, backend=backend)
    assert f"{UNUSABLE} (it did not take a key: PasswordSetError)" in said
    assert "secret (" not in said


def test_an_entry_that_is_no_key_is_left_alone(session: KeyringSession) -> None:
    session.run(RANDOM, "spoil", "no key")
    assert "is no key" in session.run(RANDOM, "encrypt")
    assert session.run(RANDOM, "key") == "no key"
