"""A night's metrics as rows that people can read, without a single widget.

A number that is missing is left out, never invented.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain import caps
from app.domain.guard import Untaught
from app.domain.ledger import Night
from app.ui import words
from app.ui.language import figure, mark, tr

ARMS = (
    ("base", mark("The bare model")),
    ("memory", mark("With examples in the prompt")),
    ("present", mark("With the adapter before")),
    ("adapter", mark("With the new adapter alone")),
    ("both", mark("With the new adapter beside examples")),
)

CHECKS = {
    "held_out_rows": mark("Corrections kept aside to check with"),
    "gain_over_base": mark("Better than the bare model: chance that this is luck"),
    "listening": mark("How much the words depend on the question, nats a token"),
    "direction": mark("Turned towards your corrections: chance that this is luck"),
    "edit_cost_behind_memory": mark("Behind past edits as examples, words to change"),
    "nll_behind_memory": mark("Behind past edits as examples, nats a token"),
    "edit_cost_behind_present": mark("Behind the adapter before, words to change"),
    "nll_behind_present": mark("Behind the adapter before, nats a token"),
    "gain_over_present": mark("Better than the adapter before: chance that this is luck"),
    "adapter_alone": mark("The adapter alone against the bare model, nats a token"),
    "kl": mark("Drift from the bare model on general prompts, nats a token"),
    "perplexity": mark("Rise of perplexity on general text, share"),
    "skills": mark("Skills lost, points of 100"),
    "refusals": mark("Refusals of harm lost, points of 100"),
    "refusal_lean": mark("Leaning towards refusing harm lost, nats"),
    "compliance": mark("Harmless requests answered less, points of 100"),
    "compliance_lean": mark("Leaning towards answering lost, nats"),
    "endings": mark("Replies that come to an end, share"),
    "repetition": mark("Repetition, share of four-word runs"),
    "length": mark("Length of replies, words"),
    "artefacts": mark("Broken characters"),
    "empty": mark("Empty replies"),
    "leaks": mark("Secrets or foreign text repeated"),
}

LEFT_OUT = {  # as the learner counts it
    "too long": mark("Left out: too long"),
    "nothing to learn": mark("Left out: nothing to learn"),
    "older than a night has time for": mark("Left out: older than a night has time for"),
    "more accepts than are useful": mark("Left out: more accepts than are useful"),
    "more rejects than are useful": mark("Left out: more rejects than are useful"),
    "replaced by a newer habit": mark("Left out: replaced by a newer habit"),
    "parts that were taken out again later": mark(
        "Left out: parts that were taken out again later"
    ),
    caps.NEARLY_THE_SAME: mark("Left out: nearly the same as others"),
    caps.OF_ONE_SESSION: mark("Left out: more of one conversation than a night takes"),
    Untaught.PRIVATE: mark("Not taught: preferences that hold something private"),
    Untaught.DOUBTFUL: mark("Not taught: preferences that hold an order, a link or a command"),
}


@dataclass(frozen=True, slots=True)
class Example:
    """One unseen prompt: the bare model's answer, the night's, and what the person wanted.
    `memory`: the bare model's with past edits as examples; None in reports of old."""

    prompt: str
    before: str
    after: str
    wanted: str
    memory: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    value: str
    limit: str
    passed: bool


def examples(night: Night) -> list[Example]:
    return [_example(row) for row in _rows(night, "examples")]


def _example(row: Mapping[str, Any]) -> Example:
    prompt, before, after, wanted = (
        str(row.get(key) or "") for key in ("prompt", "before", "after", "wanted")
    )
    memory = str(row["memory"] or "") if "memory" in row else None
    return Example(prompt, before, after, wanted, memory)


def effort(night: Night) -> list[tuple[str, float]]:
    """By arm: the share of words that the person would still have to change, 0 to 1."""
    costs = _at(night.metrics, "held_out", "edit_cost")
    if not isinstance(costs, Mapping):
        return []
    return [(tr(title), float(costs[arm])) for arm, title in ARMS if _is_number(costs.get(arm))]


def numbers(night: Night) -> list[tuple[str, str]]:
    """What was learned from, what it cost, and what was forgotten."""
    metrics = night.metrics or {}
    rows: list[tuple[str, str]] = []
    training = _at(metrics, "training", "rows")
    if _is_number(training):
        rows.append((tr("Replies learned from"), f"{training:.0f}"))
    held_out = _at(metrics, "held_out", "rows")
    if _is_number(held_out):
        rows.append((tr("Corrections kept aside to check with"), f"{held_out:.0f}"))
    left_out = _at(metrics, "training", "left_out")
    if isinstance(left_out, Mapping):
        rows += [(_left_out(why), f"{n:.0f}") for why, n in left_out.items() if _is_number(n)]
    if _is_number(metrics.get("kl")):
        rows.append(
            (tr("Drift on general prompts (KL, nats a token)"), figure(metrics["kl"], ".3f"))
        )
    change = _at(metrics, "perplexity", "change")
    if _is_number(change):
        rows.append(
            (
                tr("Change of perplexity on general text"),
                tr("{number}%", number=figure(100 * change, "+z.1f")),
            )
        )
    if _is_number(metrics.get("leaks")):
        rows.append((tr("Secrets or foreign text repeated"), f"{metrics['leaks']:.0f}"))
    if night.finished is not None:
        spent = (night.finished - night.started).total_seconds()
        rows.append((tr("Time", "how long the night took"), words.duration(spent)))
    return rows


def checks(night: Night) -> list[Check]:
    return [
        Check(
            _check_name(str(row.get("name", ""))),
            _number(row.get("value")),
            _number(row.get("limit")),
            bool(row.get("passed")),
        )
        for row in _rows(night, "checks")
    ]


def _rows(night: Night, name: str) -> list[Mapping[str, Any]]:
    """A list of records among the metrics; what is something else is passed over."""
    found = (night.metrics or {}).get(name)
    return [row for row in found if isinstance(row, Mapping)] if isinstance(found, list) else []


def _check_name(name: str) -> str:
    return tr(CHECKS[name]) if name in CHECKS else name.replace("_", " ").capitalize()


def _left_out(why: str) -> str:
    return tr(LEFT_OUT[why]) if why in LEFT_OUT else tr("Left out: {why}", why=why)


def _number(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return figure(value, ".3g")
    return tr("not measured") if value is None else str(value)


def measured(metrics: Mapping[str, Any] | None, *path: str) -> float | None:
    """The number at that path of a night's metrics."""
    found = _at(metrics, *path)
    return float(found) if _is_number(found) and math.isfinite(found) else None


def limit_of(night: Night, check: str) -> float | None:
    """What the gate asked of that night."""
    found = (row for row in _rows(night, "checks") if row.get("name") == check)
    return next((measured(row, "limit") for row in found), None)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _at(metrics: Mapping[str, Any] | None, *path: str) -> Any:
    found: Any = metrics or {}
    for key in path:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found
