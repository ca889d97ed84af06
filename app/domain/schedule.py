"""When to sleep: one pure decision, asked at start, on resume and on every tick.

Clocks stop while a laptop is suspended and job stores forget a missed night, so nothing here
trusts a timer: the last success is read from the ledger and the wall clock is looked at anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from app.domain.phrases import phrase

MIN_GAP = timedelta(hours=12)
UNTIL_RESUMED = datetime(9999, 1, 1, tzinfo=UTC)
"""The end of a pause that only the person ends."""

GRACE = timedelta(hours=1)
"""A night that is late by less is still about to come."""

PAUSED = phrase("Learning is paused.")
ON_BATTERY = phrase("Waiting for mains power.")
IN_USE = phrase("Waiting until you are away.")


class Pause(StrEnum):
    """How long nights shall not come by themselves."""

    HOUR = "hour"
    TODAY = "today"
    UNTIL_RESUMED = "until resumed"


@dataclass(frozen=True, slots=True)
class Power:
    """`plugged` is True on a machine without a battery."""

    plugged: bool
    percent: float = 100.0


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether to start a night now, and the reason in one plain sentence."""

    sleep: bool
    reason: str


def last_due(now: datetime, at: time) -> datetime:
    """The latest moment not after `now` when the wall clock showed `at` (local, aware)."""
    due = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    return due if due <= now else due - timedelta(days=1)


def next_due(now: datetime, at: time) -> datetime:
    return last_due(now, at) + timedelta(days=1)


def missed(now: datetime, since: datetime, at: time) -> int:
    """How many nights were due after `since` and have not come by `now`. All times aware, `now`
    local."""
    due = last_due(now - GRACE, at)
    return max(0, (due - since) // timedelta(days=1) + 1)


def pause_end(now: datetime, pause: Pause, at: time) -> datetime:
    """When nights may come again. TODAY leaves out the coming night and none after it: a pause to
    midnight would end before the night that was meant, one to the morning would make up for it."""
    match pause:
        case Pause.HOUR:
            return now + timedelta(hours=1)
        case Pause.TODAY:
            return next_due(now, at) + timedelta(days=1)
        case Pause.UNTIL_RESUMED:
            return UNTIL_RESUMED


def decide(
    now: datetime,
    last_success: datetime | None,
    last_end: datetime | None,
    at: time,
    power: Power,
    *,
    idle: timedelta,
    needed_idle: timedelta = timedelta(minutes=5),
    paused_until: datetime | None = None,
) -> Decision:
    """All times aware; `idle` is how long the user has not touched Reverie.

    One attempt a night: what failed or was stopped at three would fail or annoy again at five past.
    `last_end` leaves out nights that died with the whole program; those are made up for.
    """
    if paused_until is not None and now < paused_until:
        return Decision(False, PAUSED)
    if last_end is not None and last_end >= last_due(now, at):
        return Decision(False, "This night is done.")
    if last_success is not None and now - last_success < MIN_GAP:
        return Decision(False, "The last night ended only a few hours ago.")
    if not power.plugged:
        return Decision(False, ON_BATTERY)
    if idle < needed_idle:
        return Decision(False, IN_USE)
    return Decision(True, "The night is due.")
