"""Which memories are listed, in which order, and how each is put into words. Without a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from app.domain.ledger import Memory, MemoryKind, MemoryOrigin, MemoryState
from app.domain.searching import flat
from app.services.panel import KnownMemory
from app.ui import words
from app.ui.language import mark, told, tr
from app.ui.ledgerrows import Entry, Heading

KINDS = {MemoryKind.FACT: mark("Fact"), MemoryKind.PREFERENCE: mark("Preference")}
ORIGINS = {
    MemoryOrigin.TYPED: mark("Typed by you"),
    MemoryOrigin.STATED: mark("Said by you in a chat"),
    MemoryOrigin.FOUND: mark("Noticed in a chat"),
    MemoryOrigin.IMPORT: mark("From a file"),
}
STATES = {
    MemoryState.ACTIVE: mark("In use"),
    MemoryState.PROPOSED: mark("To approve"),
    MemoryState.EXCLUDED: mark("Left out"),
}


class Order(Enum):
    NEWEST = auto()
    OLDEST = auto()
    ALPHABET = auto()


ORDERS = {
    Order.NEWEST: mark("Newest first"),
    Order.OLDEST: mark("Oldest first"),
    Order.ALPHABET: mark("From A to Z"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """None: whatever it is. `among`: only those with one of these keys, whatever asked for them."""

    text: str = ""
    kind: MemoryKind | None = None
    state: MemoryState | None = None
    origin: MemoryOrigin | None = None
    order: Order = Order.NEWEST
    among: frozenset[str] | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing is sifted out."""
        sieves = (self.kind, self.state, self.origin, self.among)
        return not self.text.strip() and all(sieve is None for sieve in sieves)


def rows_of(known: Sequence[KnownMemory], question: Question) -> list[Entry]:
    """What waits for approval comes first, then what is pinned. `known`: oldest first."""
    found = _ordered([one for one in known if fits(one, question)], question.order)
    waiting = [one for one in found if one.memory.state is MemoryState.PROPOSED]
    pinned = [one for one in found if one.memory.pinned and one not in waiting]
    apart = {one.key for one in (*waiting, *pinned)}
    others = [one for one in found if one.key not in apart]
    rows: list[Entry] = []
    for heading, group in (
        (tr("To approve"), waiting),
        (tr("Pinned"), pinned),
        (tr("All others"), others),
    ):
        if group and (apart or group is not others):
            rows.append(Heading(heading))
        rows += group
    return rows


def fits(known: KnownMemory, question: Question) -> bool:
    memory = known.memory
    return (
        question.kind in (None, memory.kind)
        and question.state in (None, memory.state)
        and question.origin in (None, memory.origin)
        and (question.among is None or memory.id in question.among)
        and all(part in known.words for part in flat(question.text).split())
    )


def source(known: KnownMemory) -> str:
    """Where it came from, as a sentence without its stop."""
    memory, place = known.memory, known.place
    title = told(place.title) if place is not None else ""
    match memory.origin:
        case MemoryOrigin.STATED if place is not None:
            return tr("You said so in “{title}”", title=title)
        case MemoryOrigin.STATED:
            return tr("You said so in a chat")
        case MemoryOrigin.FOUND if place is not None:
            return tr("Noticed in “{title}”", title=title)
        case MemoryOrigin.FOUND:
            return tr("Noticed in a chat")
        case MemoryOrigin.IMPORT:
            return tr("Came from a file")
        case _:
            return tr("You typed it")


def caption(known: KnownMemory) -> str:
    """The line under a memory."""
    memory = known.memory
    parts = [tr(KINDS[memory.kind]), source(known)]
    parts.append(tr("since {day}", day=words.day(memory.from_)))
    if memory.until is not None:
        parts.append(tr("until {day}", day=words.day(memory.until)))
    if known.earlier:
        parts.append(tr("%n earlier version(s)", "", len(known.earlier)))
    return " · ".join(parts)


def badges(known: KnownMemory) -> list[tuple[str, str]]:
    """Text and tone, the last one at the very end."""
    made = []
    if known.learned:
        made.append((tr("Learned"), "accent"))
    if known.memory.state is MemoryState.EXCLUDED:
        made.append((tr("Left out"), "neutral"))
    if known.others:
        made.append((tr("Disagrees with another"), "warn"))
    return made


def spoken(known: KnownMemory) -> str:
    """For those who hear the list."""
    said = [known.memory.text, caption(known), *(text for text, _ in badges(known))]
    if known.memory.pinned:
        said.insert(1, tr("pinned"))
    if known.memory.state is MemoryState.PROPOSED:
        said.insert(1, tr("waits for your approval"))
    return ". ".join(said)


def lifetime(memory: Memory) -> str:
    """Of what was replaced."""
    begin = words.day(memory.from_)
    if memory.until is None:
        return tr("since {day}", day=begin)
    return tr("{begin} to {end}", begin=begin, end=words.day(memory.until))


def _ordered(found: list[KnownMemory], order: Order) -> list[KnownMemory]:
    if order is Order.ALPHABET:
        return sorted(found, key=lambda one: one.words)
    return found if order is Order.OLDEST else found[::-1]
