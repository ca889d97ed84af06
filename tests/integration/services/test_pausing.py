"""Pausing learning: kept in the profile, honoured by the clock, and ending a night that runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.ledger import Night, Outcome, utc_now
from app.domain.schedule import UNTIL_RESUMED, Pause
from app.services import Reverie
from tests.integration.services.test_nights import teach


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, lambda: "words", insist=True) as opened:
        opened.change_settings(nightly=True)
        opened.nights._last_touch = utc_now() - timedelta(hours=9)
        yield opened


def test_the_clock_begins_no_night_while_paused_and_one_after(
    reverie: Reverie, profile: Path
) -> None:
    reverie.pause_learning(Pause.UNTIL_RESUMED)
    reverie.nights._clock.tick()
    assert reverie.nights.all() == []
    assert reverie.nights._clock.last_decision.reason == "Learning is paused."
    reverie.resume_learning()
    reverie.nights._clock._power = plugged
    reverie.nights._clock.tick()
    assert [night.outcome for night in reverie.nights.all()] == [Outcome.SKIPPED]


def plugged():  # type: ignore[no-untyped-def]
    from app.domain.schedule import Power

    return Power(plugged=True)


def test_a_pause_outlives_the_program(reverie: Reverie, profile: Path) -> None:
    reverie.pause_learning(Pause.TODAY)
    until = reverie.nights.paused_until()
    assert reverie.nights.next_due() == until
    reverie.close()
    with Reverie.open(profile, lambda: "words") as again:
        assert again.nights.paused_until() == until


def test_the_next_night_is_told_with_the_pause_in_mind(reverie: Reverie) -> None:
    usual = reverie.nights.next_due()
    reverie.pause_learning(Pause.HOUR)
    assert reverie.nights.next_due() == max(usual, reverie.nights.paused_until().astimezone())
    reverie.pause_learning(Pause.UNTIL_RESUMED)
    assert reverie.nights.paused_until() == UNTIL_RESUMED
    assert reverie.nights.next_due() is None
    reverie.change_settings(paused_until=utc_now() - timedelta(seconds=1))
    assert reverie.nights.paused_until() is None
    assert reverie.nights.next_due() == usual


def test_pausing_ends_a_night_that_runs(reverie: Reverie) -> None:
    teach(reverie, 40)
    begun = threading.Event()
    ended: list[Night] = []
    thread = threading.Thread(
        target=lambda: ended.append(reverie.nights.sleep_now(lambda _: begun.set()))
    )
    thread.start()
    assert begun.wait(600)
    reverie.pause_learning(Pause.HOUR)
    thread.join(600)
    assert ended[0].outcome is Outcome.INTERRUPTED
    assert "You paused learning" in ended[0].reason
