"""What the store's tests share: records, tree hashes, child processes, decrypted pages."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from app.domain.ledger import (
    Adapter,
    Kind,
    Night,
    Provenance,
    Role,
    Signal,
    Source,
    Span,
    Turn,
    Via,
)
from app.store import Key, open_store
from app.store.connection import store_salt
from app.store.errors import StoreError

KEY = Key(bytes(range(32)))
OTHER_KEY = Key(bytes(32))
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[3]

PAGE = 4096
# SQLCipher 4 ends each page with a 16-byte initialisation vector and a 64-byte HMAC.
VECTOR_AT, SEAL_AT = PAGE - 80, PAGE - 64


def moment(minutes: int = 0) -> datetime:
    return NOON + timedelta(minutes=minutes)


def signal(identity: str, text: str = "text", **changes: object) -> Signal:
    fields: dict[str, object] = {
        "id": identity,
        "at": NOON,
        "session": "session",
        "source": Source.IMPORT,
        "kind": Kind.EDIT,
        "messages": (Turn(Role.SYSTEM, "Be kind."), Turn(Role.USER, f"prompt {text}")),
        "reply": f"reply {text}",
        "edited": f"edited {text}",
        "spans": (Span(0, 3, Provenance.TYPED), Span(3, 6, Provenance.KEPT)),
        "via": Via.EDIT,
    }
    return Signal(**(fields | changes))  # type: ignore[arg-type]


def night(identity: str, **changes: object) -> Night:
    return Night(**({"id": identity, "started": NOON} | changes))  # type: ignore[arg-type]


def adapter(identity: str, data: bytes, rows: tuple[str, ...] = (), **changes: object) -> Adapter:
    fields: dict[str, object] = {
        "id": identity,
        "night": f"night-{identity}",
        "base": "ba5e",
        "sha256": hashlib.sha256(data).hexdigest(),
        "rows": rows,
        "active": False,
    }
    return Adapter(**(fields | changes))  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, str]:
    """Every file below `folder` by content hash, and every folder."""
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        )
        for path in sorted(folder.rglob("*"))
    }


def assert_refused(profile: Path, kind: type[StoreError], key: Key = KEY) -> StoreError:
    """`open_store` raises exactly `kind`, leaves every byte alone and lets the profile go."""
    before = tree(profile)
    with pytest.raises(kind) as caught:
        open_store(profile, key)
    assert type(caught.value) is kind
    assert caught.value.title
    assert caught.value.sentence
    assert caught.value.remedy
    assert tree(profile) == before
    return caught.value


def is_sealed(path: Path) -> bool:
    head = path.read_bytes()[:16]
    return head == store_salt(KEY) and not head.startswith(b"SQLite")


def decrypted_pages(profile: Path, key: Key = KEY) -> Iterator[bytes]:
    """The plain bytes of every page of the store and of every frame of its log."""
    content = (profile / "store.db").read_bytes()
    for at in range(0, len(content), PAGE):
        yield _decrypted(content[at : at + PAGE], at == 0, key)
    log = profile / "store.db-wal"
    frames = log.read_bytes() if log.exists() else b""
    for at in range(32, len(frames), 24 + PAGE):
        first = int.from_bytes(frames[at : at + 4], "big") == 1
        yield _decrypted(frames[at + 24 : at + 24 + PAGE], first, key)


def _decrypted(page: bytes, first: bool, key: Key) -> bytes:
    cipher = Cipher(AES(key.subkey("store")), CBC(page[VECTOR_AT:SEAL_AT])).decryptor()
    return cipher.update(page[16 if first else 0 : VECTOR_AT])


def found_in_pages(profile: Path, text: str) -> int:
    """How many decrypted pages hold `text`."""
    return sum(text.encode() in page for page in decrypted_pages(profile))


def start(script: str, *arguments: str | Path, **options: object) -> subprocess.Popen[str]:
    """Runs Python code in a child with this repository on its path."""
    here = str(Path(__file__).parent)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), here])}
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,  # type: ignore[call-overload]
    )


def run(script: str, *arguments: str | Path, **options: object) -> str:
    """What the child printed; fails the test with its stderr if it failed."""
    with start(script, *arguments, **options) as child:
        out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    return out
