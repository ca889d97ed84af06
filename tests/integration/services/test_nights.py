"""Nights over the real sleep process, as far as they get before somebody stops them; what a whole
night brings is shown in tests/e2e."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from adapters.recipe import Recipe
from app.domain.errors import KnownError
from app.domain.events import NightProgress
from app.domain.exchange import parse_lines
from app.domain.ledger import Adapter, Night, Outcome, utc_now
from app.domain.schedule import Power
from app.services import Reverie
from app.services.nighterrors import NightRunning
from app.services.nightrecord import PINNED
from app.sleep import process
from app.sleep.clock import Clock
from app.sleep.process import NightProcess


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, lambda: "words", insist=True) as opened:
        yield opened


def teach(reverie: Reverie, count: int) -> None:
    lines = [
        json.dumps(
            {"prompt": f"Topic {n}?", "reply": f"Long {n}.", "edited": f"s {n}", "kind": "edit"}
        )
        for n in range(count)
    ]
    reverie.store.signals.add_many(
        parse_lines([line.encode() for line in lines], name="x", now=utc_now())
    )


def test_too_few_corrections_skip_the_night(reverie: Reverie) -> None:
    teach(reverie, 12)
    found = reverie.nights.readiness()
    assert not found.ready
    assert "Correct 1 more" in found.why
    night = reverie.nights.sleep_now()
    assert night.outcome is Outcome.SKIPPED
    assert reverie.nights.all() == [night]


def test_a_night_pauses_goes_on_and_is_stopped(reverie: Reverie) -> None:
    teach(reverie, 40)
    seen: list[NightProgress] = []
    paused, resumed = threading.Event(), threading.Event()

    def on_progress(event: NightProgress) -> None:
        seen.append(event)
        if event.paused:
            paused.set()
        elif paused.is_set():
            resumed.set()
        else:
            reverie.nights.pause()

    ended: list[Night] = []
    thread = threading.Thread(target=lambda: ended.append(reverie.nights.sleep_now(on_progress)))
    thread.start()
    assert paused.wait(60)
    with pytest.raises(NightRunning):
        reverie.nights.sleep_now()
    reverie.nights.resume()
    assert resumed.wait(30)
    reverie.nights.cancel()
    thread.join(30)
    assert ended[0].outcome is Outcome.INTERRUPTED
    assert "You stopped it" in ended[0].reason
    assert not reverie.nights.running
    assert len(reverie.signals.all()) == 40


def test_a_night_ends_with_its_budget(reverie: Reverie) -> None:
    teach(reverie, 40)
    night = reverie.nights.sleep_now(budget_minutes=0.02)
    assert night.outcome is Outcome.INTERRUPTED
    assert "longer than it may" in night.reason


def test_a_night_that_does_not_hear_is_ended_by_force(
    reverie: Reverie, monkeypatch: pytest.MonkeyPatch
) -> None:
    teach(reverie, 40)
    monkeypatch.setattr(process, "_PATIENCE_S", 0.2)
    monkeypatch.setattr(NightProcess, "_tell", lambda *_: None)
    night = reverie.nights.sleep_now(lambda _: reverie.nights.cancel())
    assert night.outcome is Outcome.INTERRUPTED
    assert "You stopped it" in night.reason


def test_a_stop_while_a_night_is_planned_is_not_lost(
    reverie: Reverie, monkeypatch: pytest.MonkeyPatch
) -> None:
    teach(reverie, 40)
    prompt = reverie.models.system_prompt

    def and_stop() -> str:
        reverie.nights.cancel()
        return prompt()

    monkeypatch.setattr(reverie.models, "system_prompt", and_stop)
    night = reverie.nights.sleep_now()
    assert night.outcome is Outcome.INTERRUPTED
    assert "You stopped it" in night.reason


def test_another_recipe_is_something_new(reverie: Reverie) -> None:
    teach(reverie, 40)
    base = reverie.models.base_sha256()
    rows = reverie.nights.sleep_now(budget_minutes=0.001).rows
    assert reverie.nights.readiness().ready
    for name, recipe in (("older", "an older one"), ("same", Recipe().hash)):
        night = Night(name, utc_now(), base=base, recipe=recipe, rows=rows, metrics={PINNED: 0})
        reverie.store.nights.begin(night)
        reverie.store.nights.finish(replace(night, finished=utc_now(), outcome=Outcome.KEPT))
        ended = reverie.nights.sleep_now(budget_minutes=0.001)
        wanted = Outcome.SKIPPED if name == "same" else Outcome.INTERRUPTED
        assert ended.outcome is wanted, ended.reason
    found = reverie.nights.readiness()
    assert found.nothing_new and not found.ready
    assert found.why == ended.reason
    first = reverie.store.signals.all()[0].id
    reverie.store.signals.pin(first, True)
    assert reverie.nights.readiness().ready, "what is pinned may count where it did not"
    reverie.store.signals.pin(first, False)
    assert reverie.nights.readiness().nothing_new
    teach(reverie, 41)
    assert reverie.nights.readiness().ready


def test_a_night_that_breaks_off_over_a_fault_is_recorded_as_failed(
    reverie: Reverie, monkeypatch: pytest.MonkeyPatch
) -> None:
    teach(reverie, 40)

    def broken(*_: object, **_more: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr(NightProcess, "run", broken)
    with pytest.raises(ZeroDivisionError):
        reverie.nights.sleep_now()
    assert reverie.nights.all()[0].outcome is Outcome.FAILED
    assert not reverie.nights.running


def test_closing_stops_a_night_and_records_it(models_folder: Path, profile: Path) -> None:
    with Reverie.open(profile, lambda: "words", insist=True) as reverie:
        teach(reverie, 40)
        begun = threading.Event()
        thread = threading.Thread(target=lambda: reverie.nights.sleep_now(lambda _: begun.set()))
        thread.start()
        assert begun.wait(60)
    thread.join(30)
    with Reverie.open(profile, lambda: "words") as again:
        assert again.nights.all()[0].outcome is Outcome.INTERRUPTED


def promote(reverie: Reverie, name: str, minutes: int) -> None:
    """A night as the ledger records it; the adapter's bytes are opaque to the store."""
    data = name.encode()
    import hashlib

    night = Night(
        id=name,
        started=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes),
        base=reverie.models.base_sha256(),
    )
    adapter = Adapter(
        f"adapter-{name}", name, night.base, hashlib.sha256(data).hexdigest(), (), True
    )
    reverie.store.promote(night, adapter, data)


def test_roll_back_and_use(reverie: Reverie, tmp_path: Path) -> None:
    promote(reverie, "first", 1)
    promote(reverie, "second", 2)
    active = reverie.nights.active_adapter()
    assert active is not None
    assert active.night == "second"
    earlier = reverie.nights.rollback()
    assert earlier is not None
    assert earlier.id == "first"
    assert reverie.nights.rollback() is None
    assert reverie.nights.active_adapter() is None
    with pytest.raises(KnownError, match="Nothing to roll back"):
        reverie.nights.rollback()
    assert reverie.nights.use("sec").id == "second"
    exported = reverie.nights.export("first", tmp_path / "a.gguf")
    assert exported.read_bytes() == b"first"
    assert exported.stat().st_mode & 0o777 == 0o600
    with pytest.raises(KnownError, match="already there"):
        reverie.nights.export("second", exported)
    assert exported.read_bytes() == b"first"
    with pytest.raises(KnownError, match="No such night"):
        reverie.nights.use("third")


def test_the_clock_starts_one_night_when_it_is_due() -> None:
    now = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
    last: list[datetime] = []
    clock = Clock(
        sleep=lambda: last.append(now),
        last_success=lambda: last[-1] if last else None,
        last_end=lambda: last[-1] if last else None,
        at=lambda: time(3, 0),
        idle=lambda: timedelta(hours=1),
        now=lambda: now,
        power=lambda: Power(plugged=True),
    )
    clock.tick()
    clock.tick()
    assert last == [now]


def test_the_clock_rests_while_nights_are_off() -> None:
    clock = Clock(
        sleep=lambda: pytest.fail("it slept"),
        last_success=lambda: None,
        last_end=lambda: None,
        at=lambda: None,
        idle=lambda: timedelta(hours=9),
    )
    clock.start()
    clock.tick()
    clock.stop()
