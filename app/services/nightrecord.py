"""What the ledger says of a night: figures, rows, reason."""

from __future__ import annotations

from typing import Any

from app.domain.errors import KnownError
from app.domain.phrases import phrase
from app.sleep.job import Plan
from app.sleep.process import Candidate
from app.store.quotes import RECALLED

PINNED = "pinned"
"""How many rows of a night were: what is pinned may decide what is learned."""


def metrics_of(the_plan: Plan, candidate: Candidate) -> dict[str, Any]:
    """The learner's, how many rows were pinned, what the plan left out beside what the learner did,
    and which memories it recalled: these may be forgotten, and then their words must go from it.
    """
    metrics = {**candidate.metrics, "manifest": dict(candidate.manifest)}
    metrics[PINNED] = sum(row["pinned"] for row in the_plan.rows)
    if the_plan.recalled:
        metrics[RECALLED] = list(the_plan.recalled)
    if the_plan.why:
        metrics["manifest"]["left_out"] = dict(the_plan.why)
    if the_plan.why and metrics.get("training"):
        training = metrics["training"]
        left_out = {**training.get("left_out", {}), **dict(the_plan.why)}
        metrics["training"] = {**training, "left_out": left_out}
    return metrics


def seen_by(the_plan: Plan, candidate: Candidate) -> tuple[str, ...]:
    """All rows that decided what the candidate is: also those that the learner chose to leave out.
    Held-out ones belong to them once the night has trained on everything."""
    whole = candidate.metrics.get("training", {}).get("all_rows")
    return the_plan.all_ids if whole else the_plan.trained


def told(error: KnownError) -> str:
    """As a night's reason."""
    return phrase("{sentence} {remedy}", sentence=error.sentence, remedy=error.remedy)
