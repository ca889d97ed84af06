"""Which corrections are listed, and how each gesture is put into words. Without a widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from functools import lru_cache

from app.domain.ledger import Kind, Provenance, Signal, Source, State, Via, utc_now
from app.domain.searching import flat
from app.services.panel import KnownSignal, Use
from app.ui import marks, worddiff, words
from app.ui.language import mark, told, tr
from app.ui.ledgerrows import Entry, Heading
from app.ui.worddiff import Op, Part

LEAD = 24  # characters of a line before the first change
LINE = 240  # characters of both texts that a line of changes is made of

STATES = {
    State.QUARANTINED: mark("To be judged"),
    State.ACTIVE: mark("Learned from"),
    State.EXCLUDED: mark("Left out"),
}
KINDS = {
    Kind.EDIT: mark("Corrections"),
    Kind.ACCEPT: mark("Good replies"),
    Kind.REJECT: mark("Bad replies"),
}
SOURCES = {
    Source.CHAT: mark("From chats"),
    Source.QUICK: mark("From the quick prompt"),
    Source.IMPORT: mark("From files"),
}
PROVENANCES = {
    Provenance.TYPED: mark("typed by you"),
    Provenance.KEPT: mark("kept from the model"),
    Provenance.REWRITTEN: mark("rewritten by the model, taken by you"),
    Provenance.PASTED: mark("pasted"),
    Provenance.UNTRUSTED: mark("from a file"),
    Provenance.PLACEHOLDER: mark("stands for something private"),
}
_ICONS = {
    Via.THUMB: {Kind.ACCEPT: "thumb-up", Kind.REJECT: "thumb-down"},
    Via.COPY: {Kind.ACCEPT: "copy"},
    Via.INSERT: {Kind.ACCEPT: "attach"},
    Via.REGENERATE: {Kind.REJECT: "redo"},
}
_BY_KIND = {Kind.EDIT: "edit", Kind.ACCEPT: "thumb-up", Kind.REJECT: "thumb-down"}
_NAMES = {
    Kind.EDIT: mark("Corrected"),
    Kind.ACCEPT: mark("Good reply"),
    Kind.REJECT: mark("Bad reply"),
}


class Since(Enum):
    WEEK = auto()
    MONTH = auto()
    YEAR = auto()


SINCES = {
    Since.WEEK: mark("Last seven days"),
    Since.MONTH: mark("Last thirty days"),
    Since.YEAR: mark("Last twelve months"),
}
_DAYS = {Since.WEEK: 7, Since.MONTH: 30, Since.YEAR: 365}


class Order(Enum):
    NEWEST = auto()
    OLDEST = auto()


ORDERS = {Order.NEWEST: mark("Newest first"), Order.OLDEST: mark("Oldest first")}


@dataclass(frozen=True, slots=True)
class Question:
    """None: whatever it is. `among`: only those with one of these keys, and `why` says whose they
    are."""

    text: str = ""
    kind: Kind | None = None
    state: State | None = None
    source: Source | None = None
    since: Since | None = None
    order: Order = Order.NEWEST
    among: frozenset[str] | None = None
    why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing is sifted out."""
        sieves = (self.kind, self.state, self.source, self.since, self.among)
        return not self.text.strip() and all(sieve is None for sieve in sieves)


def rows_of(
    known: Sequence[KnownSignal], question: Question, now: datetime | None = None
) -> list[Entry]:
    """What is pinned comes first, then the others under the headings of their age. `known`: oldest
    first."""
    now = now or utc_now()
    found = [one for one in known if fits(one, question, now)]
    if question.order is Order.NEWEST:
        found.reverse()
    rows: list[Entry] = [one for one in found if one.signal.pinned]
    if rows:
        rows.insert(0, Heading(tr("Pinned")))
        found = [one for one in found if not one.signal.pinned]
    heading = None
    groups: dict[date, str] = {}
    for one in found:
        day = one.signal.at.astimezone().date()
        group = groups.get(day)
        if group is None:
            group = groups[day] = words.age_group(one.signal.at, now)
        if group != heading:
            heading = group
            rows.append(Heading(group))
        rows.append(one)
    return rows


def fits(known: KnownSignal, question: Question, now: datetime) -> bool:
    signal = known.signal
    return (
        question.kind in (None, signal.kind)
        and question.state in (None, signal.state)
        and question.source in (None, signal.source)
        and (question.since is None or signal.at >= now - timedelta(days=_DAYS[question.since]))
        and (question.among is None or signal.id in question.among)
        and all(part in known.words for part in flat(question.text).split())
    )


def icon(signal: Signal) -> str:
    return _ICONS.get(signal.via, {}).get(signal.kind, _BY_KIND[signal.kind])


def gesture(signal: Signal) -> str:
    """What the person did."""
    meaning = marks.MEANINGS.get((signal.kind, signal.via))
    return tr(meaning.name if meaning else _NAMES[signal.kind])


def strength(signal: Signal) -> str:
    """How much it says."""
    meaning = marks.MEANINGS.get((signal.kind, signal.via))
    if meaning is not None:
        return tr(meaning.strength)
    return tr("The strongest sign of what you want.") if signal.kind is Kind.EDIT else ""


def where(known: KnownSignal) -> str:
    """The conversation, or whatever else it came by."""
    if known.place is not None:
        return str(told(known.place.title))
    if known.signal.source is Source.IMPORT:
        return tr("from a file")
    if known.signal.source is Source.QUICK:
        return tr("quick prompt")
    return tr("a chat that was deleted")


def badges(known: KnownSignal) -> list[tuple[str, str]]:
    """Text and tone, the last one at the very end."""
    made = [(tr("Learned"), "accent")] if known.learned else []
    if known.signal.state is State.QUARANTINED:
        made.append((tr("To be judged"), "warn"))
    elif known.signal.state is State.EXCLUDED:
        made.append((tr("Left out"), "neutral"))
    return made


def spoken(known: KnownSignal) -> str:
    """For those who hear the list."""
    signal = known.signal
    day = words.day(signal.at)
    parts = [gesture(signal), one_line(signal.prompt, LINE), day, where(known)]
    if signal.pinned:
        parts.insert(1, tr("pinned"))
    parts += [text for text, _ in badges(known)]
    if signal.edited is not None:
        parts.append(worddiff.spoken(changes(signal.reply, signal.edited)))
    return ". ".join(filter(None, parts))


def written_by(use: Use) -> str:
    """Which model wrote the reply; empty where nobody knows."""
    if not use.model:
        return ""
    if use.taught is None:
        return tr("Written by {model}", model=use.model)
    day = words.on_day(use.taught.finished or use.taught.started)
    return tr("Written by {model} with what it learned {on_day}", model=use.model, on_day=day)


@lru_cache(maxsize=512)
def changes(before: str, after: str) -> tuple[Part, ...]:
    """As many as go into one line, from a little before the first one. Cheap: long texts are cut
    before they are compared."""
    start = _alike(before, after)
    start = max(0, before.rfind(" ", 0, max(0, start - LEAD)) + 1)
    pieces = (text[start : start + LINE] for text in (before, after))
    parts = worddiff.diff(*(" ".join(piece.split()) for piece in pieces))
    lead = [Part(Op.KEPT, "… ")] if start else []
    return (*lead, *parts)


def _alike(before: str, after: str) -> int:
    """How many characters are the same at the beginning."""
    pairs = enumerate(zip(before, after, strict=False))
    shorter = min(len(before), len(after))
    return next((at for at, (one, other) in pairs if one != other), shorter)


def one_line(text: str, most: int) -> str:
    return " ".join(text[: 4 * most].split())[:most]


def pieces(signal: Signal, most: int) -> list[tuple[str, Provenance]]:
    """The edited text by where its words come from, up to so many characters. White space goes
    with the words before it."""
    joined: list[tuple[str, Provenance]] = []
    for text, provenance in _pieces(signal, most):
        if joined and (provenance is joined[-1][1] or not text.strip()):
            joined[-1] = joined[-1][0] + text, joined[-1][1]
        else:
            joined.append((text, provenance))
    return joined


def _pieces(signal: Signal, most: int) -> Iterator[tuple[str, Provenance]]:
    text, at = (signal.edited or "")[:most], 0
    for span in signal.spans:
        if span.start >= most:
            return
        if span.start > at:
            yield text[at : span.start], Provenance.TYPED
        yield text[span.start : span.end], span.provenance
        at = span.end
    if at < len(text):
        yield text[at:], Provenance.TYPED
