"""What the store's tests share: records, tree hashes, child processes, decrypted pages."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.ledger import (
    Adapter,
    Conversation,
    Kind,
    Message,
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
from app.store.pages import decrypted_pages

KEY = Key(bytes(range(32)))
OTHER_KEY = Key(bytes(32))
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[3]
PAGE = 4096


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


def found_in_pages(profile: Path, text: str) -> int:
    """How many decrypted pages hold `text`."""
    return sum(text.encode() in page for page in decrypted_pages(profile, KEY))


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


def conversation(identity: str, minutes: int = 0) -> Conversation:
    return Conversation(identity, f"About {identity}", NOON, moment(minutes))


def message(identity: str, position: int = 0, **changes: object) -> Message:
    fields: dict[str, object] = {
        "id": identity,
        "conversation": "c",
        "position": position,
        "role": Role.ASSISTANT,
        "text": f"text of {identity}",
        "at": NOON,
    }
    return Message(**(fields | changes))  # type: ignore[arg-type]
