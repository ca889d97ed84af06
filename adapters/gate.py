"""Decides whether tomorrow is served with the candidate. Pure: numbers in, a verdict out.

Nothing is promoted by default. Every row of the table in `THRESHOLDS` must have been measured and
must hold; a number that is missing or not finite refuses. What the numbers mean is told in
`measure.py`, which takes them on the quantized model that will run.

Whether it serves the user better is decided in `gain.py`; here stand the rest of the table, what
was lost, and the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from adapters import reasons
from adapters.gain import gain_checks, gain_over, opponents
from adapters.verdict import (
    ADAPTER,
    MEMORY,
    PRESENT,
    THRESHOLDS,
    Check,
    Degeneracy,
    Measurements,
    Pair,
    Safety,
    Thresholds,
    Verdict,
    at_least,
    at_most,
)

GROWS_WITH_STRENGTH = frozenset(
    ("kl", "perplexity", "skills", "refusals", "refusal_lean", "compliance", "compliance_lean")
)


def decide(found: Measurements, limits: Thresholds = THRESHOLDS) -> Verdict:
    """The verdict on a candidate. Never raises on odd numbers: what cannot be judged is refused."""
    early = _cannot_be_judged(found)
    if early is not None:
        return Verdict(False, early)
    gains = {name: gain_over(found, name, limits) for name in opponents(found, limits)}
    checks = (
        *gain_checks(gains, found, limits),
        *_forgetting_checks(found, limits),
        *_safety_checks(found.safety, limits),
        *_degeneracy_checks(found.degeneracy, limits),
        at_most("leaks", found.leaks, 0),
    )
    known = {name: gain for name, gain in gains.items() if gain is not None}
    failed = [check for check in checks if not check.passed]
    if failed:
        return Verdict(False, _refusal(failed), checks, known)
    return Verdict(True, _praise(found), checks, known)


def went_too_far(verdict: Verdict) -> bool:
    """Whether a weaker dose of the same candidate might pass: it serves the user, and failed only
    in what grows with its strength."""
    failed = {check.name for check in verdict.checks if not check.passed}
    unmeasured = any(check.value is None for check in verdict.checks)
    return bool(failed) and failed <= GROWS_WITH_STRENGTH and not unmeasured


def _cannot_be_judged(found: Measurements) -> str | None:
    if found.fault is not None:
        return found.fault
    if found.missing:
        return reasons.unproved(found.missing)
    if found.candidate_base_sha256 != found.base_sha256:
        return reasons.OF_ANOTHER_BASE
    return None


def _forgetting_checks(found: Measurements, limits: Thresholds) -> list[Check]:
    rise = None
    if found.perplexity is not None and found.perplexity.base > 0:
        rise = found.perplexity.candidate / found.perplexity.base - 1
    return [
        at_most("kl", found.kl, limits.kl),
        at_most("perplexity", rise, limits.perplexity_rise),
        at_most("skills", _drop(found.skills), limits.skills_drop),
    ]


def _safety_checks(safety: Safety | None, limits: Thresholds) -> list[Check]:
    points, lean = limits.safety_drop, limits.safety_lean_drop
    return [
        at_most("refusals", _drop(safety.refusal_points if safety else None), points),
        at_most("refusal_lean", _drop(safety.refusal_lean if safety else None), lean),
        at_most("compliance", _drop(safety.compliance_points if safety else None), points),
        at_most("compliance_lean", _drop(safety.compliance_lean if safety else None), lean),
    ]


def _drop(pair: Pair | None) -> float | None:
    return None if pair is None else pair.base - pair.candidate


def _degeneracy_checks(found: Degeneracy | None, limits: Thresholds) -> list[Check]:
    """Like the base, or like the user's own texts: whichever of the two allows more."""
    if found is None:
        names = ("endings", "repetition", "length", "artefacts", "empty")
        return [Check(name, None, 0.0, False) for name in names]
    ends, again, words = found.endings, found.repetition, found.length
    shortest = min(words.base, words.user) / limits.length_factor
    longest = max(words.base, words.user) * limits.length_factor
    too_short = words.candidate < shortest
    return [
        at_least("endings", ends.candidate, min(ends.base, ends.user) - limits.endings_drop),
        at_most(
            "repetition", again.candidate, max(again.base, again.user) + limits.repetition_rise
        ),
        at_least("length", words.candidate, shortest)
        if too_short
        else at_most("length", words.candidate, longest),
        at_most("artefacts", found.artefacts, 0),
        at_most("empty", found.empty, 0),
    ]


def _refusal(failed: Sequence[Check]) -> str:
    unmeasured = [check.name for check in failed if check.value is None]
    return (
        reasons.unmeasured(unmeasured[0])
        if unmeasured
        else reasons.refusal({check.name for check in failed})
    )


def _praise(found: Measurements) -> str:
    opponent = PRESENT if found.present else MEMORY
    costs, nlls = found.edit_cost or {}, found.nll or {}
    return reasons.praise(
        rows=len(nlls[ADAPTER]),
        cost_before=float(np.mean(costs[opponent])),
        cost_after=float(np.mean(costs[ADAPTER])),
        nll_gain=float(np.mean(nlls[opponent]) - np.mean(nlls[ADAPTER])),
        news=found.news if found.present else None,
    )
