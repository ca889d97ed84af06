"""Whether a candidate serves its person better: than the base, the examples, the adapter in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from statistics import fmean

import numpy as np
import pytest

from adapters.gate import decide
from adapters.verdict import Measurements
from tests.support.candidates import (
    NAN,
    ROWS,
    failed,
    good,
    is_one_plain_sentence,
    series,
    with_arm,
)


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


def leaning(turned: Sequence[float]) -> Measurements:
    """`good`, with a candidate that has moved by so many nats towards each correction."""
    before = [-40.0 + 3 * at for at in range(len(turned))]
    after = [start + moved for start, moved in zip(before, turned, strict=True)]
    return replace(good(), leaning={"base": before, "adapter": after})


def test_a_candidate_that_does_not_prefer_corrections_to_what_they_correct_is_refused() -> None:
    verdict = decide(leaning([9, 8, 7, 6, -5, 5, -8, 9]))
    assert failed(verdict) == {"direction"}
    assert "did not clearly prefer" in verdict.reason
    assert is_one_plain_sentence(verdict.reason)
    assert decide(leaning([9, 8, 7, 6, 5, 5, -1, 9])).promote, "one odd correction among eight"
    assert failed(decide(replace(good(), leaning=None))) == {"direction"}
    assert failed(decide(leaning([9, 8, 7, 6, NAN]))) == {"direction"}


@pytest.mark.parametrize("rows", [5, 6, 8])
def test_of_labels_by_lot_one_in_twenty_passes_at_most(rows: int) -> None:
    """Which of two texts a row prefers is a coin, whatever the size of what was learned of it."""
    sizes = np.random.default_rng(1).exponential(20.0, rows)
    lots = [np.where(signs, sizes, -sizes) for signs in product((True, False), repeat=rows)]
    promoted = [decide(leaning(list(lot))).promote for lot in lots]
    assert 0 < sum(promoted) <= 0.05 * len(lots)


def test_fewer_than_five_corrections_have_all_to_be_preferred() -> None:
    assert decide(leaning([1.0, 2.0, 3.0])).promote
    assert failed(decide(leaning([9.0, 9.0, -0.1]))) == {"direction"}


def test_where_nothing_was_corrected_no_direction_is_asked_for() -> None:
    verdict = decide(leaning([]))
    assert verdict.promote
    assert "direction" not in {check.name for check in verdict.checks}


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
