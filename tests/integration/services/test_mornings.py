"""What is told in the morning: once, with the reason where a night did not come."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger import (
    Adapter,
    Kind,
    MemoryState,
    Night,
    Outcome,
    Role,
    Signal,
    Source,
    State,
    Turn,
    utc_now,
)
from app.domain.schedule import GRACE, ON_BATTERY, PAUSED, UNTIL_RESUMED, Decision, missed
from app.services import Reverie
from app.services.mornings import NOT_RUNNING, SUSPENDED

NOON = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)
DAY = timedelta(days=1)


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, lambda: "words", insist=True) as opened:
        yield opened


def ended(reverie: Reverie, name: str, outcome: Outcome, at: datetime) -> Night:
    night = Night(name, at - timedelta(minutes=9), at, outcome, "So it was.")
    reverie.store.nights.begin(night)
    return night


def quarantined(at: datetime) -> Signal:
    turns = (Turn(Role.USER, "What does it say?"),)
    return Signal("q", at, "s", Source.CHAT, Kind.EDIT, turns, "a", "b", state=State.QUARANTINED)


def test_a_night_is_told_until_it_is_seen(reverie: Reverie) -> None:
    assert not reverie.mornings.read(NOON).is_news
    ended(reverie, "first", Outcome.PROMOTED, NOON - 3 * DAY)
    ended(reverie, "second", Outcome.KEPT, NOON - timedelta(hours=9))
    told = reverie.mornings.read(NOON)
    assert told.is_news and told.night is not None and told.night.id == "second"
    reverie.mornings.see(NOON)
    assert not reverie.mornings.read(NOON).is_news
    assert reverie.mornings.read(NOON).night is None
    ended(reverie, "third", Outcome.FAILED, NOON + timedelta(hours=15))
    assert reverie.mornings.read(NOON + DAY).night is not None


def test_what_was_seen_is_remembered_in_the_store_alone(models_folder: Path, profile: Path) -> None:
    with Reverie.open(profile, lambda: "words", insist=True) as reverie:
        ended(reverie, "n", Outcome.KEPT, NOON - timedelta(hours=9))
        reverie.mornings.see(NOON)
    plain = b"".join(
        path.read_bytes() for path in profile.rglob("*") if path.suffix in (".json", ".toml")
    )
    assert NOON.isoformat().encode() not in plain
    with Reverie.open(profile, lambda: "words") as again:
        assert not again.mornings.read(NOON).is_news


def test_a_night_that_found_nothing_is_no_news(reverie: Reverie) -> None:
    ended(reverie, "n", Outcome.SKIPPED, NOON - timedelta(hours=9))
    assert not reverie.mornings.read(NOON).is_news


def test_what_waits_since_an_earlier_day_is_told(reverie: Reverie) -> None:
    proposed = reverie.memories.add("I live in Kiel.", state=MemoryState.PROPOSED)
    today = reverie.mornings.read(proposed.from_.astimezone())
    assert today.proposals == (proposed,) and not today.is_news  # they were just there
    tomorrow = proposed.from_.astimezone() + DAY
    assert reverie.mornings.read(tomorrow).is_news
    reverie.mornings.see(tomorrow)
    assert not reverie.mornings.read(tomorrow + DAY).is_news
    reverie.store.signals.add_many([quarantined(tomorrow + timedelta(hours=1))])
    later = reverie.mornings.read(tomorrow + 2 * DAY)
    assert later.waiting == 1 and later.is_news


def test_missed_nights_are_counted_from_when_they_were_wanted(reverie: Reverie) -> None:
    assert reverie.mornings.read(NOON).missed is None
    reverie.change_settings(nightly=True, sleep_at=time(3, 0))
    assert reverie.mornings.read(NOON).missed is None  # the last one was not wanted yet
    told = reverie.mornings.read(NOON + 2 * DAY)
    assert told.is_news and told.missed is not None
    assert (told.missed.nights, told.missed.reason) == (2, NOT_RUNNING)
    reverie.mornings.see(NOON + 2 * DAY)
    assert not reverie.mornings.read(NOON + 2 * DAY).is_news
    assert reverie.mornings.read(NOON + 3 * DAY).is_news
    ended(reverie, "n", Outcome.INTERRUPTED, NOON + 3 * DAY)
    assert reverie.mornings.read(NOON + 3 * DAY).missed is None
    reverie.change_settings(nightly=False)
    assert reverie.mornings.read(NOON + 9 * DAY).missed is None


@pytest.mark.parametrize(
    ("said", "reason"), [(ON_BATTERY, ON_BATTERY), ("This night is done.", SUSPENDED)]
)
def test_why_a_night_was_missed(reverie: Reverie, said: str, reason: str) -> None:
    reverie.change_settings(nightly=True, sleep_at=time(3, 0))
    reverie.mornings.read(NOON)
    clock = reverie.nights._clock
    clock.started, clock.last_decision = NOON, Decision(False, said)
    told = reverie.mornings.read(NOON + DAY).missed
    assert told is not None and told.reason == reason
    reverie.change_settings(paused_until=UNTIL_RESUMED)
    paused = reverie.mornings.read(NOON + DAY).missed
    assert paused is not None and paused.reason == PAUSED


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),
    st.integers(0, 400),
    st.times(),
)
def test_missed_is_one_a_day(now: datetime, days: int, at: time) -> None:
    moment = now.replace(tzinfo=UTC)
    number = missed(moment, moment - timedelta(days=days), at)
    assert days - 1 <= number <= days + 1
    assert missed(moment, moment, at) == 0
    assert missed(moment + GRACE, moment, at) <= 1


# what a night left


def promoted(reverie: Reverie, name: str, days: float) -> Adapter:
    data = name.encode()
    night = Night(name, utc_now() - timedelta(days=days), base=reverie.models.base_sha256())
    sha256 = hashlib.sha256(data).hexdigest()
    adapter = Adapter(f"a-{name}", name, night.base, sha256, (), active=True)
    reverie.store.promote(night, adapter, data)
    return adapter


def test_a_night_s_adapter_is_deleted_and_the_one_before_takes_over(
    reverie: Reverie, profile: Path
) -> None:
    for days, name in ((3, "one"), (2, "two"), (1, "three")):
        promoted(reverie, name, days)
    reverie.nights.use("two")
    left = reverie.nights.delete("two")
    assert left is not None and left.id == "one"
    active = reverie.nights.active_adapter()
    assert active is not None and active.night == "one"
    assert {path.stem for path in (profile / "adapters").iterdir()} == {"a-one", "a-three"}
    record = reverie.nights.get("two")
    assert record.outcome is Outcome.PROMOTED and record.adapter is None
    assert reverie.nights.delete("three") == reverie.nights.get("one")  # not the one in use
    assert reverie.nights.delete("one") is None
    assert reverie.nights.active_adapter() is None and reverie.nights.usable() == frozenset()
    assert not list((profile / "adapters").iterdir())


def test_only_what_fits_is_usable(reverie: Reverie) -> None:
    mine = promoted(reverie, "mine", 1)
    other = replace(mine, id="other", night="n2", base="b" * 64, active=False)
    reverie.store.promote(Night("n2", utc_now(), base="b" * 64), other, b"mine")
    assert reverie.nights.usable() == {mine.id}
