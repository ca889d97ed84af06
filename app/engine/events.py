"""What the engine says while it writes a reply."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.events import StopReason


@dataclass(frozen=True, slots=True)
class EngineStarted:
    """The prompt is read. `dropped_turns` older turns did not fit the context window."""

    prompt_tokens: int
    reused_tokens: int
    dropped_turns: int


@dataclass(frozen=True, slots=True)
class EnginePiece:
    text: str


@dataclass(frozen=True, slots=True)
class EngineDone:
    """The whole reply, also where it was stopped or the engine crashed in the middle."""

    text: str
    stop_reason: StopReason
    prompt_tokens: int
    completion_tokens: int
    ttft_s: float
    tokens_per_s: float


@dataclass(frozen=True, slots=True)
class Counted:
    """The length of a prompt beside the context that it is for."""

    tokens: int
    n_ctx: int


EngineEvent = EngineStarted | EnginePiece | EngineDone
