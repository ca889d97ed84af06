"""The scoreboard: aims are judged by what was measured, and by nothing where nothing was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import scoreboard
from benchmarks.aims import AIMS, FEW, FULL
from benchmarks.retention import MEASURES, within
from benchmarks.users import USERS

RECIPE = "0123456789abcdef"
SETUP = {"recipe": RECIPE}


def night(user: str, edits: int = FULL, **costs: float) -> dict[str, Any]:
    mail = {"base": 0.6, "memory": 0.1, "adapter": 0.05, "both": 0.05} | costs
    note = {"base": 0.5, "memory": 0.1, "adapter": 0.2, "both": 0.2}
    question = {"base": 0.0, "memory": 0.2, "adapter": 0.01, "both": 0.01}
    kinds = {"email": mail, "note": note, "question": question}
    costs_ = {
        kind: {arm: [cost, cost] for arm, cost in arms.items()} for kind, arms in kinds.items()
    }
    return {
        "user": user,
        "edits": edits,
        "costs": costs_,
        "outcome": "promoted",
        "setup": SETUP,
    }


def after(number: int, **changes: float) -> dict[str, Any]:
    found = dict.fromkeys(MEASURES, 0.0) | changes
    retention = [
        {"measure": name, "change": change, "within": within(name, change)}
        for name, change in found.items()
    ]
    return {"user": "terse", "night": number, "retention": retention, "setup": SETUP}


def keep(folder: Path, name: str, *lines: dict[str, Any]) -> None:
    (folder / name).write_text("".join(json.dumps(line) + "\n" for line in lines))


def rows(folder: Path) -> dict[str, tuple[str, str]]:
    return {row[0]: (row[2], row[3]) for row in scoreboard.scored(folder, RECIPE)}


def of(folder: Path, beginning: str) -> tuple[str, str]:
    return next(it for name, it in rows(folder).items() if name.startswith(beginning))


def test_what_was_not_measured_is_neither_met_nor_missed(tmp_path: Path) -> None:
    assert set(rows(tmp_path).values()) == {("not measured", "")}
    assert len(rows(tmp_path)) == len(AIMS), "no two aims of one name"


def test_eight_users_meet_an_aim_and_seven_do_not_yet(tmp_path: Path) -> None:
    keep(tmp_path, "learning.jsonl", *(night(one.name) for one in USERS[:7]))
    assert of(tmp_path, "edit cost after 48") == ("-91.7%; 7 of 7 nights promoted", "")
    keep(tmp_path, "learning.jsonl", *(night(one.name) for one in USERS))
    assert of(tmp_path, "edit cost after 48")[1] == "yes"
    assert of(tmp_path, f"after {FEW} edits") == ("not measured", "")
    seen, met = of(tmp_path, "adapter alone")
    assert seen.startswith("0.050 against 0.100, -0.050 [-0.050, -0.050]") and met == "yes"
    assert of(tmp_path, "reach")[1] == "**no**"
    assert of(tmp_path, "bleed")[1] == "yes"


def test_a_missed_aim_is_a_plain_no(tmp_path: Path) -> None:
    keep(tmp_path, "learning.jsonl", *(night(one.name, adapter=0.3) for one in USERS))
    assert of(tmp_path, "edit cost after 48") == ("-50.0%; 8 of 8 nights promoted", "**no**")


def test_both_is_judged_where_memory_leaves_something(tmp_path: Path) -> None:
    keep(tmp_path, "learning.jsonl", night("terse", memory=0.01))
    assert of(tmp_path, "both") == ("memory leaves none of 1 users so much", "")
    keep(tmp_path, "learning.jsonl", night("terse", memory=0.01), night("warm", both=0.08))
    assert of(tmp_path, "both") == ("-20% (0.080 against 0.100; 1 nights)", "")
    keep(tmp_path, "learning.jsonl", *(night(one.name, both=0.08) for one in USERS))
    assert of(tmp_path, "both") == ("-20% (0.080 against 0.100; 8 nights)", "**no**")


def test_figures_of_an_older_recipe_say_so(tmp_path: Path) -> None:
    keep(tmp_path, "learning.jsonl", night("terse") | {"setup": {"recipe": "another"}})
    assert of(tmp_path, "edit cost after 48")[0].endswith("(older)")
    keep(tmp_path, "thirty.jsonl", after(30) | {"setup": {"recipe": f"4-{RECIPE}"}})
    assert not of(tmp_path, "thirty nights")[0].endswith("(older)")


def test_what_is_lost_after_thirty_nights_is_named(tmp_path: Path) -> None:
    keep(tmp_path, "thirty.jsonl", after(1), after(10))
    assert of(tmp_path, "thirty nights") == ("not measured", "")
    keep(tmp_path, "thirty.jsonl", after(1), after(30, piqa=-2.0))
    assert of(tmp_path, "thirty nights") == ("lost after 30 nights: piqa; 1 users", "**no**")
    assert of(tmp_path, "PIQA") == (
        "night 1: +0.00/+0.00/+0.00; night 30: -2.00/+0.00/+0.00",
        "**no**",
    )
    assert of(tmp_path, "WikiText") == ("night 1: +0.00%; night 30: +0.00%", "yes")


def test_donors_need_both_arms_and_their_own_adapter(tmp_path: Path) -> None:
    scores = {"base": 3.7, "8 examples": 3.0, "adapter": 2.7, "both": 2.7, "b's adapter": 3.4}
    one = {"donor": "a", "scores": scores, "setup": SETUP}
    keep(tmp_path, "donors.jsonl", one)
    assert of(tmp_path, "donors") == ("a: adapter -10.0%, both -10.0%", "")
    other = {**one, "donor": "b", "scores": {**scores, "both": 2.9}}
    keep(tmp_path, "donors.jsonl", one, other)
    assert of(tmp_path, "donors")[1] == "**no**"
    keep(tmp_path, "donors.jsonl", one, {**one, "donor": "b"})
    assert of(tmp_path, "donors")[1] == "yes"


@pytest.mark.parametrize(
    ("file", "line", "aim", "met"),
    [
        ("ledgers.jsonl", {"rows": 200, "seconds": 1700, "outcome": "promoted"}, "night of", "yes"),
        ("ledgers.jsonl", {"rows": 200, "seconds": 1900, "outcome": "kept"}, "night of", "**no**"),
        (
            "trl.json",
            {"ratio": 3.4, "precision": "bf16", "loss_difference": 0.0, "met": True},
            "training",
            "yes",
        ),
        (
            "engine.json",
            {"adapter_to_none": 0.9, "adapter_to_none_quartiles": [0.85, 0.97], "target": 0.95},
            "decoding",
            "**no**",
        ),
        ("calibration.jsonl", {"night": "random 0", "promoted": False}, "nights of random", ""),
        ("calibration.jsonl", {"night": "nan", "promoted": True}, "destructive", "**no**"),
        ("calibration.jsonl", {"night": "sound", "promoted": True}, "destructive", ""),
        ("erasure.json", {"verdict": "holds", "claims": [{"verdict": "holds"}]}, "erasure", "yes"),
    ],
)
def test_an_aim_by_one_line(
    tmp_path: Path, file: str, line: dict[str, Any], aim: str, met: str
) -> None:
    keep(tmp_path, file, line)
    assert of(tmp_path, aim)[1] == met


def test_a_change_of_mind_is_compared_with_one_who_never_was_another(tmp_path: Path) -> None:
    line = {"old": "terse", "new": "warm", "only_look": False, "changed": 0.11, "setup": SETUP}
    line |= {"never the old one": 0.10}
    keep(tmp_path, "flip.jsonl", line, line | {"old": "warm", "changed": 0.9})
    assert of(tmp_path, "edit cost 40") == ("0.110 against 0.100; 1 changes", "yes")


def test_the_page_is_a_table(tmp_path: Path) -> None:
    page = scoreboard.as_markdown(scoreboard.scored(tmp_path, RECIPE)).splitlines()
    assert len(page) == 2 + len(AIMS)
    assert {line.count("|") for line in page} == {6}
