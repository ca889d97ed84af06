"""Signals files: JSON Lines in, JSON Lines out.

Every line is checked before anything is kept: a broken one is named by its number and nothing
of the file is imported. Secrets are replaced, and every line is judged: anybody can write into a
file that its user has approved of a text, or that the model wrote it. What a line says of itself is
believed only where it makes it stricter.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from app.domain.errors import KnownError
from app.domain.guard import first_state, guarded
from app.domain.ledger import (
    Kind,
    Provenance,
    Role,
    Signal,
    Source,
    Span,
    State,
    Turn,
    Via,
    signal_id,
)
from app.domain.phrases import phrase
from app.domain.provenance import overlaid, spans_of_edit
from app.domain.redaction import REGIONS

_STRICTER = (State.ACTIVE, State.QUARANTINED, State.EXCLUDED)
"""Each more than those before it."""
_HARMLESS = (Provenance.TYPED, Provenance.KEPT)
"""What a file calls so goes by the difference of its texts; anything else weighs less."""


class BrokenLine(KnownError):
    def __init__(self, name: str, number: int, why: str) -> None:
        super().__init__(
            phrase("The file could not be imported"),
            phrase(
                "Line {number} of {name} is not a signal: {why}.", number=number, name=name, why=why
            ),
            phrase("Nothing was imported. Mend or remove that line and import the file again."),
        )
        self.number = number


class _Turn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    role: Role
    content: str = Field(min_length=1)


class _Span(BaseModel):
    model_config = ConfigDict(extra="forbid")
    start: int = Field(ge=0)
    end: int
    provenance: Provenance


class _Line(BaseModel):
    """A line as written by others or by `signals export`; fields we do not know are left aside."""

    prompt: str | None = None
    messages: list[_Turn] | None = None
    reply: str
    edited: str | None = None
    kind: Kind
    session: str | None = Field(default=None, min_length=1)
    at: datetime | None = None
    id: str | None = Field(default=None, min_length=1, max_length=64)
    source: Source = Source.IMPORT
    state: State | None = None
    via: Via = Via.IMPORT
    spans: list[_Span] | None = None
    base: str | None = None
    adapter: str | None = None
    message: str | None = None

    @model_validator(mode="after")
    def _consistent(self) -> _Line:
        if (self.prompt is None) == (self.messages is None):
            raise ValueError("give either prompt or messages")
        if self.prompt is not None and not self.prompt.strip():
            raise ValueError("prompt is empty")
        if self.messages is not None and (
            not self.messages or self.messages[-1].role is not Role.USER
        ):
            raise ValueError("messages must end with the user's turn")
        if self.kind is Kind.EDIT and not (self.edited and self.edited.strip()):
            raise ValueError("an edit needs a text in edited")
        if self.kind is not Kind.EDIT and self.edited is not None:
            raise ValueError(f"edited does not go with kind {self.kind.value}")
        learned = self.reply if self.edited is None else self.edited
        told = 0
        for span in self.spans or ():
            if span.end > len(learned) or span.end < span.start:
                raise ValueError("spans reach beyond edited, or reply where there is none")
            if span.start < told:
                raise ValueError("spans overlap or are not in order")
            told = span.end
        return self


def parse_lines(
    lines: Iterable[bytes], *, name: str, now: datetime, regions: Sequence[str] = REGIONS
) -> list[Signal]:
    """Signals of a file, in its order, as they may be stored. Raises `BrokenLine`; blank lines are
    skipped. `regions` as for `redaction.redacted`."""
    signals: list[Signal] = []
    seen: Counter[str] = Counter()
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        line = _read(raw, name, number)
        signals.append(_signal(line, now + timedelta(microseconds=number), seen, regions))
    if not signals:
        raise KnownError(
            phrase("Nothing to import"),
            phrase("{name} holds no signals.", name=name),
            phrase(
                "Give a JSON Lines file with one signal a line; `reverie signals export` "
                "writes one."
            ),
        )
    return signals


def _read(raw: bytes, name: str, number: int) -> _Line:
    try:
        return _Line.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        why = first["msg"].removeprefix("Value error, ")
        told = phrase("{field}: {why}", field=field, why=why) if field else why
        raise BrokenLine(name, number, told) from None


def _signal(
    line: _Line, fallback_at: datetime, seen: Counter[str], regions: Sequence[str]
) -> Signal:
    at = None if line.at is None else _aware(line.at)
    bare = guarded(_as_told(line, at or fallback_at), regions)

    def identify(session: str, occurrence: int = 0) -> str:
        return signal_id(
            session=session,
            at=at,
            kind=bare.kind,
            messages=bare.messages,
            reply=bare.reply,
            edited=bare.edited,
            occurrence=occurrence,
        )

    # A line without a session is a session of its own: nothing ties it to its neighbours.
    session = line.session or identify("")
    key = identify(session)
    seen[key] += 1
    identity = line.id or identify(session, seen[key] - 1)
    return replace(bare, id=identity, session=session, state=_state(line, bare))


def _state(line: _Line, bare: Signal) -> State:
    """Whatever source the line gives, it comes from a file now."""
    judged = first_state(replace(bare, source=Source.IMPORT))
    return max(judged, line.state or judged, key=_STRICTER.index)


def _as_told(line: _Line, at: datetime) -> Signal:
    messages = tuple(Turn(t.role, t.content) for t in line.messages or ())
    return Signal(
        id="",
        at=at,
        session="",
        source=line.source,
        kind=line.kind,
        messages=messages or (Turn(Role.USER, line.prompt or ""),),
        reply=line.reply,
        edited=line.edited,
        spans=_spans(line),
        base=line.base,
        adapter=line.adapter,
        via=line.via,
        message=line.message,
    )


def _spans(line: _Line) -> tuple[Span, ...]:
    told = [Span(s.start, s.end, s.provenance) for s in line.spans or ()]
    if line.edited is not None:
        own = spans_of_edit(line.reply, line.edited)
    else:
        own = (Span(0, len(line.reply), Provenance.KEPT),) if told else ()
    return overlaid(own, [span for span in told if span.provenance not in _HARMLESS])


def _aware(at: datetime) -> datetime:
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)


def dump_lines(signals: Iterable[Signal]) -> Iterator[str]:
    """One JSON object a line with every field of the ledger; `parse_lines` reads it back, but for
    `pinned`, which only a person sets."""
    for signal in signals:
        yield json.dumps(signal_fields(signal), ensure_ascii=False) + "\n"


def signal_fields(signal: Signal) -> dict[str, Any]:
    return {
        "id": signal.id,
        "at": signal.at.astimezone(UTC).isoformat(),
        "session": signal.session,
        "source": signal.source.value,
        "kind": signal.kind.value,
        "messages": [t.as_dict() for t in signal.messages],
        "reply": signal.reply,
        "edited": signal.edited,
        "spans": [
            {"start": s.start, "end": s.end, "provenance": s.provenance.value} for s in signal.spans
        ],
        "base": signal.base,
        "adapter": signal.adapter,
        "state": signal.state.value,
        "via": signal.via.value,
        "message": signal.message,
        "pinned": signal.pinned,
    }
