"""What is told in the morning, once: what the last night came to, what waits for a word."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.domain.ledger import Memory, MemoryState, Night, Outcome, State
from app.domain.phrases import phrase
from app.domain.schedule import IN_USE, ON_BATTERY, PAUSED, last_due, missed
from app.services.nights import Nights
from app.settings import Settings
from app.store import Store

_PLACE = "morning"
"""Among the drafts: when somebody last looked says when they were here, so no plain file has it."""

NOT_RUNNING = phrase("Reverie was not running then.")
SUSPENDED = phrase("The machine was asleep itself.")


@dataclass(frozen=True, slots=True)
class Missed:
    """So many nights were due and did not come; why not, as far as that is known."""

    nights: int
    reason: str


@dataclass(frozen=True, slots=True)
class Morning:
    """`night` is the newest one that was not seen yet. `proposals` and `waiting`, the number of
    corrections to judge, are all that there are. `is_news`: something of it is new."""

    night: Night | None
    proposals: tuple[Memory, ...]
    waiting: int
    missed: Missed | None
    is_news: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    """`seen`: what was there then is no news. `since`: nights come by themselves since then."""

    seen: datetime | None = None
    since: datetime | None = None


class Mornings:
    """Thread-safe as its store is."""

    def __init__(self, store: Store, nights: Nights, settings: Callable[[], Settings]) -> None:
        self._store = store
        self._nights = nights
        self._settings = settings

    def read(self, now: datetime) -> Morning:
        """As things stand at `now` (aware)."""
        mark = self._marked(now)
        night = self._unseen_night(mark.seen)
        proposals = tuple(self._store.memories.all(MemoryState.PROPOSED))
        waiting = self._store.signals.all(State.QUARANTINED)
        missing = self._missed(now, mark.since)
        today = now.astimezone().date()
        earlier = [m.from_ for m in proposals] + [s.at for s in waiting]
        is_news = (
            night is not None
            or (missing is not None and self._is_new(self._due(now), mark.seen))
            or any(at.astimezone().date() < today and self._is_new(at, mark.seen) for at in earlier)
        )
        return Morning(night, proposals, len(waiting), missing, is_news)

    def see(self, now: datetime) -> None:
        """All that is there is seen from now on."""
        self._keep(_Mark(now, self._mark().since))

    def _unseen_night(self, seen: datetime | None) -> Night | None:
        """A night that found nothing to learn from is no news."""
        for night in self._nights.all():
            if night.finished is not None and night.outcome is not Outcome.SKIPPED:
                return night if self._is_new(night.finished, seen) else None
        return None

    def _missed(self, now: datetime, since: datetime | None) -> Missed | None:
        if since is None or self._nights.running:
            return None
        ends = [night.finished for night in self._nights.all() if night.finished]
        number = missed(now.astimezone(), max([since, *ends]), self._settings().sleep_at)
        return Missed(number, self._reason(now)) if number else None

    def _reason(self, now: datetime) -> str:
        paused = self._settings().paused_until
        if paused is not None and paused > self._due(now):
            return PAUSED
        running_since, held_back = self._nights.watch()
        if running_since is None or running_since > self._due(now):
            return NOT_RUNNING
        return held_back if held_back in (ON_BATTERY, IN_USE) else SUSPENDED

    def _due(self, now: datetime) -> datetime:
        return last_due(now.astimezone(), self._settings().sleep_at)

    def _is_new(self, at: datetime, seen: datetime | None) -> bool:
        return seen is None or at > seen

    def _marked(self, now: datetime) -> _Mark:
        """Remembers since when nights are expected: those before that were not missed."""
        mark, nightly = self._mark(), self._settings().nightly
        if nightly == (mark.since is not None):
            return mark
        mark = _Mark(mark.seen, now if nightly else None)
        self._keep(mark)
        return mark

    def _mark(self) -> _Mark:
        kept = json.loads(self._store.drafts.all().get(_PLACE) or "{}")
        return _Mark(*(_time(kept.get(name)) for name in ("seen", "since")))

    def _keep(self, mark: _Mark) -> None:
        kept = {"seen": mark.seen, "since": mark.since}
        told = {name: at.isoformat() for name, at in kept.items() if at is not None}
        self._store.drafts.keep(_PLACE, json.dumps(told) if told else "")


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
