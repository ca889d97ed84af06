"""The benchmark of the search, on a small store: it asks what it says, and mostly finds it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.search import Talk, _table, run


def test_a_small_run_finds_what_is_there_and_nothing_else(tmp_path: Path) -> None:
    result = run(tmp_path, messages=400, rounds=16)
    kinds = result["kinds"]
    for kind in ("whole word", "beginning", "phrase", "several words", "typing error"):
        assert kinds[kind]["found"] >= kinds[kind]["asked"] / 4, kind
    assert kinds["phrase"]["found"] == kinds["phrase"]["asked"]
    assert kinds["nothing like it"]["found"] == 0
    assert f"| phrase | {kinds['phrase']['p50_ms']:.1f} ms" in _table(result)


def test_the_same_seed_says_the_same() -> None:
    one, other = Talk(seed=3), Talk(seed=3)
    assert [one.message(at) for at in range(4)] == [other.message(at) for at in range(4)]
