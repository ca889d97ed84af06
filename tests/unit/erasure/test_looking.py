"""Directly after forgetting: what is looked for, where, and what counts as a trace."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.cli.report import receipt
from app.domain.ledger import Night, Outcome, utc_now
from app.services import Reverie
from app.services.traces import _pieces, files_in, look_for
from app.ui.receiptcard import details

SECRET = "the wistful canary sings at dawn"
ID = "0123456789abcdef"


@pytest.fixture
def reverie(profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, lambda: "words", insist=True) as opened:
        yield opened


def test_nothing_is_found_where_nothing_is(reverie: Reverie) -> None:
    looked = look_for(reverie.store, [SECRET], [ID])
    assert (looked.sought, looked.standing, looked.found) == (2, 0, ())


def test_what_the_user_kept_is_no_trace(reverie: Reverie) -> None:
    reverie.memories.add(f"I once heard that {SECRET}.")
    looked = look_for(reverie.store, [SECRET], [ID])
    assert (looked.sought, looked.standing, looked.found) == (1, 1, ())


def test_a_report_that_quotes_it_is_one(reverie: Reverie) -> None:
    night = Night("n", utc_now(), outcome=Outcome.KEPT, metrics={"said": f"so {SECRET}!"})
    reverie.store.nights.begin(night)
    looked = look_for(reverie.store, [SECRET], [])
    assert looked.found == ("pages of the store", "table nights")


@pytest.mark.parametrize("where", ["a log", "a folder/another"])
def test_so_is_a_file_that_nobody_expected(reverie: Reverie, where: str) -> None:
    path = reverie.profile / where
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"at noon: {SECRET}")
    assert look_for(reverie.store, [SECRET], []).found == (f"file {Path(where)}",)


def test_what_cannot_be_read_is_named(reverie: Reverie) -> None:
    """And nothing else is kept from being searched by it."""
    (reverie.profile / "a memory").symlink_to("/proc/self/mem")  # whose first bytes nobody can read
    (reverie.profile / "z").write_text(SECRET)
    (reverie.profile / "gone since").symlink_to(reverie.profile / "nowhere")
    looked = look_for(reverie.store, [SECRET], [ID])
    assert looked.unread == ("file a memory",)
    assert looked.found == ("file z",)


def test_a_receipt_says_what_could_not_be_read(reverie: Reverie) -> None:
    (reverie.profile / "a memory").symlink_to("/proc/self/mem")
    told: list[object] = []
    reverie.forgetting.on_forgotten = told.append
    memory = reverie.memories.add("Sings at dawn, wistfully.")
    reverie.forgetting.forget(memories=[memory.id])
    (one,) = reverie.receipts.all()
    assert one.looked is not None
    assert one.looked.unread == ("file a memory",)
    assert reverie.receipts.faults(one) == []
    assert told == [[memory.id]]
    assert "Could not be read: file a memory" in receipt(one, [])
    assert "Could not be read: file a memory" in details(one)


def test_a_file_that_vanishes_meanwhile_is_passed_over(profile: Path) -> None:
    """As what is written beside its place and then moved."""
    for name in "abc":
        (profile / name).mkdir(parents=True)
        (profile / name / "file").write_text(name)
    found = []
    for name, content in files_in(profile):
        found.append((name, content))
        for other in "abc":
            shutil.rmtree(profile / other, ignore_errors=True)
    assert len(found) == 1


def test_an_id_must_be_nowhere_at_all(reverie: Reverie) -> None:
    reverie.memories.add("Likes tea.", source=ID)
    assert look_for(reverie.store, [], [ID]).found == ("pages of the store", "table memories")


def test_of_many_some_are_sought(reverie: Reverie) -> None:
    looked = look_for(reverie.store, [f"{SECRET} {n}" for n in range(500)], [ID] * 300)
    assert 80 < looked.sought <= 120


@given(text=some.text(max_size=300))
def test_pieces_stand_in_json_as_they_are(text: str) -> None:
    """So that they are found there, too."""
    written = json.dumps(text, ensure_ascii=False)
    pieces = _pieces([text])
    assert all(piece in text and piece in written for piece in pieces)
    assert all(len(piece.encode()) >= 16 for piece in pieces)
