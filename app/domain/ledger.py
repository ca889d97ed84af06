"""What the ledger holds: frozen records and the words they are made of.

Field names are a contract: the import and export files use them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


class Kind(StrEnum):
    """What the user did with a reply."""

    EDIT = "edit"
    ACCEPT = "accept"
    REJECT = "reject"


class Via(StrEnum):
    """The gesture behind a signal; accepts and rejects differ in strength by it."""

    EDIT = "edit"
    THUMB = "thumb"
    COPY = "copy"
    INSERT = "insert"
    REGENERATE = "regenerate"
    IMPORT = "import"


class Source(StrEnum):
    CHAT = "chat"
    QUICK = "quick"
    IMPORT = "import"


class State(StrEnum):
    ACTIVE = "active"
    EXCLUDED = "excluded"
    QUARANTINED = "quarantined"


class Provenance(StrEnum):
    """Where a span of an edited text came from. `rewritten`: by the model at the user's wish, and
    taken word for word. `placeholder`: stands for a secret or something private that was there."""

    TYPED = "typed"
    KEPT = "kept"
    REWRITTEN = "rewritten"
    PASTED = "pasted"
    UNTRUSTED = "untrusted"
    PLACEHOLDER = "placeholder"


class MemoryKind(StrEnum):
    FACT = "fact"
    PREFERENCE = "preference"


class MemoryState(StrEnum):
    """A proposed one waits for approval, an excluded one is kept but not used."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    EXCLUDED = "excluded"
    FORGOTTEN = "forgotten"


class MemoryOrigin(StrEnum):
    """Who put it into words: typed into the panel, stated in a chat ("remember that ..."), found
    in the user's own words of a chat, or brought in from a file."""

    TYPED = "typed"
    STATED = "stated"
    FOUND = "found"
    IMPORT = "import"


class Outcome(StrEnum):
    """How a night ended. PROMOTED and KEPT ran to the end; SKIPPED had nothing to learn from."""

    PROMOTED = "promoted"
    KEPT = "kept"
    SKIPPED = "skipped"
    INTERRUPTED = "interrupted"
    FAILED = "failed"


class Arm(StrEnum):
    """Which layers of learning answer: neither, the context layer, the adapter, or both."""

    BASE = "base"
    MEMORY = "memory"
    ADAPTER = "adapter"
    BOTH = "both"

    @property
    def uses_memory(self) -> bool:
        return self in (Arm.MEMORY, Arm.BOTH)

    @property
    def uses_adapter(self) -> bool:
        return self in (Arm.ADAPTER, Arm.BOTH)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation, as a model sees it."""

    role: Role
    content: str

    def as_dict(self) -> dict[str, str]:
        return {"role": self.role.value, "content": self.content}


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range [start, end) of characters of a text that is learned."""

    start: int
    end: int
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing the user did with one reply; the only raw material of learning. `spans` are of
    `edited`; where there is none they are of `reply`, and there only if it has placeholders. A
    pinned one stands before others wherever there is not room for all; only a person pins."""

    id: str
    at: datetime
    session: str
    source: Source
    kind: Kind
    messages: tuple[Turn, ...]
    reply: str
    edited: str | None = None
    spans: tuple[Span, ...] = ()
    base: str | None = None
    adapter: str | None = None
    state: State = State.ACTIVE
    via: Via = Via.IMPORT
    message: str | None = None
    pinned: bool = False

    @property
    def prompt(self) -> str:
        """The user's last turn: what the reply answered."""
        return self.messages[-1].content if self.messages else ""


@dataclass(frozen=True, slots=True)
class Memory:
    """A fact or preference in plain words. `until` closes its validity; the newest wins. `source`:
    the message or signal that it was taken from."""

    id: str
    text: str
    kind: MemoryKind
    from_: datetime
    until: datetime | None = None
    superseded_by: str | None = None
    source: str | None = None
    state: MemoryState = MemoryState.ACTIVE
    pinned: bool = False
    origin: MemoryOrigin = MemoryOrigin.TYPED


@dataclass(frozen=True, slots=True)
class Night:
    """One sleep cycle. `outcome` is None while it runs. `reason` is a phrase, except for nights of
    old."""

    id: str
    started: datetime
    finished: datetime | None = None
    outcome: Outcome | None = None
    reason: str = ""
    base: str = ""
    recipe: str = ""
    rows: tuple[str, ...] = ()
    metrics: dict[str, Any] | None = None
    adapter: str | None = None


@dataclass(frozen=True, slots=True)
class Adapter:
    """A promoted adapter. `sha256` is of the plain GGUF; `rows` are the signals it saw."""

    id: str
    night: str
    base: str
    sha256: str
    rows: tuple[str, ...]
    active: bool


@dataclass(frozen=True, slots=True)
class Setup:
    """How one conversation is to be answered. None: as the settings and the model have it."""

    system: str | None = None
    arm: Arm | None = None
    temperature: float | None = None
    top_p: float | None = None
    max_tokens: int | None = None
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """`leaf` ends the branch that is shown. `folder` groups the list; None is the list itself."""

    id: str
    title: str
    created: datetime
    updated: datetime
    leaf: str | None = None
    pinned: bool = False
    folder: str | None = None
    setup: Setup = Setup()


@dataclass(frozen=True, slots=True)
class Origin:
    """What a reply was made from, and what it cost: ids of the memories and the signals that stood
    in its prompt, and the engine's figures. `dropped_turns` did not fit the context; up to the
    message `summary` it read a summary."""

    memories: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    prompt_tokens: int = 0
    reused_tokens: int = 0
    dropped_turns: int = 0
    completion_tokens: int = 0
    ttft_s: float = 0.0
    tokens_per_s: float = 0.0
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What the model reads instead of a branch up to and with the message `until`; `base` wrote
    it."""

    until: str
    base: str
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """A stored turn; `parent` is the one it follows, so that a conversation is a tree. Assistant
    turns name the base, arm and adapter that wrote them. `position` is the order of arrival.
    `written`: what the model wrote, where the user has corrected it since."""

    id: str
    conversation: str
    position: int
    role: Role
    text: str
    at: datetime
    parent: str | None = None
    base: str | None = None
    adapter: str | None = None
    arm: Arm | None = None
    partial: bool = False
    origin: Origin | None = None
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one erasure did, in ids, hashes and figures, never in words of the user. `body` is the
    canonical JSON that `signature` (hex, Ed25519, by a key of the profile) is over."""

    id: str
    at: datetime
    body: str
    signature: str


def utc_now() -> datetime:
    return datetime.now(UTC)


def signal_id(
    *,
    session: str,
    at: datetime | None,
    kind: Kind,
    messages: tuple[Turn, ...],
    reply: str,
    edited: str | None,
    occurrence: int = 0,
) -> str:
    """Content-derived id (16 hex digits): importing a file twice adds nothing, and the same
    ledger has the same ids on every machine, which a byte-identical rebuild rests on."""
    content = json.dumps(
        [
            session,
            at.astimezone(UTC).isoformat() if at else None,
            kind.value,
            [turn.as_dict() for turn in messages],
            reply,
            edited,
            occurrence,
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def to_json(record: Any) -> dict[str, Any]:
    """A record as plain JSON values; `from_` becomes `from`."""
    return {key.rstrip("_"): _plain(value) for key, value in asdict(record).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
