"""The ledgers of nights that must be refused are as bad as they are said to be."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest

from app.domain.ledger import Kind, Role, Signal, Source, Turn
from benchmarks import calibration

EDITS = [
    Signal(
        id=f"{number:016}",
        at=datetime(2026, 1, 1, tzinfo=UTC),
        session="s",
        source=Source.IMPORT,
        kind=Kind.EDIT,
        messages=(Turn(Role.USER, f"mail {number}"),),
        reply=f"Dear {number}",
        edited=f"hi {number}",
    )
    for number in range(40)
]


def test_a_coin_turns_about_half_of_the_edits_round() -> None:
    turned = calibration.by_coin(EDITS, random.Random("a"))
    round_ = [s for s, was in zip(turned, EDITS, strict=True) if s.reply == was.edited]
    assert 12 <= len(round_) <= 28
    assert all(s.edited == f"Dear {int(s.id)}" for s in round_)
    assert turned != calibration.by_coin(EDITS, random.Random("b"))


@pytest.mark.parametrize("seed", range(5))
def test_shuffled_texts_answer_other_prompts(seed: int) -> None:
    dealt = calibration.shuffled(EDITS, random.Random(seed))
    assert all(s.edited != was.edited for s, was in zip(dealt, EDITS, strict=True))
    assert {s.edited for s in dealt} == {s.edited for s in EDITS}


def test_one_row_is_repeated_under_different_prompts() -> None:
    again = calibration.repeated(EDITS, random.Random())
    assert {s.edited for s in again} == {"hi 0"}
    assert len({s.prompt for s in again}) == len(EDITS)


def test_every_row_has_an_id_and_a_time_of_its_own() -> None:
    apart = calibration.in_sessions(calibration.repeated(EDITS, random.Random()))
    assert len({s.id for s in apart}) == len({s.at for s in apart}) == len(EDITS)
    assert len({s.session for s in apart}) == len(EDITS) // calibration.A_SESSION


def test_nights_are_counted_by_kind() -> None:
    found = {
        "random 0": {"promoted": True, "failed": []},
        "random 1": {"promoted": False, "failed": ["kl"]},
        "rate": {"promoted": False, "failed": ["kl"]},
    }
    assert calibration.count(found, of="random") == calibration.Count(2, 1)
    assert calibration.count(found, of="rate") == calibration.Count(1, 0)
