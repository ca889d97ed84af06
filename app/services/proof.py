"""What a proof of erasure found, claim by claim: a number, its limit, a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from statistics import fmean
from typing import Any

from adapters import evidence

RECEIPTS = "receipts"
"""Name of the claim about all of them."""
EXPOSURE_AFTER, AUC_AFTER = "canary exposure after", "membership AUC after"
POWER_BITS = 4.0
"""Least mean exposure before: a rank among the first sixteenth, where chance gives 1.44 bits."""
AUC_LOW, AUC_HIGH = 0.45, 0.55
"""What counts as a coin's toss in membership inference."""
KS_LEAST = 0.01
CONFIDENCE = 0.999
"""Of the range of mean exposures that count as chance."""


class Verdict(StrEnum):
    HOLDS = "holds"
    FAILS = "fails"
    NO_POWER = "no power"


@dataclass(frozen=True, slots=True)
class Claim:
    """`number` is what was measured, `value` and `limit` are for reading."""

    name: str
    number: float
    value: str
    limit: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Likelihoods:
    """log p in nats under one adapter: of canaries and notes that were planted, and of others of
    their make that never were."""

    canaries: Sequence[float]
    controls: Sequence[float]
    candidates: Sequence[float]
    members: Sequence[float]
    others: Sequence[float]

    def gains_over(self, base: Likelihoods) -> tuple[list[float], list[float]]:
        """How much likelier than under the base members and others have become. A text is judged
        against itself: easy texts are likely under every model (Watson et al. 2022, arXiv
        2111.08440)."""
        return (
            [now - then for now, then in zip(self.members, base.members, strict=True)],
            [now - then for now, then in zip(self.others, base.others, strict=True)],
        )


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was measured. `traces_*` name the texts found by the places that held them."""

    rebuilt_sha256: str
    never_sha256: str
    still_on: int
    base: Likelihoods
    before: Likelihoods
    after: Likelihoods
    traces_before: Mapping[str, set[str]]
    traces_after: Mapping[str, set[str]]
    sought: int


@dataclass(frozen=True, slots=True)
class Proof:
    """The claims, and with `facts` what they were tried on."""

    claims: tuple[Claim, ...]
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        verdicts = {claim.verdict for claim in self.claims}
        order = (Verdict.FAILS, Verdict.NO_POWER, Verdict.HOLDS)
        return next(verdict for verdict in order if verdict in verdicts)

    @property
    def sentence(self) -> str:
        names = ", ".join(c.name for c in self.claims if c.verdict is self.verdict)
        match self.verdict:
            case Verdict.HOLDS:
                return (
                    "After forgetting, the rebuilt adapter is the one that never saw the rows, "
                    "and nothing of them was found in it or on the disk."
                )
            case Verdict.NO_POWER:
                return (
                    f"This test has no power: before forgetting it could not tell that the rows "
                    f"were there ({names}), so not telling it afterwards shows nothing."
                )
            case Verdict.FAILS:
                return f"Erasure is not proved: {names}."

    def number(self, name: str) -> float:
        """What the claim of that name measured."""
        return next(claim.number for claim in self.claims if claim.name == name)

    def as_json(self) -> dict[str, Any]:
        claims = [asdict(claim) for claim in self.claims]
        return {"verdict": self.verdict, "sentence": self.sentence, "claims": claims, **self.facts}


def judge(findings: Findings) -> tuple[Claim, ...]:
    """Every claim that the proof makes, in the order in which they are read."""
    return (
        _off(findings),
        _same_bytes(findings),
        *_canaries(findings),
        *_membership(findings),
        *_traces(findings),
    )


def receipts_claim(number: int, failing: Sequence[str]) -> Claim:
    """About all receipts of the profile; `failing` are the ids of those that do not hold."""
    named = f": {', '.join(failing)}" if failing else ""
    return Claim(
        RECEIPTS,
        float(len(failing)),
        f"{number - len(failing)} of {number} hold{named}",
        "all",
        _holds(not failing),
    )


def _off(findings: Findings) -> Claim:
    left = findings.still_on
    value = f"{left} left" if left else "off, their files gone"
    verdict = Verdict.FAILS if left else Verdict.HOLDS
    return Claim("adapters that saw the rows", left, value, "off and gone at once", verdict)


def _same_bytes(findings: Findings) -> Claim:
    same = findings.rebuilt_sha256 == findings.never_sha256
    both = f"{findings.rebuilt_sha256[:10]}…, {findings.never_sha256[:10]}…"
    return Claim(
        "rebuilt adapter, and one that never saw them",
        float(same),
        f"the same bytes ({findings.rebuilt_sha256[:10]}…)" if same else both,
        "the same bytes",
        Verdict.HOLDS if same else Verdict.FAILS,
    )


def _canaries(findings: Findings) -> list[Claim]:
    before = _exposures(findings.before)
    after = _exposures(findings.after)
    controls = evidence.exposures(findings.after.controls, findings.after.candidates)
    mean_before, mean_after = fmean(before), fmean(after)
    low, high = evidence.chance_range(len(after), len(findings.after.candidates), CONFIDENCE)
    distance, p = evidence.kolmogorov_smirnov(after, controls)
    return [
        Claim(
            "canary exposure before forgetting",
            mean_before,
            f"{mean_before:.2f} bits",
            f"at least {POWER_BITS:.0f}",
            _power(mean_before >= POWER_BITS),
        ),
        Claim(
            EXPOSURE_AFTER,
            mean_after,
            f"{mean_after:.2f} bits",
            f"{low:.2f} to {high:.2f} (chance: {evidence.CHANCE_BITS:.2f})",
            _holds(low <= mean_after <= high),
        ),
        Claim(
            "after, against canaries never planted",
            p,
            f"KS {distance:.2f}, p {p:.2f}",
            f"p at least {KS_LEAST}",
            _holds(p >= KS_LEAST),
        ),
    ]


def _exposures(under: Likelihoods) -> list[float]:
    return evidence.exposures(under.canaries, under.candidates)


def _membership(findings: Findings) -> list[Claim]:
    """The verdict before asks the interval's lower end: it must clear what counts as chance."""
    before, low, spread = _area(findings.before, findings.base)
    after, _, spread_after = _area(findings.after, findings.base)
    return [
        Claim(
            "membership AUC before forgetting",
            before,
            spread,
            f"interval above {AUC_HIGH}",
            _power(low > AUC_HIGH),
        ),
        Claim(
            AUC_AFTER,
            after,
            spread_after,
            f"{AUC_LOW} to {AUC_HIGH}",
            _holds(AUC_LOW <= after <= AUC_HIGH),
        ),
    ]


def _area(under: Likelihoods, base: Likelihoods) -> tuple[float, float, str]:
    """(area, lower end of its 95 % interval, both as text)."""
    members, others = under.gains_over(base)
    area = evidence.auc(members, others)
    low, high = evidence.auc_interval(area, len(members), len(others))
    return area, low, f"{area:.3f} ({low:.3f} to {high:.3f})"


def _traces(findings: Findings) -> list[Claim]:
    known = set().union(*findings.traces_before.values())
    left = set().union(*findings.traces_after.values())
    where = f" in {', '.join(sorted(findings.traces_after))}" if left else ""
    return [
        Claim(
            "traces found before forgetting",
            len(known),
            f"{len(known)} of {findings.sought} texts and ids",
            "all",
            _power(len(known) == findings.sought),
        ),
        Claim("traces found after", len(left), f"{len(left)}{where}", "none", _holds(not left)),
    ]


def _holds(holds: bool) -> Verdict:
    return Verdict.HOLDS if holds else Verdict.FAILS


def _power(enough: bool) -> Verdict:
    return Verdict.HOLDS if enough else Verdict.NO_POWER
