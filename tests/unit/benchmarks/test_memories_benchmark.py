"""The benchmark of memories counts right, and its data are what it says they are."""

from __future__ import annotations

from pathlib import Path

from app.store import Key, open_store
from benchmarks.memories import PRECISION_AIM, Tally, fill, finding, lines, made_up, recall


def test_a_tally_counts_both_ways() -> None:
    tally = Tally()
    tally.count(["I live in Bonn", "I am late"], ["live in Bonn", "a nurse"])
    assert tally.as_json() == {
        "found": 2,
        "right": 1,
        "precision": 0.5,
        "marked": 2,
        "recall": 0.5,
    }
    assert Tally().as_json()["precision"] == 1.0


def test_the_messages_are_many_and_most_have_nothing_to_be_found() -> None:
    rows = lines("memories.jsonl")
    silent = [row for row in rows if not row["find"]]
    assert len(rows) >= 300
    assert len(silent) * 2 >= len(rows)
    assert len({row["text"] for row in rows}) == len(rows)
    assert all(mark in row["text"] for row in rows for mark in row["find"])


def test_patterns_are_precise_on_both_halves() -> None:
    for half in ("dev", "test"):
        assert finding(half)["precision"] >= PRECISION_AIM


def test_every_question_needs_what_is_known_in_its_half() -> None:
    rows = lines("recall.jsonl")
    for half in ("dev", "test"):
        known = {row["memory"] for row in rows if "memory" in row and row["half"] == half}
        asked = [row for row in rows if "ask" in row and row["half"] == half]
        assert asked
        assert all(row["needs"] and set(row["needs"]) <= known for row in asked)


def test_made_up_memories_are_the_same_each_time(tmp_path: Path) -> None:
    assert [m.text for m in made_up(50)] == [m.text for m in made_up(50)]
    with open_store(tmp_path / "profile", Key(bytes(range(32)))) as store:
        assert len(fill(store, "test", 60)) < 60
        assert len(store.memories.all()) == 60


def test_recall_is_more_than_of_the_newest_alone() -> None:
    result = recall("test", 200, 1)
    assert result["recall"] > result["recall_of_the_newest"]
