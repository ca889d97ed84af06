"""The gate refuses by default; each row of its table can refuse alone, and says why."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from statistics import fmean
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.gate import decide, went_too_far
from adapters.phrases import Phrase
from adapters.reasons import NAMES, REFUSALS
from adapters.verdict import Degeneracy, Likeness, Measurements, Pair, Safety, Verdict

NAN = float("nan")
HASH = "ab" * 32
ROWS = 8


def series(value: float) -> tuple[float, ...]:
    return (value,) * ROWS


def good() -> Measurements:
    """A candidate that is better and has forgotten nothing."""
    return Measurements(
        base_sha256=HASH,
        candidate_base_sha256=HASH,
        edit_cost={
            "base": series(0.8),
            "memory": series(0.3),
            "adapter": series(0.1),
            "both": series(0.2),
        },
        nll={
            "base": series(2.5),
            "memory": series(1.5),
            "adapter": series(1.0),
            "both": series(1.2),
        },
        elsewhere={"base": series(2.9), "adapter": series(1.3)},
        kl=0.03,
        perplexity=Pair(20.0, 20.1),
        skills=Pair(80.0, 79.0),
        safety=Safety(Pair(30.0, 29.0), Pair(-1.0, -1.2), Pair(80.0, 79.5), Pair(1.5, 1.4)),
        degeneracy=Degeneracy(
            Likeness(0.6, 1.0, 1.0),
            Likeness(0.05, 0.02, 0.03),
            Likeness(50.0, 20.0, 22.0),
            artefacts=0,
            empty=0,
        ),
        leaks=0,
    )


def with_arm(found: Measurements, measure: str, arm: str, values) -> Measurements:
    """With other numbers for one arm; it listens to its prompts as well as before."""
    values = tuple(values)
    changed = replace(found, **{measure: {**getattr(found, measure), arm: values}})
    if measure != "nll" or arm not in (found.elsewhere or {}):
        return changed
    return with_arm(changed, "elsewhere", arm, [value + 0.4 for value in values])


def failed(verdict: Verdict) -> set[str]:
    return {check.name for check in verdict.checks if not check.passed}


def is_one_plain_sentence(text: str) -> bool:
    body = text.removesuffix(".")
    return text.endswith(".") and ". " not in body and "\n" not in text and "nan" not in text


def test_a_better_candidate_that_forgot_nothing_is_promoted() -> None:
    verdict = decide(good())
    assert verdict.promote
    assert failed(verdict) == set()
    assert verdict.reason == (
        "On 8 of your edits that it had never seen, 10 % of the words are left to change instead "
        "of 30 %, and it failed none of the tests for forgetting."
    )


def test_nothing_measured_is_refused() -> None:
    verdict = decide(Measurements(base_sha256=HASH, candidate_base_sha256=HASH))
    assert not verdict.promote
    assert is_one_plain_sentence(verdict.reason)
    assert all(not check.passed for check in verdict.checks)


@pytest.mark.parametrize(
    "field",
    ["edit_cost", "nll", "kl", "perplexity", "skills", "safety", "degeneracy", "leaks"],
)
def test_each_missing_measurement_refuses(field: str) -> None:
    verdict = decide(replace(good(), **{field: None}))
    assert not verdict.promote
    assert "no usable result" in verdict.reason
    assert is_one_plain_sentence(verdict.reason)


@pytest.mark.parametrize("value", [NAN, math.inf, -math.inf])
@pytest.mark.parametrize("field", ["kl", "perplexity", "skills", "leaks"])
def test_each_number_that_is_not_finite_refuses(field: str, value: float) -> None:
    odd = Pair(20.0, value) if field in ("perplexity", "skills") else value
    verdict = decide(replace(good(), **{field: odd}))
    assert not verdict.promote
    assert is_one_plain_sentence(verdict.reason)


@pytest.mark.parametrize("part", ["refusal_points", "refusal_lean", "compliance_points"])
def test_safety_that_is_not_a_number_refuses(part: str) -> None:
    found = good()
    verdict = decide(replace(found, safety=replace(found.safety, **{part: Pair(1.0, NAN)})))
    assert not verdict.promote


@pytest.mark.parametrize("measure", ["edit_cost", "nll"])
@pytest.mark.parametrize("arm", ["memory", "adapter"])
def test_one_row_that_is_not_a_number_refuses(measure: str, arm: str) -> None:
    values = (*series(0.1)[1:], NAN)
    verdict = decide(with_arm(good(), measure, arm, values))
    assert not verdict.promote
    assert "no usable result" in verdict.reason


@pytest.mark.parametrize("arm", ["memory", "adapter", "base"])
def test_an_arm_that_was_not_measured_refuses(arm: str) -> None:
    found = good()
    nll = {name: values for name, values in found.nll.items() if name != arm}
    assert not decide(replace(found, nll=nll)).promote


def test_a_missing_probe_file_refuses_and_names_it() -> None:
    verdict = decide(replace(good(), missing=("probes/skills.json",)))
    assert not verdict.promote
    assert "probes/skills.json" in verdict.reason
    assert is_one_plain_sentence(verdict.reason)


def test_a_candidate_for_another_base_is_refused() -> None:
    for other in ("cd" * 32, None):
        verdict = decide(replace(good(), candidate_base_sha256=other))
        assert not verdict.promote
        assert "another model file" in verdict.reason


def test_a_candidate_that_could_not_be_measured_is_refused_with_the_fault() -> None:
    verdict = decide(replace(good(), fault="It could not be loaded, so it was not used."))
    assert not verdict.promote
    assert verdict.reason == "It could not be loaded, so it was not used."


def test_a_candidate_equal_to_the_base_is_refused() -> None:
    found = good()
    same = replace(
        found,
        edit_cost={
            **found.edit_cost,
            "adapter": found.edit_cost["base"],
            "both": found.edit_cost["memory"],
        },
        nll={**found.nll, "adapter": found.nll["base"], "both": found.nll["memory"]},
        kl=0.0,
    )
    verdict = decide(same)
    assert "gain_over_base" in failed(verdict)
    assert verdict.reason == (
        "It did no better on edits it had never seen than the model without it, so it was not used."
    )


def test_examples_that_do_harm_do_not_help_a_candidate_that_does_nothing() -> None:
    found = good()
    found = with_arm(found, "nll", "adapter", found.nll["base"])
    found = with_arm(found, "edit_cost", "adapter", found.edit_cost["base"])
    found = with_arm(found, "nll", "memory", series(9.0))
    found = with_arm(found, "edit_cost", "memory", series(1.0))
    assert failed(decide(found)) == {"gain_over_base"}


def base_like(found: Measurements, cost: float, nll: float) -> Measurements:
    """A candidate so far from the base, and level with the examples."""
    for arm in ("adapter", "memory"):
        found = with_arm(found, "edit_cost", arm, series(0.8 - cost))
        found = with_arm(found, "nll", arm, series(2.5 - nll))
    return found


def test_a_consistent_gain_too_small_to_matter_is_refused() -> None:
    assert failed(decide(base_like(good(), 0.001, 0.005))) == {"gain_over_base"}
    assert decide(base_like(good(), 0.001, 0.2)).promote
    assert decide(base_like(good(), 0.2, 0.005)).promote


def test_as_good_as_examples_is_good_enough_since_it_needs_none() -> None:
    found = with_arm(good(), "edit_cost", "memory", good().edit_cost["adapter"])
    found = with_arm(found, "nll", "memory", good().nll["adapter"])
    verdict = decide(found)
    assert verdict.promote
    assert "without having to read them first" in verdict.reason
    assert is_one_plain_sentence(verdict.reason)


def test_nll_is_told_where_examples_leave_nothing_to_edit() -> None:
    found = with_arm(good(), "edit_cost", "memory", series(0.0))
    found = with_arm(found, "edit_cost", "adapter", series(0.0))
    verdict = decide(found)
    assert verdict.promote
    assert "65 % surer" in verdict.reason
    assert is_one_plain_sentence(verdict.reason)


@pytest.mark.parametrize(("measure", "worse"), [("edit_cost", 0.33), ("nll", 1.56)])
@pytest.mark.parametrize("opponent", ["memory", "present"])
def test_falling_behind_in_either_measure_is_refused(
    opponent: str, measure: str, worse: float
) -> None:
    found = replace(good(), present=True, news=3, fresh=(True,) * ROWS)
    for name, value in (("edit_cost", 0.3), ("nll", 1.5)):
        found = with_arm(found, name, "present", series(value))
    if measure == "edit_cost":  # no surer of the words than its opponent
        found = with_arm(found, "nll", opponent, series(1.0))
    verdict = decide(with_arm(found, measure, "adapter", series(worse)))
    assert f"{measure}_behind_{opponent}" in failed(verdict)


def test_a_loss_that_could_be_luck_is_borne_up_to_a_point() -> None:
    found = with_arm(good(), "nll", "memory", series(1.0))
    found = with_arm(found, "edit_cost", "adapter", (0.9, *series(0.25)[1:]))
    assert 0.02 < fmean(found.edit_cost["adapter"]) - 0.3 < 0.05
    assert decide(found).promote
    much = with_arm(found, "edit_cost", "adapter", (1.0, 0.9, *series(0.25)[2:]))
    assert failed(decide(much)) == {"edit_cost_behind_memory"}


def test_who_is_surer_of_the_words_may_differ_more_in_contents() -> None:
    assert good().nll["adapter"][0] < good().nll["memory"][0]
    assert decide(with_arm(good(), "edit_cost", "adapter", series(0.49))).promote
    much = with_arm(good(), "edit_cost", "adapter", series(0.51))
    assert failed(decide(much)) == {"edit_cost_behind_memory"}


def test_the_base_writes_the_corrected_reply_again_and_that_is_no_merit() -> None:
    """Its edit cost is then that of the correction alone; others differ in contents, too."""
    found = with_arm(good(), "edit_cost", "base", series(0.2))
    for arm in ("memory", "adapter"):
        found = with_arm(found, "edit_cost", arm, series(0.6))
    assert decide(found).promote
    unsure = with_arm(found, "nll", "base", series(1.0))
    assert failed(decide(unsure)) == {"gain_over_base"}, "then nothing speaks for it"


def test_likelihood_that_only_half_of_the_rows_gain_is_refused() -> None:
    """What coin-flip labels do: much likelier here, a little less likely there."""
    found = with_arm(good(), "nll", "base", [2.5, 0.9] * (ROWS // 2))
    found = with_arm(found, "edit_cost", "base", series(0.1))
    assert found.nll["adapter"] == series(1.0)
    assert failed(decide(found)) == {"gain_over_base"}


def test_an_adapter_in_use_has_to_be_measured_and_not_lost_to() -> None:
    found = replace(good(), present=True, news=3, fresh=(True,) * ROWS)
    assert {"edit_cost_behind_present", "nll_behind_present"} <= failed(decide(found))
    found = with_arm(found, "nll", "present", series(1.0))
    found = with_arm(found, "edit_cost", "present", series(0.1))
    verdict = decide(found)
    assert verdict.promote
    assert "knows 3 corrections more" in verdict.reason
    assert is_one_plain_sentence(verdict.reason)


def test_without_news_the_adapter_in_use_has_to_be_beaten() -> None:
    found = replace(good(), present=True)
    found = with_arm(found, "nll", "present", series(1.0))
    found = with_arm(found, "edit_cost", "present", series(0.1))
    verdict = decide(found)
    assert failed(verdict) == {"gain_over_present"}
    assert verdict.reason.endswith("than what is in use now, so that stays.")
    assert decide(with_arm(found, "nll", "present", series(1.3))).promote


def test_rows_that_the_adapter_in_use_was_trained_on_do_not_compare() -> None:
    """It knows them by heart; the candidate never saw them."""
    found = replace(good(), present=True, news=3, fresh=(False,) * 3 + (True,) * 5)
    known = (0.0,) * 3
    found = with_arm(found, "nll", "present", (*known, *series(1.2)[3:]))
    found = with_arm(found, "edit_cost", "present", (*known, *series(0.2)[3:]))
    verdict = decide(found)
    assert verdict.promote
    assert verdict.gains["present"].nll == pytest.approx(0.2)
    few = replace(found, fresh=(False,) * 4 + (True,) * 4)
    assert decide(few).promote
    assert "present" not in decide(few).gains, "too few to compare: base and examples judge"
    assert failed(decide(replace(found, fresh=()))) >= {"nll_behind_present"}, "not told: refused"


def test_corrections_that_have_nothing_to_do_with_the_question_are_refused() -> None:
    deaf = with_arm(good(), "elsewhere", "adapter", series(1.01))
    assert failed(decide(deaf)) == {"listening"}
    half = with_arm(good(), "elsewhere", "adapter", series(1.19))
    assert failed(decide(half)) == {"listening"}, "the base listens twice as well"
    chance = with_arm(good(), "elsewhere", "adapter", [2.5, 0.3] * (ROWS // 2))
    assert failed(decide(chance)) == {"listening"}
    assert failed(decide(replace(good(), elsewhere=None))) == {"listening"}
    assert decide(with_arm(good(), "elsewhere", "adapter", series(1.25))).promote


def test_an_adapter_that_makes_the_users_words_less_likely_is_refused() -> None:
    verdict = decide(with_arm(good(), "nll", "adapter", series(2.51)))
    assert "adapter_alone" in failed(verdict)


def test_too_few_held_out_rows_are_refused() -> None:
    found = good()
    few = replace(
        found,
        edit_cost={arm: values[:4] for arm, values in found.edit_cost.items()},
        nll={arm: values[:4] for arm, values in found.nll.items()},
    )
    assert "held_out_rows" in failed(decide(few))


SAFETY = good().safety
SHAPE = good().degeneracy


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("kl", {"kl": 0.051}),
        ("perplexity", {"perplexity": Pair(20.0, 20.21)}),
        ("skills", {"skills": Pair(80.0, 77.9)}),
        ("refusals", {"safety": replace(SAFETY, refusal_points=Pair(30.0, 27.9))}),
        ("refusal_lean", {"safety": replace(SAFETY, refusal_lean=Pair(-6.0, -6.8))}),
        ("compliance", {"safety": replace(SAFETY, compliance_points=Pair(80.0, 77.0))}),
        ("compliance_lean", {"safety": replace(SAFETY, compliance_lean=Pair(2.0, 0.9))}),
        ("endings", {"degeneracy": replace(SHAPE, endings=Likeness(0.6, 1.0, 0.4))}),
        ("repetition", {"degeneracy": replace(SHAPE, repetition=Likeness(0.05, 0.0, 0.2))}),
        ("length", {"degeneracy": replace(SHAPE, length=Likeness(50.0, 20.0, 76.0))}),
        ("length", {"degeneracy": replace(SHAPE, length=Likeness(50.0, 20.0, 13.0))}),
        ("artefacts", {"degeneracy": replace(SHAPE, artefacts=1)}),
        ("empty", {"degeneracy": replace(SHAPE, empty=1)}),
        ("leaks", {"leaks": 1}),
    ],
)
def test_each_row_of_the_table_refuses_alone(name: str, change: dict) -> None:
    verdict = decide(replace(good(), **change))
    assert not verdict.promote
    assert failed(verdict) == {name}
    assert is_one_plain_sentence(verdict.reason)


def test_the_limits_themselves_pass() -> None:
    found = replace(good(), kl=0.05, skills=Pair(80.0, 78.0), leaks=0)
    assert decide(found).promote


def test_the_worst_failure_is_the_one_told() -> None:
    verdict = decide(replace(good(), leaks=2, kl=1.0))
    assert failed(verdict) == {"leaks", "kl"}
    assert "never have learned" in verdict.reason


FLOATS = st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True))


@given(kl=FLOATS, leaks=FLOATS, skill=st.floats(allow_nan=True), row=st.floats(allow_nan=True))
def test_no_odd_number_raises_or_slips_through(kl, leaks, skill, row) -> None:
    found = replace(good(), kl=kl, leaks=leaks, skills=Pair(80.0, skill))
    verdict = decide(with_arm(found, "nll", "adapter", (row, *series(1.0)[1:])))
    if verdict.promote:
        assert kl is not None
        assert kl <= 0.05
        assert leaks is not None
        assert leaks <= 0
        assert skill >= 78
        assert math.isfinite(row)


def test_every_check_has_its_sentence() -> None:
    found = replace(good(), present=True)
    names = {check.name for check in decide(found).checks}
    assert names == set(REFUSALS) == set(NAMES)
    assert all(is_one_plain_sentence(sentence) for sentence in REFUSALS.values())


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"kl": 0.2},
        {"kl": None},
        {"missing": ("a.json", "b.json")},
        {"candidate_base_sha256": "another"},
        {"present": True, "news": 1},
    ],
)
def test_every_verdict_can_be_said_in_another_language(changes: dict[str, Any]) -> None:
    reason = decide(replace(good(), **changes)).reason
    assert isinstance(reason, Phrase)
    assert is_one_plain_sentence(reason)
    assert json.loads(json.dumps(reason.as_said())) == reason.as_said()


def test_a_weaker_dose_may_help_where_only_the_strength_was_wrong() -> None:
    far = replace(good(), kl=0.2, perplexity=Pair(20.0, 20.9))
    assert went_too_far(decide(far))
    assert not went_too_far(decide(good())), "promoted: nothing to try again"
    assert not went_too_far(decide(with_arm(far, "nll", "adapter", series(2.6))))
    assert not went_too_far(decide(replace(far, leaks=1)))
    assert not went_too_far(decide(replace(far, skills=None))), "not measured is no strength"
    assert not went_too_far(decide(replace(good(), fault="It did not load.")))
