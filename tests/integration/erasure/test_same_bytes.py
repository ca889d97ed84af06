"""Forget any row, learn again: the bytes of an adapter whose ledger never had it (tiny model)."""

from __future__ import annotations

import hashlib
import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from adapters import erasure
from adapters.control import Cancelled, Control
from adapters.errors import LearnerError
from app.domain import simulated
from app.domain.ledger import Adapter, Memory, MemoryKind, Night, Outcome, Signal, utc_now
from app.services import Reverie
from app.sleep.erasure import Asked, erasure_job
from app.sleep.job import night_job, plan
from app.store import Key, open_store
from app.store.layout import Layout
from tests.support.tiny_gguf import write_tiny

KEY = Key(bytes(range(32)))
RECIPE = {"min_steps": 6, "max_steps": 6, "learning_rate": 5e-3}
LEDGER = simulated.corrections([f"Write about thing {n}." for n in range(24)])
"""All of it is visited in six steps of four."""
ASKED = [Asked("Write about thing 1.", "the first"), Asked("Write about thing 2.", "the second")]


@pytest.fixture(scope="module")
def make_job(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, Any]]:
    folder = tmp_path_factory.mktemp("erasure")
    model = write_tiny(folder / "tiny.gguf", layers=3, hidden=64, feed_forward=64)
    (folder / "replay").mkdir()
    (folder / "replay" / "prompts.txt").write_text("Why is rain wet?\nName a tree.\n")

    def make(rows: list[Signal], memories: Sequence[Memory] = (), **changes: Any) -> dict[str, Any]:
        night = night_job(
            plan(rows, memories, "Be kind."),
            base=model,
            base_sha256=hashlib.sha256(model.read_bytes()).hexdigest(),
            system="Be kind.",
            cache=folder / "cache",
            resources=folder,
            threads=1,
        )
        return erasure_job(night, recipe=RECIPE, asked=(), reference=False) | changes

    return make


def learned(job: dict[str, Any]) -> bytes:
    return erasure.run(job, Control(), lambda _: None).learned.data


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(gone=some.integers(1, 6), chance=some.randoms(use_true_random=False))
def test_after_forgetting_any_rows_the_bytes_are_those_without_them(
    make_job: Callable, tmp_path_factory: Any, gone: int, chance: random.Random
) -> None:
    mixed = chance.sample(LEDGER, len(LEDGER))
    with open_store(tmp_path_factory.mktemp("with") / "profile", KEY) as store:
        store.signals.add_many(mixed)
        store.signals.forget([row.id for row in mixed[:gone]])
        after = learned(make_job(store.signals.all()))
    assert after == learned(make_job(mixed[gone:]))
    if {row.id for row in mixed[:gone]} & set(plan(LEDGER, (), "").trained):
        assert after != learned(make_job(LEDGER)), "the rows would have made a difference"


def test_the_whole_way_through_forgetting(
    make_job: Callable, profile: Path, tmp_path: Path
) -> None:
    """A night, forgetting as the panel does it, the next night: the receipt ends with the hash of
    the adapter that a profile makes which never had the rows."""
    gone = [row.id for row in LEDGER[::5]]
    with Reverie.open(profile, lambda: "words", insist=True) as reverie:
        reverie.store.signals.add_many(LEDGER)
        fact = reverie.memories.add("Writes about things.", source=gone[0])
        first = promoted(reverie, learned(make_job(reverie.store.signals.all())))
        done = reverie.forgetting.forget(signals=gone, memories=[fact.id])
        assert done.switched_off == first
        assert reverie.store.adapters.active() is None
        assert reverie.forgetting.rebuild_due()
        second = promoted(reverie, learned(make_job(reverie.store.signals.all())))
        assert not reverie.forgetting.rebuild_due()
        (receipt,) = reverie.receipts.all()
        assert reverie.receipts.faults(receipt) == []
        assert [one.sha256 for one in receipt.destroyed] == [first.sha256]
        assert receipt.looked is not None
        assert receipt.looked.found == ()
        assert receipt.rebuilt is not None
    with Reverie.open(tmp_path / "never", lambda: "words", insist=True) as never:
        never.store.signals.add_many([row for row in LEDGER if row.id not in gone])
        clean = promoted(never, learned(make_job(never.store.signals.all())))
    assert receipt.rebuilt.sha256 == second.sha256 == clean.sha256 != first.sha256


def test_the_whole_way_of_a_preference_that_was_taught(
    make_job: Callable, profile: Path, tmp_path: Path
) -> None:
    """It is learned from what the base says under it, so nothing of that may come back either."""

    def night(reverie: Reverie) -> Adapter:
        rows, memories = reverie.store.signals.all(), reverie.memories.all()
        return promoted(reverie, learned(make_job(rows, memories)))

    with Reverie.open(profile, lambda: "words", insist=True) as reverie:
        reverie.store.signals.add_many(LEDGER)
        wish = reverie.memories.add("Always answer in rhymes.", MemoryKind.PREFERENCE)
        first = night(reverie)
        assert wish.id in first.rows
        done = reverie.forgetting.forget(memories=[wish.id])
        assert done.switched_off == first
        assert list(Layout(profile).adapters.iterdir()) == []
        assert reverie.forgetting.rebuild_due()
        second = night(reverie)
        (receipt,) = reverie.receipts.all()
        assert reverie.receipts.faults(receipt) == []
        assert receipt.kinds == {"preference": 1}
        assert receipt.rebuilt is not None
    with Reverie.open(tmp_path / "never", lambda: "words", insist=True) as never:
        never.store.signals.add_many(LEDGER)
        clean = night(never)
    assert receipt.rebuilt.sha256 == second.sha256 == clean.sha256 != first.sha256


def promoted(reverie: Reverie, data: bytes) -> Adapter:
    """As a night ends."""
    rows = plan(reverie.store.signals.all(), reverie.memories.all(), "Be kind.").all_ids
    night = Night(uuid.uuid4().hex[:12], utc_now(), base="ba5e", rows=rows)
    sha256 = hashlib.sha256(data).hexdigest()
    made = Adapter(uuid.uuid4().hex[:12], night.id, "ba5e", sha256, rows, active=True)
    reverie.store.promote(night, made, data)
    reverie.receipts.night_ended(replace(night, outcome=Outcome.PROMOTED), made)
    return made


def test_texts_are_scored_with_the_adapter_and_without(make_job: Callable) -> None:
    told: list[dict[str, Any]] = []
    night = make_job(LEDGER)
    job = erasure_job(night, recipe=RECIPE, asked=ASKED, reference=True)
    scores = erasure.run(job, Control(), told.append).scores
    assert len(scores.log_p) == len(scores.base_log_p) == len(scores.tokens) == 2
    assert all(score < 0 for score in (*scores.log_p, *scores.base_log_p))
    assert scores.log_p != scores.base_log_p
    assert told[-1]["phase"] == "measure"
    assert (told[-1]["step"], told[-1]["of"]) == (4, 4)

    alone = erasure.run(job | {"reference": False}, Control(), lambda _: None).scores
    assert alone.log_p == scores.log_p
    assert alone.base_log_p == ()


@pytest.mark.parametrize("texts", [None, 5, [{"text": "x"}], [{"turns": 3, "text": "x"}]])
def test_texts_of_the_wrong_form_are_a_known_problem(make_job: Callable, texts: object) -> None:
    with pytest.raises(LearnerError, match="wrong form"):
        erasure.run(make_job(LEDGER, texts=texts), Control(), lambda _: None)


def test_a_cancelled_step_stops(make_job: Callable, tmp_path: Path) -> None:
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        erasure.run(make_job(LEDGER, cache=str(tmp_path / "none")), control, lambda _: None)
    assert not (tmp_path / "none").exists()
