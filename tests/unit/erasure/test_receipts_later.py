"""What a receipt says of what comes later: nights, rows put back, an undo, proofs and backups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.ledger import Night, Outcome, utc_now
from app.domain.receipts import Proved
from app.services import Reverie
from app.store.layout import Layout
from app.store.migrations import back_up
from tests.support.receipts import ROWS, learn, only, with_rows


@pytest.fixture
def reverie(profile: Path) -> Iterator[Reverie]:
    yield from with_rows(profile)


def test_the_night_that_learns_without_it_completes_it(reverie: Reverie) -> None:
    learn(reverie, "first", ROWS)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    assert reverie.forgetting.rebuild_due()
    made = learn(reverie, "second", ROWS[1:])
    one = only(reverie)
    assert not reverie.forgetting.rebuild_due()
    assert one.rebuilt is not None
    assert (one.rebuilt.adapter, one.rebuilt.sha256) == (made.id, made.sha256)
    assert one.rebuilt.rows == 3
    assert one.genuine
    assert reverie.receipts.faults(one) == []


def test_of_two_forgettings_the_second_says_what_the_first_destroyed(reverie: Reverie) -> None:
    """The adapter saw both rows, and is gone with the first; the next night learns without both."""
    saw = learn(reverie, "first", ROWS[:2])
    reverie.forgetting.forget(signals=[ROWS[0].id])
    reverie.forgetting.forget(signals=[ROWS[1].id])
    second, first = reverie.receipts.all()
    assert [(gone.sha256, gone.earlier) for gone in first.destroyed] == [(saw.sha256, False)]
    assert [(gone.sha256, gone.earlier) for gone in second.destroyed] == [(saw.sha256, True)]
    assert not second.destroyed[0].in_use
    assert second.waits
    made = learn(reverie, "second", ROWS[2:])
    for one in reverie.receipts.all():
        assert one.rebuilt is not None
        assert one.rebuilt.sha256 == made.sha256
        assert reverie.receipts.faults(one) == []


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.INTERRUPTED, Outcome.SKIPPED])
def test_one_without_a_verdict_does_not(reverie: Reverie, outcome: Outcome) -> None:
    learn(reverie, "first", ROWS)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    reverie.receipts.night_ended(Night("n", utc_now(), outcome=outcome), None)
    assert reverie.forgetting.rebuild_due()


def test_a_gate_that_refuses_ends_the_waiting(reverie: Reverie) -> None:
    """Else the same night would be run again and again."""
    learn(reverie, "first", ROWS)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    early = Night("n", utc_now() - timedelta(hours=1), outcome=Outcome.KEPT)
    reverie.receipts.night_ended(early, None)
    assert reverie.forgetting.rebuild_due(), "it had begun with the row"
    reverie.receipts.night_ended(replace(early, started=utc_now()), None)
    assert not reverie.forgetting.rebuild_due()


def test_rows_that_are_there_again_are_told_until_they_are_forgotten_again(
    reverie: Reverie,
) -> None:
    reverie.forgetting.forget(signals=[ROWS[0].id])
    reverie.store.signals.add(ROWS[0])  # as an import of the same file would
    assert [str(fault) for fault in reverie.receipts.faults(only(reverie))] == [
        "1 of the erased rows are there again."
    ]
    reverie.forgetting.forget(signals=[ROWS[0].id])
    assert [reverie.receipts.faults(one) for one in reverie.receipts.all()] == [[], []]


def test_adapters_that_are_not_gone_are_told(reverie: Reverie, profile: Path) -> None:
    learn(reverie, "first", ROWS)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    Layout(profile).adapters.joinpath("first.bin").write_bytes(b"put back")
    assert [str(fault) for fault in reverie.receipts.faults(only(reverie))] == [
        "Adapter first is not gone."
    ]


def test_an_altered_adapter_is_not_the_one_that_was_made(reverie: Reverie, profile: Path) -> None:
    learn(reverie, "first", ROWS)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    learn(reverie, "second", ROWS[1:])
    Layout(profile).adapters.joinpath("second.bin").write_bytes(b"another")
    assert [str(fault) for fault in reverie.receipts.faults(only(reverie))] == [
        "The file of adapter second is not the one that its night wrote."
    ]
    reverie.forgetting.forget(signals=[ROWS[1].id])
    first_again = reverie.receipts.all()[-1]
    assert reverie.receipts.faults(first_again) == [], "destroyed since, which is no fault"


def test_undone_says_so(reverie: Reverie) -> None:
    learn(reverie, "first", ROWS)
    done = reverie.forgetting.forget(signals=[ROWS[0].id, ROWS[2].id])
    reverie.forgetting.undo(done)
    assert reverie.store.signals.all() == ROWS
    one = only(reverie)
    assert one.undone is not None
    assert one.genuine
    assert reverie.receipts.faults(one) == []
    assert reverie.store.adapters.active() is None, "its file is gone for good"
    assert reverie.forgetting.rebuild_due(), "and the next night makes another"


def test_undo_puts_a_memory_back_into_its_chain(reverie: Reverie) -> None:
    old = reverie.memories.add("Lives in Kiel.")
    new = reverie.memories.supersede(old.id, "Lives in Bonn.")
    last = reverie.memories.supersede(new.id, "Lives in Ulm.")
    chain = reverie.memories.all()
    done = reverie.forgetting.forget(memories=[last.id])
    assert reverie.memories.all() == [], "what it had replaced goes with it"
    reverie.forgetting.undo(done)
    assert reverie.memories.all() == chain
    done = reverie.forgetting.forget(memories=[new.id])
    assert reverie.memories.get(old.id).superseded_by == last.id, "a line of history goes alone"
    reverie.forgetting.undo(done)
    assert reverie.memories.all() == chain


def test_a_proof_goes_into_those_that_have_none_that_holds(reverie: Reverie) -> None:
    for row in ROWS[:2]:
        reverie.forgetting.forget(signals=[row.id])
    failed = Proved(utc_now(), "fails", 5.0, 0.7, "tiny", 1)
    reverie.receipts.proof_ended(failed)
    holds = replace(failed, verdict="holds", exposure=1.4, auc=0.5)
    reverie.receipts.proof_ended(holds)
    reverie.receipts.proof_ended(replace(holds, seed=2))
    assert [one.proved for one in reverie.receipts.all()] == [holds, holds]


def test_backups_that_hold_it_are_named_and_their_deletion_too(
    reverie: Reverie, profile: Path
) -> None:
    store = reverie.store
    path = back_up(store._handle, Layout(profile), store._key, "store-v2")
    done = reverie.forgetting.forget(signals=[ROWS[0].id])
    assert done.backups == only(reverie).backups == (path.name,)
    assert [one.forgotten for one in reverie.backups.all()] == [1]
    assert reverie.backups.delete([path.name]) == 1
    assert only(reverie).backups_deleted == (path.name,)
    assert only(reverie).genuine
    assert reverie.forgetting.forget(signals=[ROWS[1].id]).backups == ()
