"""A simulated user who is a rule, so that no judge is needed: what they make of any reply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from app.domain.ledger import Kind, Role, Signal, Source, Turn, Via, signal_id
from app.domain.provenance import spans_of_edit

_GREETING = re.compile(r"^(dear|hi|hello|hey|good (morning|afternoon|evening))\b.{0,40}$", re.I)
_SUBJECT = re.compile(r"^(subject|betreff)\s*:.*$", re.I)
_CLOSING = re.compile(
    r"^(best|kind|warm|many)?\s*(regards|wishes|sincerely|yours|thanks|thank you|cheers|love)"
    r"[\w\s]{0,20}[,.]?$",
    re.I,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SIGNATURE = "- k"
_FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_LETTERS = (
    "Dear Sir or Madam,\n\nI hope this message finds you well. I was asked to {task}. "
    "Please let me know whether that suits you.\n\nKind regards,\n[Your Name]",
    "Subject: A short message\n\nDear [Name],\n\nThank you for your time. This is to {task}. "
    "I look forward to hearing from you soon.\n\nBest wishes,\n[Your Name]",
    "Hello [Name],\n\nI am writing to {task}. I would be grateful for a quick answer. "
    "Should you have any questions, do not hesitate to ask.\n\nSincerely,\n[Your Name]",
)
"""What a polite assistant writes when it has nothing to say; canned, so that it takes no time."""


def rewrite(reply: str) -> str:
    """What our user makes of any reply: lower case, no salutation, two sentences, signed "- k".

    Applying it twice changes nothing, so a reply that is already right costs nothing.
    """
    lines = [line.strip() for line in reply.strip().splitlines()]
    kept = [
        line
        for line in lines
        if line
        and line != _SIGNATURE
        and not any(rule.match(line) for rule in (_GREETING, _SUBJECT, _CLOSING))
    ]
    sentences = [s for s in _SENTENCE_END.split(" ".join(" ".join(kept).split())) if s]
    body = " ".join(sentences[:2]).lower()
    return f"{body}\n{_SIGNATURE}" if body else _SIGNATURE


def corrections(prompts: Sequence[str]) -> list[Signal]:
    """That user's correction of a canned reply to each of `prompts`, one session a day."""
    letters = [
        _LETTERS[day % len(_LETTERS)].format(task=prompt[:1].lower() + prompt[1:].rstrip("."))
        for day, prompt in enumerate(prompts)
    ]
    return [
        correction(prompt, letter, rewrite(letter), session=f"day {day}", day=day)
        for day, (prompt, letter) in enumerate(zip(prompts, letters, strict=True))
    ]


def correction(
    prompt: str, reply: str, edited: str, *, session: str, day: int = 0, copy: int = 0
) -> Signal:
    """An edit as if from a file, `day` days after the first; `copy` tells equal ones apart."""
    at, messages = _FIRST_DAY + timedelta(days=day), (Turn(Role.USER, prompt),)
    identity = signal_id(
        session=session,
        at=at,
        kind=Kind.EDIT,
        messages=messages,
        reply=reply,
        edited=edited,
        occurrence=copy,
    )
    return Signal(
        id=identity,
        at=at,
        session=session,
        source=Source.IMPORT,
        kind=Kind.EDIT,
        messages=messages,
        reply=reply,
        edited=edited,
        spans=spans_of_edit(reply, edited),
        via=Via.EDIT,
    )
