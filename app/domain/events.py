"""What a front end hears while a reply is written or a night runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ledger import Message


class StopReason(StrEnum):
    END = "end"
    LENGTH = "length"
    STOPPED = "stopped"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class ReplySummarising:
    """Before the reply: so many older `messages` do not fit and are made into a summary."""

    messages: int


@dataclass(frozen=True, slots=True)
class ReplyStarted:
    """The prompt is read. `dropped_turns` older turns did not fit the context window."""

    prompt_tokens: int
    reused_tokens: int
    dropped_turns: int


@dataclass(frozen=True, slots=True)
class ReplyPiece:
    text: str


@dataclass(frozen=True, slots=True)
class ReplyDone:
    """The stored reply and what it cost. `message.partial` unless it came to its own end."""

    message: Message
    stop_reason: StopReason
    prompt_tokens: int
    completion_tokens: int
    ttft_s: float
    tokens_per_s: float


class Hearing(StrEnum):
    """What became of something that the user told about themselves."""

    REMEMBERED = "remembered"
    KNOWN = "known"
    PROPOSED = "proposed"
    FORGOTTEN = "forgotten"
    SEVERAL = "several"
    UNKNOWN = "unknown"
    TEMPORARY = "temporary"


@dataclass(frozen=True, slots=True)
class Heard:
    """Of one message of the user's. `text`: the memory's, or what was to be forgotten, empty where
    that is everything. `memory` is its id, where there is exactly one. `can_undo`: as long as
    somebody still has what was forgotten."""

    message: str
    hearing: Hearing
    text: str = ""
    memory: str | None = None
    can_undo: bool = False


ReplyEvent = ReplySummarising | ReplyStarted | ReplyPiece | ReplyDone | Heard


class Phase(StrEnum):
    """The steps of a night, in order."""

    LOAD = "load"
    REPLAY = "replay"
    TRAIN = "train"
    EXPORT = "export"
    MEASURE = "measure"
    GATE = "gate"


@dataclass(frozen=True, slots=True)
class NightProgress:
    """`step` of `of` in this phase; `seconds_left` for the whole night, None while unknown."""

    phase: Phase
    step: int
    of: int
    seconds_left: float | None
    paused: bool = False
