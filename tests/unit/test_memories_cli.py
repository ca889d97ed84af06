"""`reverie memories`: for people, and one JSON object for programs."""

from __future__ import annotations

import json
from typing import Any


def memories(run: Any, *words: str) -> list[dict[str, Any]]:
    _, out, _ = run("--json", "memories", *words)
    found: list[dict[str, Any]] = json.loads(out)["memories"]
    return found


def test_a_memory_from_its_first_to_its_last_day(run: Any) -> None:
    assert "No memories yet" in run("memories")[1]
    code, out, _ = run("--json", "memories", "add", "I live in Bonn")
    added = json.loads(out)["added"]
    assert (code, added["kind"], added["origin"]) == (0, "fact", "typed")
    _, out, _ = run("memories", "add", "I live in Kiel")
    assert f"It replaces {added['id']}" in out
    _, out, _ = run("memories", "add", "I live in Kiel.")
    assert "Already remembered" in out
    assert [m["text"] for m in memories(run, "search", "kiel")] == ["I live in Kiel"]
    here = memories(run, "list", "--state", "active")[-1]["id"]
    for action in ("pin", "unpin", "exclude", "use"):
        assert run("memories", action, here)[0] == 0
    run("memories", "correct", here, "I live in Kiel-Gaarden")
    _, out, _ = run("memories")
    assert "replaced" in out
    assert "Kiel-Gaarden" in out
    last = memories(run)[-1]["id"]
    assert "2 memories deleted" in run("memories", "forget", last)[1]
    assert memories(run) == [], "what it had replaced goes with it"


def test_preferences_are_known_by_their_words_or_as_said(run: Any) -> None:
    run("memories", "add", "I prefer tea")
    run("memories", "add", "--preference", "Tea at five")
    run("memories", "add", "--fact", "I prefer nothing")
    kinds = [memory["kind"] for memory in memories(run)]
    assert kinds == ["preference", "preference", "fact"]


def test_what_is_not_there_is_a_known_problem_and_nothing_is_deleted(run: Any) -> None:
    run("memories", "add", "I prefer tea")
    known = memories(run)[0]["id"]
    code, _, err = run("memories", "forget", known, "nope")
    assert code == 3
    assert "There is no memory nope" in err
    assert len(memories(run)) == 1


def test_contradictions_are_listed(run: Any) -> None:
    assert "No two memories disagree" in run("memories", "contradictions")[1]
    code, out, _ = run("--json", "memories", "contradictions")
    assert (code, json.loads(out)) == (0, {"contradictions": []})
