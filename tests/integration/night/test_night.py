"""What a night refuses to begin, and what it refuses to judge; in this process."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from adapters import gguf_lora, night
from adapters.control import Cancelled, Control
from adapters.errors import LearnerError
from adapters.job import Job
from adapters.recipe import Recipe
from adapters.verdict import Check, Measurements, Verdict


def run(job: dict[str, Any]) -> tuple[night.Outcome, list[dict[str, Any]]]:
    told: list[dict[str, Any]] = []
    return night.run(Job.from_json(job), b"", Control(), told.append), told


@pytest.mark.parametrize(("train", "held_out"), [(7, 5), (9, 4), (0, 0)])
def test_too_few_rows_are_a_known_problem(
    make_job: Callable, rows: list[dict[str, Any]], train: int, held_out: int
) -> None:
    few = rows[:train] + rows[9 : 9 + held_out]
    with pytest.raises(LearnerError, match=f"{train} rows to learn from and {held_out}"):
        Job.from_json(make_job(rows=few))


def test_held_out_rows_without_a_wanted_text_do_not_count(
    make_job: Callable, rows: list[dict[str, Any]]
) -> None:
    rejected = [*rows[:-1], rows[-1] | {"kind": "reject", "edited": None}]
    with pytest.raises(LearnerError, match="and 4 to check with"):
        Job.from_json(make_job(rows=rejected))


@pytest.mark.parametrize("field", ["base", "rows", "cache", "seed", "resources", "system"])
def test_a_job_without_a_field_is_a_known_problem(make_job: Callable, field: str) -> None:
    job = make_job()
    del job[field]
    with pytest.raises(LearnerError):
        Job.from_json(job)


@pytest.mark.parametrize(
    "change",
    [{"seed": "x"}, {"threads": []}, {"rows": [{}]}, {"recipe": {"speed": 3}}, {"rows": 5}],
)
def test_a_job_of_the_wrong_form_is_a_known_problem(make_job: Callable, change: dict) -> None:
    with pytest.raises(LearnerError):
        Job.from_json(make_job(**change))


def test_missing_probes_refuse_before_anything_is_trained(
    make_job: Callable, resources: Path, tmp_path: Path
) -> None:
    broken = Path(shutil.copytree(resources, tmp_path / "resources"))
    (broken / "probes" / "safety.json").unlink()
    outcome, told = run(make_job(resources=str(broken)))
    assert not outcome.verdict.promote
    assert "probes/safety.json" in outcome.verdict.reason
    assert outcome.candidate == b""
    assert outcome.sha256 == ""
    assert outcome.manifest.adapter_sha256 is None
    assert {message["phase"] for message in told} == {"load", "gate"}


def test_a_missing_folder_of_probes_refuses_too(
    make_job: Callable, resources: Path, tmp_path: Path
) -> None:
    broken = Path(shutil.copytree(resources, tmp_path / "resources"))
    shutil.rmtree(broken / "probes")
    outcome, _ = run(make_job(resources=str(broken)))
    assert not outcome.verdict.promote
    assert "probes/general.txt" in outcome.verdict.reason


def test_missing_replay_prompts_are_a_known_problem(
    make_job: Callable, resources: Path, tmp_path: Path
) -> None:
    broken = Path(shutil.copytree(resources, tmp_path / "resources"))
    (broken / "replay" / "prompts.txt").unlink()
    with pytest.raises(LearnerError, match=r"prompts\.txt"):
        run(make_job(resources=str(broken)))


def test_a_base_that_is_gone_is_a_known_problem(make_job: Callable, tmp_path: Path) -> None:
    with pytest.raises(LearnerError, match="missing or may not be read"):
        run(make_job(base=str(tmp_path / "gone.gguf")))


def test_a_base_that_has_changed_is_a_known_problem(make_job: Callable) -> None:
    with pytest.raises(LearnerError, match="not the file that this night was planned for"):
        run(make_job(base_sha256="00" * 32))


def test_a_cancelled_night_does_nothing(make_job: Callable, tmp_path: Path) -> None:
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        night.run(Job.from_json(make_job()), b"", control, lambda _message: None)
    assert not (tmp_path / "cache").exists()


def test_the_recipe_says_which_layers_of_the_adapter_there_are(make_job: Callable) -> None:
    outcome, _ = run(make_job())
    recipe = Recipe.from_json(outcome.manifest.recipe)
    assert outcome.manifest.recipe_hash == recipe.hash
    layers = {int(name.split(".")[1]) for name in gguf_lora.read(outcome.candidate).tensors}
    assert layers == set(recipe.layers(3))


def test_a_second_round_is_decided_by_the_rows_that_are_held_out(
    make_job: Callable, rows: list[dict[str, Any]]
) -> None:
    """All of them say the same, so that the second round helps; then none says what it teaches."""
    alike, _ = run(make_job(recipe={"min_steps": 4, "max_steps": 4, "learning_rate": 1e-3}))
    first, second = alike.metrics["training"]["held_out_nll"]
    assert second < first
    assert alike.metrics["training"]["steps"] == 8
    for row in rows:
        if row["held_out"]:
            row["edited"] = "calm was day the and nine at left boat the"
    apart, _ = run(make_job(recipe={"min_steps": 16, "max_steps": 16, "learning_rate": 2e-2}))
    first, second = apart.metrics["training"]["held_out_nll"]
    assert second >= first
    assert apart.metrics["training"]["steps"] == 16


def judged(monkeypatch: pytest.MonkeyPatch, *passed: bool) -> list[float]:
    """The verdicts to come, which a tiny model cannot earn; the KL of what they were given for."""
    verdicts, measured = iter(passed), list[float]()

    def decide(found: Measurements) -> Verdict:
        passes = next(verdicts)
        measured.append(found.kl or 0.0)
        return Verdict(passes, "so it goes.", (Check("kl", found.kl, 1.0 * passes, passes),))

    monkeypatch.setattr(night, "decide", decide)
    return measured


TWO_ROUNDS = {"min_steps": 4, "max_steps": 4, "learning_rate": 1e-3}


def test_a_candidate_that_went_too_far_is_tried_in_weaker_doses(
    make_job: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both rounds, then the first alone, each at full strength and at three quarters; then half."""
    measured = judged(monkeypatch, False, False, False, False, True, True, True)
    outcome, _ = run(make_job(recipe=TWO_ROUNDS))
    assert outcome.verdict.promote
    assert measured[0] > measured[1] > measured[4] > 0
    assert measured[0] > measured[2] > measured[3] > 0
    assert len(measured) == 7, "and all rows at the strength that was chosen"
    assert outcome.metrics["training"]["all_rows"]
    assert outcome.metrics["training"]["scale"] == 0.5
    stored = gguf_lora.read(outcome.candidate).metadata["adapter.lora.alpha"]
    assert stored == 0.5 * Recipe().alpha


def test_the_first_round_serves_where_both_went_too_far(
    make_job: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged(monkeypatch, False, False, True, True, True)
    outcome, _ = run(make_job(recipe=TWO_ROUNDS))
    assert outcome.metrics["training"]["all_rows"]
    assert outcome.metrics["training"]["scale"] == 1.0
    judged(monkeypatch, True, True, True)
    one, _ = run(make_job(recipe={**TWO_ROUNDS, "rounds": 1}))
    assert outcome.metrics["training"]["steps"] == one.metrics["training"]["steps"]
    alone = gguf_lora.read(one.candidate).tensors
    for name, tensor in gguf_lora.read(outcome.candidate).tensors.items():
        assert (tensor == alone[name]).all(), "as if there had been no second round"


def test_all_rows_in_a_weaker_dose_are_not_tried(
    make_job: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = judged(monkeypatch, True, False)
    outcome, _ = run(make_job(recipe=TWO_ROUNDS))
    assert outcome.verdict.promote
    assert len(measured) == 2
    assert not outcome.metrics["training"]["all_rows"]
    assert outcome.metrics["training"]["scale"] == 1.0


def test_a_stated_preference_that_asks_for_too_much_does_not_keep_the_edits_from_being_learned(
    make_job: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three strengths with it are refused; then comes a candidate without it."""
    measured = judged(monkeypatch, False, False, False, True, True, True)
    stated = "Answer briefly.\nAbout the user:\n- shouts"
    outcome, _ = run(make_job(stated=stated, recipe={**TWO_ROUNDS, "rounds": 1}))
    assert outcome.verdict.promote
    assert len(measured) == 6
    assert outcome.metrics["training"]["stated"] == 0
    assert outcome.metrics["training"]["all_rows"]


def test_a_stated_preference_is_taught(make_job: Callable) -> None:
    plain, _ = run(make_job())
    taught, _ = run(make_job(stated="Answer briefly.\nAbout the user:\n- shouts"))
    assert plain.metrics["training"]["stated"] == 0
    assert taught.metrics["training"]["stated"] == 2
    assert taught.candidate != plain.candidate
