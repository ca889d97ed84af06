"""A pause holds nights back for as long as it says, and not longer."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from app.domain.schedule import (
    UNTIL_RESUMED,
    Decision,
    Pause,
    Power,
    decide,
    next_due,
    pause_end,
)

ZONE = timezone(timedelta(hours=2))
AT = time(3, 0)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(ZONE))


def decided(now: datetime, paused_until: datetime | None) -> Decision:
    """For somebody who has been away for long, on mains power, without a night so far."""
    away = timedelta(hours=9)
    return decide(now, None, None, AT, Power(plugged=True), idle=away, paused_until=paused_until)


@given(MOMENTS, st.sampled_from(Pause), st.floats(0, 0.999))
def test_no_night_begins_during_a_pause(now: datetime, pause: Pause, share: float) -> None:
    end = pause_end(now, pause, AT)
    within = now + (min(end, now + timedelta(days=9)) - now) * share
    assert decided(within, end) == Decision(False, "Learning is paused.")


@given(MOMENTS)
def test_an_hour_is_an_hour(now: datetime) -> None:
    end = pause_end(now, Pause.HOUR, AT)
    assert end - now == timedelta(hours=1)
    assert decided(end, end).sleep


@given(MOMENTS)
def test_today_leaves_out_the_coming_night_and_not_the_one_after(now: datetime) -> None:
    end = pause_end(now, Pause.TODAY, AT)
    coming = next_due(now, AT)
    assert not decided(coming, end).sleep
    assert not decided(coming + timedelta(hours=9), end).sleep, "made up for in the morning"
    assert decided(coming + timedelta(days=1), end).sleep


@given(MOMENTS)
def test_until_resumed_never_ends_by_itself(now: datetime) -> None:
    end = pause_end(now, Pause.UNTIL_RESUMED, AT)
    assert end == UNTIL_RESUMED
    assert not decided(now + timedelta(days=9999), end).sleep
    assert decided(now, None).sleep
