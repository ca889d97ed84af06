"""A night's record says what the caps kept from it, and which memories it recalled."""

from __future__ import annotations

from dataclasses import replace

from app.domain.caps import OF_ONE_SESSION
from app.domain.ledger import Memory, MemoryKind, utc_now
from app.domain.simulated import corrections
from app.services.nightrecord import PINNED, metrics_of
from app.sleep.job import plan
from app.sleep.process import Candidate

LEDGER = corrections([f"Write about thing {n} and {n * n}." for n in range(60)])


def candidate() -> Candidate:
    metrics = {"training": {"rows": 40, "left_out": {"too long": 2}}}
    return Candidate(True, "Better.", metrics, {"seed": 0}, "0" * 64, b"")


def test_what_was_left_out_stands_beside_what_the_learner_left_out() -> None:
    flood = [replace(one, id=f"f{one.id}", session="flood", edited=f"x {one.id}") for one in LEDGER]
    told = metrics_of(plan([*LEDGER, *flood], [], ""), candidate())
    assert told["training"] == {"rows": 40, "left_out": {"too long": 2, OF_ONE_SESSION: 30}}
    assert told["manifest"] == {"seed": 0, "left_out": {OF_ONE_SESSION: 30}}


def test_an_honest_ledger_leaves_the_record_as_it_was() -> None:
    told = metrics_of(plan(LEDGER, [], ""), candidate())
    assert told == {**candidate().metrics, "manifest": {"seed": 0}, PINNED: 0}


def test_memories_in_the_prompts_of_its_examples_are_named() -> None:
    """Also facts, which nothing is learned from: when one is forgotten its words go from here."""
    known = [Memory(one, f"Has {one}.", MemoryKind.FACT, utc_now()) for one in ("hens", "bees")]
    of = plan(LEDGER, known, "", lambda _: known[:1])
    assert metrics_of(of, candidate())["recalled"] == ["hens"]
    assert "hens" not in of.all_ids
