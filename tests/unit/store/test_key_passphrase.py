"""The key under a passphrase: `key.json`, its cost, and all the nonsense that may be in it."""

from __future__ import annotations

import json
import traceback
from pathlib import Path

import keyring
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from key_support import MemoryKeyring, declared_secure, refused
from store_support import KEY

from app.store import keyfile, open_key
from app.store.errors import (
    KeyFileDamagedError,
    KeyringUnavailableError,
    PassphraseNeededError,
    WrongPassphraseError,
)


class TestPassphraseMode:
    def test_made_then_unlocked(self, profile: Path) -> None:
        key = open_key(profile, lambda: "pass phrase")
        assert open_key(profile, lambda: "pass phrase") == key
        content = (profile / "key.json").read_bytes()
        assert key.reveal_bytes() not in content
        assert key.reveal_text().encode() not in content
        assert b"pass phrase" not in content

    def test_letters_may_be_composed_differently(self, profile: Path) -> None:
        assert open_key(profile, lambda: "caf\u00e9") == open_key(profile, lambda: "cafe\u0301")

    def test_wrong_and_missing(self, profile: Path) -> None:
        open_key(profile, lambda: "right")
        wrong = "".join(["can", "ary"])  # A traceback shows the source, too.
        error = refused(profile, WrongPassphraseError, lambda: open_key(profile, lambda: wrong))
        assert "canary" not in "".join(traceback.format_exception(error))
        refused(profile, PassphraseNeededError, lambda: open_key(profile, None))
        refused(profile, PassphraseNeededError, lambda: open_key(profile, lambda: ""))

    def test_who_insists_gets_a_passphrase_beside_a_keyring(self, profile: Path) -> None:
        keyring.set_keyring(MemoryKeyring())
        key = open_key(profile, lambda: "words", insist=True, secure=declared_secure)
        assert json.loads((profile / "key.json").read_text())["mode"] == "passphrase"
        assert open_key(profile, lambda: "words", secure=declared_secure) == key

    def test_a_keyring_that_appears_later_changes_nothing(self, profile: Path) -> None:
        key = open_key(profile, lambda: "words", secure=declared_secure)
        keyring.set_keyring(MemoryKeyring())
        assert open_key(profile, lambda: "words", secure=declared_secure) == key

    @settings(
        max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(place=some.floats(0, 1, exclude_max=True), flip=some.integers(1, 255))
    def test_an_altered_key_file_never_gives_another_key(
        self, tmp_path: Path, place: float, flip: int
    ) -> None:
        profile = tmp_path / "profile"
        path = profile / "key.json"
        if not path.exists():
            open_key(profile, lambda: "words")
            (tmp_path / "good").write_bytes(path.read_bytes())
        path.write_bytes((tmp_path / "good").read_bytes())
        key = open_key(profile, lambda: "words")
        content = bytearray(path.read_bytes())
        content[int(place * len(content))] ^= flip
        path.write_bytes(content)
        try:
            assert open_key(profile, lambda: "words") == key
        except (KeyFileDamagedError, WrongPassphraseError):
            assert path.read_bytes() == bytes(content)
        except (KeyringUnavailableError, PassphraseNeededError) as error:
            pytest.fail(f"{error}")

    @pytest.mark.parametrize(
        "change",
        [
            {"scrypt": {"n": 2**40, "r": 8, "p": 1}},
            {"scrypt": {"n": 1000, "r": 8, "p": 1}},
            {"scrypt": {"n": 16, "r": 0, "p": 1}},
            {"scrypt": {"n": 16, "r": 8, "p": True}},
            {"scrypt": {"n": 16, "extra": 1}},
            {"scrypt": None},
            {"salt": "!!"},
            {"nonce": ""},
            {"wrapped": "AAAA"},
            {"mode": "none"},
            {"format": 2},
        ],
    )
    def test_nonsense_is_a_damaged_key_file(self, profile: Path, change: dict[str, object]) -> None:
        open_key(profile, lambda: "words")
        path = profile / "key.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | change))
        refused(profile, KeyFileDamagedError, lambda: open_key(profile, lambda: "words"))

    @pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 9000, b"0"])
    def test_no_key_file_at_all(self, profile: Path, content: bytes) -> None:
        profile.mkdir()
        (profile / "key.json").write_bytes(content)
        refused(profile, KeyFileDamagedError, lambda: open_key(profile, lambda: "words"))


def test_the_real_cost_of_a_passphrase() -> None:
    cost = keyfile.Cost()
    assert cost.n >= 2**15
    record = keyfile.wrap(KEY, "words", cost)
    assert keyfile.unwrap(record, "words") == KEY
