"""Measurements of a candidate for the gate, and what is asked of its verdict."""

from __future__ import annotations

from dataclasses import replace

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
        leaning={"base": series(-40.0), "adapter": series(30.0)},
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
