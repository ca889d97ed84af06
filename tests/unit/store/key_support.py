"""Keyring backends of this process, and what the tests of the key share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from store_support import tree

from app.domain.errors import KnownError


class MemoryKeyring(KeyringBackend):
    """A working keyring in this process; the tests declare it secure."""

    priority = 0.1

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.fault: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        if self.fault:
            raise self.fault
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.fault:
            raise self.fault
        self.entries[service, username] = password


class OtherKeyring(MemoryKeyring):
    priority = 0.1


class ForgetfulKeyring(MemoryKeyring):
    """Takes a secret and does not keep it."""

    priority = 0.1

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class PlaintextKeyring(MemoryKeyring):
    """Stands for the backends that write files: any class whose name is not on our list."""

    priority = 0.1


def declared_secure(backend: KeyringBackend) -> bool:
    return type(backend) in (MemoryKeyring, OtherKeyring, ForgetfulKeyring)


def refused(profile: Path, kind: type[KnownError], action: Callable[[], object]) -> KnownError:
    before = tree(profile)
    with pytest.raises(kind) as caught:
        action()
    assert type(caught.value) is kind
    assert caught.value.remedy
    assert tree(profile) == before
    return caught.value
