"""Whether a candidate serves its user better: the gate's rule for personal gain.

Compared is what would be *served*. Once an adapter is in use, the corrections that its night knew
leave the prompt (see docs/decisions/0005), so the candidate stands there alone, without examples
("adapter").

Against the bare base it must be *better* on the held-out replies: in NLL per token or in edit cost,
by a paired one-sided test with p < 0.10 and by more than a difference that anybody would care about
(0.01 nats, 0.005 edit cost). Where NLL decides, most rows must gain, too (sign test, p < 0.10):
labels that contradict each other half of the time raise the mean likelihood, and help nobody. And
NLL must not be above the base's, not even where the edit cost is lower. A higher edit cost than the
base's does not count against it: a correction keeps the contents of the reply that it corrects, and
the base writes that very reply again, so that its edit cost is that of the correction alone, while
anybody who answers anew also differs in contents. Examples answer anew, too; there it counts.

Against past edits as examples ("memory"), and against the adapter in use ("present"), it must *not
be behind*: on average by at most 0.02 edit cost and 0.05 nats, or 0.08 and 0.15 if the same
test says that the loss could be luck. Where it is surer of the user's words (p < 0.10 on average
and on most rows), its edit cost may be 0.20 higher: that of five rows moves by 0.1 for the contents
alone. Better is not asked for there. What the examples gave comes without their tokens, at a
fraction of the time to the first word; and a candidate that knows more rows than the present
adapter is news. One that knows no more must be better than it.

And it must still *listen*: the wanted replies must be likelier after their own prompts than after
each other's, significantly so, and by at least half as much as for the base. Corrections that have
nothing to do with what was asked (shuffled, or one text over and over) make any text of that kind
likely anywhere; likelihood alone would praise that.

And it must have gone in the user's *direction*: further from the replies that they corrected and
towards what they made of them, on corrections that it never saw, by the same test with p < 0.05.
Labels by lot teach both ways at once. To the likelihood that looks like gain: texts of two kinds,
each as likely as not, cost log 2 nats a text against knowing which, and the base knows nothing of
the one kind. Which of two texts is preferred is a coin to such a candidate, so that at most one
night in twenty passes here whatever else the labels do. Fewer than five corrections cannot be so
significant; then every one of them has to have moved that way.

Why two measures: written replies differ from the wanted ones in their contents as well as in their
style, so the edit cost of ten rows moves by a few hundredths for no reason at all, and a person's
own letters are never guessed. NLL keeps a gradient there. Edit cost is what the user feels.

Differences are tested as `paired.py` says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from adapters.paired import are_measured, sign_flip_p, sign_p
from adapters.verdict import (
    ADAPTER,
    BASE,
    MEMORY,
    PRESENT,
    Check,
    Gain,
    Measurements,
    Thresholds,
    at_least,
    at_most,
)


def opponents(found: Measurements, limits: Thresholds) -> tuple[str, ...]:
    """The adapter in use can be compared with on rows that it never saw; where these are too few
    and there is news, base and examples are the judges."""
    too_few = bool(found.fresh) and sum(found.fresh) < limits.held_out_rows
    comparable = not (found.news and too_few)
    return (BASE, MEMORY, PRESENT) if found.present and comparable else (BASE, MEMORY)


def gain_over(found: Measurements, opponent: str, limits: Thresholds) -> Gain | None:
    """None when one of the four series is missing, not finite or of another length."""
    cost = _differences(found, found.edit_cost, opponent)
    nll = _differences(found, found.nll, opponent)
    if cost is None or nll is None or len(cost) != len(nll):
        return None
    cost_mean, nll_mean = float(cost.mean()), float(nll.mean())
    cost_p = sign_flip_p(cost)
    nll_p = _surer_p(nll)
    counting = [1.0]
    if cost_mean > limits.gain_edit_cost and _nll_behind(nll, limits).passed:
        counting.append(cost_p)
    if nll_mean > limits.gain_nll and (opponent == BASE or _cost_behind(cost, nll, limits).passed):
        counting.append(nll_p)
    return Gain(cost_mean, cost_p, nll_mean, nll_p, min(counting))


def _surer_p(nll: np.ndarray) -> float:
    """p that the candidate is surer of the user's words by luck: on average, and on most rows."""
    return max(sign_flip_p(nll), sign_p(nll))


def _cost_behind(cost: np.ndarray, nll: np.ndarray, limits: Thresholds, name: str = "") -> Check:
    if _surer_p(nll) < limits.p_value:
        loss = -float(cost.mean())
        return at_most(f"edit_cost_behind_{name}", loss, limits.behind_edit_cost_if_surer)
    allowed = limits.behind_edit_cost, limits.behind_edit_cost_if_luck
    return _behind(f"edit_cost_behind_{name}", cost, allowed, limits.p_value)


def _nll_behind(differences: np.ndarray, limits: Thresholds, name: str = "") -> Check:
    allowed = limits.behind_nll, limits.behind_nll_if_luck
    return _behind(f"nll_behind_{name}", differences, allowed, limits.p_value)


def _behind(
    name: str, differences: np.ndarray, allowed: tuple[float, float], p_value: float
) -> Check:
    loss = -float(differences.mean())
    could_be_luck = sign_flip_p(-differences) >= p_value
    return at_most(name, loss, allowed[1] if could_be_luck else allowed[0])


def _differences(
    found: Measurements, series: Mapping[str, Sequence[float]] | None, opponent: str
) -> np.ndarray | None:
    if series is None or opponent not in series or ADAPTER not in series:
        return None
    theirs = np.asarray(series[opponent], dtype=np.float64)
    ours = np.asarray(series[ADAPTER], dtype=np.float64)
    if theirs.shape != ours.shape:
        return None
    if opponent == PRESENT and found.news:
        if len(found.fresh) != len(ours):
            return None
        theirs, ours = theirs[np.asarray(found.fresh)], ours[np.asarray(found.fresh)]
    if not theirs.size:
        return None
    with np.errstate(all="ignore"):
        differences: np.ndarray = theirs - ours
    return differences if are_measured(differences) else None


def gain_checks(
    gains: Mapping[str, Gain | None], found: Measurements, limits: Thresholds
) -> list[Check]:
    rows = len((found.nll or {}).get(ADAPTER, ()))
    checks = [
        Check("held_out_rows", rows, limits.held_out_rows, rows >= limits.held_out_rows),
    ]
    for name, gain in gains.items():
        if name == BASE or (name == PRESENT and not found.news):
            value = None if gain is None else gain.p
            passed = value is not None and value < limits.p_value
            checks.append(Check(f"gain_over_{name}", value, limits.p_value, passed))
        if name != BASE:
            checks += _behind_checks(found, name, limits)
    alone = _differences(found, found.nll, BASE)
    above = None if alone is None else -float(alone.mean())
    checks.append(at_most("adapter_alone", above, limits.adapter_alone_nll))
    checks.append(_listening_check(found, limits))
    checks += _direction_checks(found, limits)
    return checks


def _direction_checks(found: Measurements, limits: Thresholds) -> list[Check]:
    """None where no reply was corrected: there is no other text that could have been preferred."""
    before, after = ((found.leaning or {}).get(arm) for arm in (BASE, ADAPTER))
    if before is None or after is None or len(before) != len(after):
        return [Check("direction", None, limits.direction_p, False)]
    if not len(after):
        return []
    with np.errstate(all="ignore"):
        turned = np.asarray(after, np.float64) - np.asarray(before, np.float64)
    p = sign_flip_p(turned) if are_measured(turned) else None
    return [at_most("direction", p, max(limits.direction_p, 0.5 ** len(turned)))]


def _listening_check(found: Measurements, limits: Thresholds) -> Check:
    ours, before = (_listening(found, arm) for arm in (ADAPTER, BASE))
    if ours is None or before is None:
        return Check("listening", None, limits.listening, False)
    least = max(limits.listening, limits.listening_kept * float(before.mean()))
    check = at_least("listening", float(ours.mean()), least)
    return replace(check, passed=check.passed and sign_flip_p(ours) < limits.p_value)


def _listening(found: Measurements, arm: str) -> np.ndarray | None:
    """By how many nats per token each wanted text is likelier after its own prompt than after
    another row's."""
    own, other = ((series or {}).get(arm) for series in (found.nll, found.elsewhere))
    if own is None or other is None or len(own) != len(other) or not len(own):
        return None
    with np.errstate(all="ignore"):
        gained: np.ndarray = np.asarray(other, np.float64) - np.asarray(own, np.float64)
    return gained if are_measured(gained) else None


def _behind_checks(found: Measurements, opponent: str, limits: Thresholds) -> list[Check]:
    cost = _differences(found, found.edit_cost, opponent)
    nll = _differences(found, found.nll, opponent)
    if cost is None or nll is None:
        names = (f"edit_cost_behind_{opponent}", f"nll_behind_{opponent}")
        return [Check(name, None, 0.0, False) for name in names]
    return [_cost_behind(cost, nll, limits, opponent), _nll_behind(nll, limits, opponent)]
