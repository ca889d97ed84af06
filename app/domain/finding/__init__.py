"""Durable facts and preferences about a person, found by pattern in their own statements. Pure.

A clause must be such a statement from its first word to its last: what a pattern does not know is
left to be said outright. What is private beyond what helps (faith, politics, love, addresses,
numbers) is never looked for. Where something can have one value only, the slot says which: two
statements that fill it differently contradict each other (see `app.domain.contradiction`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from app.domain.finding import english, german
from app.domain.finding.pattern import FACT, PREFERENCE, Pattern, Slot
from app.domain.finding.statements import bare, statements
from app.domain.ledger import MemoryKind


@dataclass(frozen=True, slots=True)
class Found:
    """A statement in the person's own words. `slot`: what it fills, if it is of that kind."""

    text: str
    kind: MemoryKind
    slot: Slot | None = None


def find(turn: str, before: Sequence[str] = ()) -> list[Found]:
    """What a user's turn tells about the user, each once; `before` are their earlier turns."""
    found: dict[str, Found] = {}
    for clause in statements(turn, before):
        known = recognised(clause)
        if known is not None:
            found.setdefault(known.text.casefold(), known)
    return list(found.values())


def recognised(clause: str) -> Found | None:
    """What one clause says about the person who says it, or the part of it before its first "and";
    None where that is not known."""
    for part in dict.fromkeys((clause, _AND.split(clause)[0])):
        for pattern in _patterns():
            match = pattern.regex.fullmatch(part)
            if match:
                return Found(sentence(part), pattern.kind, pattern.slot(match))
    return None


def slot_of(text: str) -> Slot | None:
    """Of a memory, whoever put it into words: also "The user lives in Bonn."""
    known = recognised(_in_first_person(bare(text)))
    return known.slot if known else None


def kind_of(text: str) -> MemoryKind:
    """Fact or preference, for what is stated without saying which."""
    known = recognised(_in_first_person(bare(text)))
    if known:
        return known.kind
    return PREFERENCE if _WISH.search(text) else FACT


def sentence(clause: str) -> str:
    """The words as they were said, with a capital at their beginning."""
    return clause[:1].upper() + clause[1:]


_AND = re.compile(r",? (?:and|und) ")
_WISH = re.compile(
    r"(?i)^(?:please |bitte )?(?:always|never|don'?t|do not|use|avoid|answer|reply|write|call"
    r"|address|keep|immer|nie|niemals|antworte|schreib\w*|nenn\w*|duze|sieze|verwende|vermeide"
    r"|benutze)\b|\bprefer|\bi (?:like|love|hate|dislike|want|don'?t like)\b|\bfrom now on\b"
    r"|\b(?:bevorzug|mag|hasse|lieber|am liebsten|ab jetzt|in zukunft|künftig)"
)
_THIRD = re.compile(r"(?i)^(?:the user|user|der nutzer|die nutzerin)(?:('s)| (?:is|has)\b)? ?")
_VERB = {
    "lives": "I live",
    "works": "I work",
    "prefers": "I prefer",
    "likes": "I like",
    "loves": "I love",
    "hates": "I hate",
    "speaks": "I speak",
    "studies": "I study",
    "wohnt": "Ich wohne",
    "lebt": "Ich lebe",
    "arbeitet": "Ich arbeite",
    "heißt": "Ich heiße",
    "mag": "Ich mag",
}
_BE = {"is": "I am", "has": "I have"}


def _in_first_person(text: str) -> str:
    """ "The user lives in Bonn" and "Lives in Bonn" as the user would say it."""
    third = _THIRD.match(text)
    rest = text[third.end() :] if third else text
    if third and third.group(1):
        return f"my {rest}"
    if third and third.group().strip().lower().endswith((" is", " has")):
        return f"{_BE[third.group().split()[-1].lower()]} {rest}"
    first, _, after = rest.partition(" ")
    return f"{_VERB[first.lower()]} {after}" if first.lower() in _VERB else text


@cache
def _patterns() -> tuple[Pattern, ...]:
    """Made when they are first needed: it takes about a second."""
    return tuple(map(Pattern.of, (*english.PATTERNS, *german.PATTERNS)))
