"""A proposed passage as hunks, each to be taken or not."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.ui import worddiff
from app.ui.worddiff import Op, Part

WORDS_APART = 3
ARROW = "\u25b8"  # before the hunk that keys act on


@dataclass(frozen=True, slots=True)
class Hunk:
    """From `start` on, `removed` is to make room for `added`."""

    start: int
    removed: str
    added: str

    @property
    def end(self) -> int:
        return self.start + len(self.removed)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a passage is to become, and where in the text that is being edited it begins."""

    start: int
    passage: str
    hunks: tuple[Hunk, ...]


def hunks(before: str, after: str) -> tuple[Hunk, ...]:
    """All that has to change, in reading order. Changes with hardly a word between them are one:
    half of a new phrase is of no use."""
    found: list[Hunk] = []
    between: str | None = None  # what is kept since the last change
    place = 0
    for part in worddiff.diff(before, after):
        if part.op is Op.KEPT:
            between = part.text
            place += len(part.text)
            continue
        if found and (between is None or _hardly(between)):
            last = found.pop()
        else:
            last, between = Hunk(place, "", ""), None
        kept = between or ""
        gone, come = (part.text, "") if part.op is Op.REMOVED else ("", part.text)
        found.append(Hunk(last.start, last.removed + kept + gone, last.added + kept + come))
        place += len(gone)
        between = None
    return tuple(found)


def to_html(passage: str, hunks: Sequence[Hunk], decided: Mapping[int, bool], current: int) -> str:
    """The passage with every hunk that is open as a change; an arrow stands before the one that
    keys act on. What was decided reads as it will be."""
    markup = []
    place = 0
    for number, hunk in enumerate(hunks):
        markup.append(html.escape(passage[place : hunk.start]))
        place = hunk.end
        if number in decided:
            markup.append(html.escape(hunk.added if decided[number] else hunk.removed))
        else:
            markup.append(_open_html(hunk, chosen=number == current))
    markup.append(html.escape(passage[place:]))
    return "".join(markup).replace("\n", "<br>")


def spoken(hunk: Hunk) -> str:
    """One hunk in words, for a screen reader."""
    parts = [Part(Op.REMOVED, hunk.removed), Part(Op.ADDED, hunk.added)]
    return worddiff.spoken(parts)


def _hardly(kept: str) -> bool:
    return len(kept.split()) < WORDS_APART and "\n" not in kept


def _open_html(hunk: Hunk, *, chosen: bool) -> str:
    parts = [Part(Op.REMOVED, hunk.removed), Part(Op.ADDED, hunk.added)]
    shown = worddiff.to_html(part for part in parts if part.text)
    if not chosen:
        return shown
    return f'<span class="current-sign">{ARROW}</span>{shown}'
