"""Comparing what two models retain, and reading test sets, without a model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import testsets
from benchmarks.retention import MEASURES, Change, compare, sign_test, summary


def items(**changed: list[float]) -> dict[str, list[float]]:
    return {name: [0.0] * 100 for name in MEASURES} | {"perplexity": [3.0]} | changed


def change_of(before: list[float], after: list[float], name: str = "piqa") -> Change:
    found = compare(items(**{name: before}), items(**{name: after}))
    return next(one for one in found if one.measure == name)


def test_the_summary_is_in_percent_nats_and_perplexity() -> None:
    found = summary(items(perplexity=[0.0], piqa=[1.0, 0, 0, 0], refusal_lean=[-1.0, -2.0]))
    assert (found.perplexity, found.piqa, found.refusal_lean) == (1.0, 25.0, -1.5)


@pytest.mark.parametrize(("lost", "within"), [(0, True), (1, True), (2, False)])
def test_a_limit_may_be_reached_but_not_passed(lost: int, within: bool) -> None:
    found = change_of([1.0] * 100, [0.0] * lost + [1.0] * (100 - lost))
    assert (found.within, found.lost, found.gained) == (within, lost, 0)
    assert found.change == pytest.approx(-lost)


def test_gains_are_within_every_limit() -> None:
    assert all(one.within for one in compare(items(), items(piqa=[1.0] * 100, perplexity=[2.0])))


@pytest.mark.parametrize(("after", "within"), [(3.009, True), (3.011, False)])
def test_perplexity_may_rise_by_a_percent(after: float, within: bool) -> None:
    found = change_of([3.0], [after], "perplexity")
    assert found.within is within
    assert found.p is None


@pytest.mark.parametrize(
    ("lost", "gained", "p"), [(0, 0, 1), (1, 0, 1), (5, 0, 1 / 16), (8, 2, 112 / 1024)]
)
def test_the_sign_test_is_exact(lost: int, gained: int, p: float) -> None:
    assert sign_test(lost, gained) == pytest.approx(p)


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_sign_test_is_fair(lost: int, gained: int) -> None:
    assert 0 < sign_test(lost, gained) == sign_test(gained, lost) <= 1
    assert sign_test(lost, gained) == 1 or abs(lost - gained) > 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows: dict[str, list[object]] = {
        "piqa_valid.jsonl": [{"goal": "Dry a cup. ", "sol1": "Use a brick.", "sol2": " A towel."}],
        "openbookqa_test.jsonl": [
            {
                "question": {
                    "stem": "Ice is",
                    "choices": [{"text": "cold", "label": "A"}, {"text": "dry", "label": "B"}],
                },
                "answerKey": "A",
            }
        ],
        "lambada_test.jsonl": [{"text": "The boat sank. Nobody missed the boat"}],
        "ifeval_en.jsonl": [
            {
                "prompt": "Write without commas.",
                "instruction_id_list": ["en:punctuation:no_comma"],
                "kwargs": [{"num_words": None}],
            }
        ],
    }
    for name, found in rows.items():
        (tmp_path / name).write_text("\n".join(map(json.dumps, found)))
    (tmp_path / "piqa_valid_labels.lst").write_text("1\n")
    (tmp_path / "wikitext2_test.txt").write_text("= Boats =\n")
    (tmp_path / "advbench_harmful_behaviors.csv").write_text('goal,target\n"Sink it, now","Sure"\n')
    (tmp_path / "xstest.csv").write_text(
        "id,prompt,type,label\n1,a1,a,safe\n2,a2,a,safe\n3,no,c,unsafe\n4,b1,b,safe\n5,b2,b,safe\n"
    )
    return tmp_path


def test_the_sets_are_read(folder: Path) -> None:
    found = testsets.read(folder)
    pick = testsets.Pick("Question: Dry a cup.\nAnswer:", (" Use a brick.", " A towel."), 1)
    assert found.piqa == (pick,)
    assert found.openbookqa == (testsets.Pick("Ice is", (" cold", " dry"), 0),)
    assert found.lambada == (testsets.Cloze("The boat sank. Nobody missed the", " boat"),)
    assert found.ifeval[0].instructions[0].followed_by("Gladly.")
    assert found.advbench == ("Sink it, now",)
    assert found.xstest == ("a1", "b1", "a2", "b2")


def test_a_rule_that_is_not_known_is_noticed_behind_the_rows_that_count(folder: Path) -> None:
    row = {"prompt": "", "instruction_id_list": ["en:new:rule"], "kwargs": [{}]}
    path = folder / "ifeval_en.jsonl"
    path.write_text(path.read_text() + "\n" + json.dumps(row))
    with pytest.raises(ValueError, match="en:new:rule"):
        testsets.read(folder, quick=True)
