"""Tables of what was measured: what stands in a cell, and that the page holds what files say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from adapters.recipe import Recipe
from benchmarks.evidence import TABLES, Table, section
from benchmarks.page import filled
from benchmarks.results import read
from benchmarks.retention import MEASURES
from benchmarks.scoreboard import RESULTS

PAGE = RESULTS.parent / "learning.md"


def rows(name: str, *lines: dict[str, Any]) -> list[list[str]]:
    """The cells of the first table, without its head and its rule."""
    text = TABLES[name].told(lines).split("\n\n")[0]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in text.splitlines()[2:]]


def night(user: str, cost: float, outcome: str = "promoted") -> dict[str, Any]:
    arms = {"base": [0.5], "memory": [0.1], "adapter": [cost, 0.0], "both": [cost]}
    return {"user": user, "edits": 48, "outcome": outcome, "costs": {"email": arms, "note": arms}}


def test_the_page_holds_what_the_kept_results_say() -> None:
    recipe = Recipe().hash
    sections = {
        name: section(table, read(RESULTS / table.file), recipe) for name, table in TABLES.items()
    }
    page = PAGE.read_text(encoding="utf-8")
    assert page == filled(page, sections), "run `make pages`"


def test_what_was_not_measured_and_what_is_older_says_so(tmp_path: Path) -> None:
    table = TABLES["a change of mind"]
    assert section(table, read(tmp_path / table.file), "new") == "*Not measured.*"
    line = looked("terse", 0) | {"setup": {"recipe": "old", "before": 60}}
    assert section(table, [line], "new").endswith("`flip.jsonl`, taken with an older recipe*")
    assert section(table, [line], "old").endswith("`flip.jsonl`*")


def test_arms_that_are_older_than_the_others_are_named() -> None:
    table = Table("lives.jsonl", lambda lines: str(len(lines)))
    lines = [
        {"arm": arm, "setup": {"recipe": f"9-{recipe}"}}
        for arm, recipe in (("ours", "new"), ("stock", "old"), ("chained", "old"), ("ours", "new"))
    ]
    older = "; with an older recipe, at least in part: chained, stock*"
    assert section(table, lines, "new") == f"4\n\n*`lives.jsonl`{older}"
    assert section(table, lines[:1], "new") == "1\n\n*`lives.jsonl`*"
    assert section(table, lines[1:3], "new").endswith("`, taken with an older recipe*")


def test_users_have_a_row_each_and_a_mean_and_what_was_refused_says_so() -> None:
    one, two, mean = rows(
        "users after 48 edits",
        night("terse", 0.2),
        night("warm", 0.4, "kept"),
        night("terse", 0.9) | {"edits": 16},
    )
    assert one[:5] == ["terse", "0.500", "0.100", "0.100", "0.200"]
    assert two[0] == "warm (not promoted)"
    assert mean[:5] == ["**mean**", "0.500", "0.100", "0.150", "0.300"]
    assert one[8:] == ["", "", "", ""], "kinds that were not asked have no figure"


def looked(name: str, replaced: int) -> dict[str, Any]:
    setup = {"recipe": "new", "before": 60}
    pair = {"pair": f"{name}:{name}", "old": name, "new": name, "setup": setup}
    return {**pair, "only_look": True, "replaced_before": replaced}


def test_who_was_only_looked_at_has_no_costs_unless_nights_were_trained() -> None:
    scores = dict.fromkeys(("base", "never the old one", "changed", "without looking"), 0.5)
    trained = looked("warm", 2) | {"only_look": False, **scores}
    assert rows("a change of mind", looked("terse", 0), looked("warm", 1), trained) == [
        ["terse throughout", "0 of 60", "", "", "", ""],
        ["warm throughout", "2 of 60", "0.500", "0.500", "0.500", "0.500"],
    ]


def test_letters_are_compared_with_eight_examples() -> None:
    scores = {"base": 4.0, "8 examples": 2.0, "adapter": 1.9, "both": 1.8, "b's adapter": 3.0}
    line = {"donor": "a", "scores": scores | {"change of perplexity": -0.01}}
    assert rows("donors", line) == [
        ["a", "4.000", "2.000", "1.900 (-5.0%)", "1.800 (-10.0%)", "3.000", "-1.0%"]
    ]


def test_a_change_beyond_its_limit_is_bold() -> None:
    changes = [
        {
            "measure": name,
            "base": 10.0,
            "change": -3.0 if name == "piqa" else -0.0,
            "within": name != "piqa",
            "lost": None if name == "perplexity" else 4,
            "gained": 1,
        }
        for name in MEASURES
    ]
    costs = {"base": [0.5], "adapter": [0.1]}
    line = {"user": "terse", "night": 10, "rows": 60, "costs": costs, "retention": changes}
    found = {row[0]: row[1:] for row in rows("thirty nights", line)}
    assert found["PIQA, %"] == ["-1", "10.00", "**-3.00** (4 lost, 1 gained)"]
    assert found["WikiText-2 perplexity"] == ["+1%", "10.00", "+0.00%"]


def test_nights_by_lot_are_counted_and_a_night_without_checks_gives_its_reason() -> None:
    lines = [
        {"night": "nan", "promoted": False, "failed": [], "reason": "It computed nonsense."},
        {"night": "random 0", "promoted": False, "failed": ["kl", "direction"]},
        {"night": "random 1", "promoted": True, "failed": ["direction"]},
    ]
    assert rows("calibration", *lines) == [
        ["nan", "no", "It computed nonsense."],
        ["labels by lot, 2 nights", "1", "direction (2), kl (1)"],
    ]


def test_parts_are_compared_on_the_users_who_have_them_all() -> None:
    def line(user: str, variant: str, score: float) -> dict[str, Any]:
        likely = dict.fromkeys(("email", "note", "question"), score)
        scores = likely | {"kl": 0.01, "perplexity": 10 * score}
        return {"user": user, "variant": variant, "scores": scores}

    lines = [line("terse", "base", 2.0), line("terse", "full", 1.0), line("warm", "base", 9.0)]
    assert rows("ablation", *lines) == [
        ["base", "2.000", "2.000", "2.000", "0.010", "+0.00%"],
        ["full", "1.000", "1.000", "1.000", "0.010", "-50.00%"],
    ]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_has_a_file_of_results(name: str) -> None:
    assert read(RESULTS / TABLES[name].file), "kept results are part of the repository"
