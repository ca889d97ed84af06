"""Takes all measurements of a night, on the quantized model that will run, and words them as JSON.

The order keeps the number of swaps small: first everything that the plain base writes and scores,
then the adapter in use, then the candidate. What is about the user is measured in `heldout.py`,
what may have been lost in `forgetting.py`; here they are put together for `gate.py`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from typing import Any

from adapters import gguf_lora
from adapters.artefacts import artefacts, leaks, repeated_share, secrets_in
from adapters.control import Pace
from adapters.errors import LearnerError
from adapters.examples import Row
from adapters.forgetting import Survey, base_survey, kl_to_base, survey, survey_steps
from adapters.heldout import (
    Case,
    Served,
    cases_of,
    elsewhere,
    leaning,
    serve,
    untrusted_texts,
)
from adapters.phrases import phrase
from adapters.probes import Probes
from adapters.replay import ReplayText, answer_sampling
from adapters.runtime import Base
from adapters.verdict import (
    ADAPTER,
    BASE,
    BOTH,
    MEMORY,
    PRESENT,
    Degeneracy,
    Likeness,
    Measurements,
    Pair,
    Safety,
    Verdict,
)
from adapters.writing import Written, greedy, write

FREE_PROMPTS = 6
FREE_TOKENS = 48
EXTRACTIONS = 8
EXAMPLES = 4

NOT_LOADED = phrase("What was learned could not be loaded into the model, so it was not used.")
NOT_NUMBERS = phrase("What was learned made the model compute nonsense, so it was not used.")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured, and with what. `present` is the adapter in use, empty if there is none;
    `known` are the rows that it saw. `texts` are the base's answers to the general probes."""

    rows: Sequence[Row]
    candidate: bytes
    present: bytes
    probes: Probes
    texts: Sequence[ReplayText]
    system: str
    base_sha256: str
    cache_dir: Path
    known: frozenset[str] = frozenset()

    @property
    def general(self) -> list[tuple[int, ...]]:
        """The prompts of `texts`."""
        return [text.tokens[: text.target_start] for text in self.texts]


@dataclass(frozen=True, slots=True)
class Opponents:
    """The held-out cases, how each arm without the candidate serves them, how likely the base
    finds the wanted texts after other cases' prompts, how far it leans from the replies that were
    corrected towards them, and the base's survey."""

    cases: tuple[Case, ...]
    arms: Mapping[str, Served]
    elsewhere: tuple[float, ...]
    leaning: tuple[float, ...]
    before: Survey


@dataclass(frozen=True, slots=True)
class Findings:
    """Numbers for the gate, and what only the report shows."""

    measurements: Measurements
    cases: tuple[Case, ...] = ()
    arms: Mapping[str, Served] = field(default_factory=dict)


def opponents_steps(cases: int, probes: Probes) -> int:
    """At most how many steps `measure_opponents` counts."""
    return 3 * cases + survey_steps(probes)


def measure_steps(cases: int, probes: Probes, *, both: bool = True) -> int:
    """About how many steps `measure` counts."""
    return (2 if both else 1) * cases + survey_steps(probes) + len(probes.general) + FREE_PROMPTS


def measure_opponents(base: Base, subject: Subject, pace: Pace) -> Opponents:
    """What a candidate is compared with; measured once, however many candidates there are.

    Raises LearnerError when the adapter in use does not load.
    """
    cases = cases_of(subject.rows, base)
    base.attach(None)
    arms = {
        BASE: serve(base, cases, pace, memory=False),
        MEMORY: serve(base, cases, pace, memory=True),
    }
    apart = elsewhere(base, cases, subject.general, pace)
    leans = leaning(base, cases, arms[BASE].nll, pace)
    before = base_survey(
        base,
        subject.probes,
        subject.system,
        cache_dir=subject.cache_dir,
        base_sha256=subject.base_sha256,
        pace=pace,
    )
    if subject.present:
        base.attach(subject.present)
        arms[PRESENT] = serve(base, cases, pace, memory=False)
    return Opponents(tuple(cases), arms, apart, leans, before)


def measure(
    base: Base, subject: Subject, against: Opponents, pace: Pace, *, both: bool = True
) -> Findings:
    """Everything that the gate asks for. `pace` may block it or stop it.

    `both`: also beside examples, which takes as long as all other arms together. A candidate that
    cannot be loaded or computes no numbers is a finding, not an error.
    """
    cases, before = against.cases, against.before
    arms = dict(against.arms)
    try:
        made_for = _base_of(subject.candidate)
        base.attach(subject.candidate)
    except LearnerError:
        return Findings(Measurements(subject.base_sha256, fault=NOT_LOADED), cases, arms)
    arms[ADAPTER] = serve(base, cases, pace, memory=False)
    if not arms[ADAPTER].sound:
        return Findings(Measurements(subject.base_sha256, fault=NOT_NUMBERS), cases, arms)
    if both:
        arms[BOTH] = serve(base, cases, pace, memory=True)
    apart = elsewhere(base, cases, subject.general, pace)
    leans = leaning(base, cases, arms[ADAPTER].nll, pace)
    after = survey(base, subject.probes, subject.system, pace)
    free = _write_freely(base, subject, pace)
    probed = _extract(base, subject.rows, pace)
    kl = kl_to_base(base, subject.candidate, subject.texts, pace)
    free_base = [_text_of(base, text) for text in subject.texts[:FREE_PROMPTS]]
    measurements = Measurements(
        base_sha256=subject.base_sha256,
        candidate_base_sha256=made_for,
        edit_cost={name: arm.edit_cost for name, arm in arms.items()},
        nll={name: arm.nll for name, arm in arms.items()},
        elsewhere={BASE: against.elsewhere, ADAPTER: apart},
        leaning={BASE: against.leaning, ADAPTER: leans},
        present=bool(subject.present),
        fresh=tuple(case.id not in subject.known for case in cases),
        news=len({row.id for row in subject.rows} - subject.known),
        kl=kl,
        perplexity=Pair(before.perplexity, after.perplexity),
        skills=Pair(before.skills, after.skills),
        safety=_safety(before, after),
        degeneracy=_degeneracy(cases, arms, free, free_base) if cases else None,
        leaks=_leaks(subject.rows, cases, arms, probed),
    )
    return Findings(measurements, cases, arms)


def metrics(findings: Findings, verdict: Verdict) -> dict[str, Any]:
    """The night's numbers as plain JSON values; what is not finite is null.

    held_out (means by arm, "present" null without an adapter in use), gains (against each
    opponent, with p), kl, perplexity, skills, safety, degeneracy, leaks, checks, examples.
    """
    found = findings.measurements
    numbers: dict[str, Any] = _plain(
        {
            "held_out": {
                "rows": len(findings.cases),
                "edit_cost": _means({n: a.edit_cost for n, a in findings.arms.items()}),
                "nll": _means({n: a.nll for n, a in findings.arms.items()}),
            },
            "gains": {name: _fields(gain) for name, gain in verdict.gains.items()},
            "kl": found.kl,
            "perplexity": _change(found.perplexity, relative=True),
            "skills": _change(found.skills),
            "safety": found.safety
            and {name: _change(pair) for name, pair in _fields(found.safety).items()},
            "degeneracy": found.degeneracy
            and {
                name: value if isinstance(value, int) else _fields(value)
                for name, value in _fields(found.degeneracy).items()
            },
            "leaks": found.leaks,
            "checks": [_fields(check) for check in verdict.checks],
            "examples": _examples(findings),
        }
    )
    return numbers


def _base_of(candidate: bytes) -> str | None:
    made_for = gguf_lora.read(candidate).metadata.get("reverie.base_sha256")
    return made_for if isinstance(made_for, str) else None


def _write_freely(base: Base, subject: Subject, pace: Pace) -> list[str]:
    """The candidate's own answers to general prompts, drawn as the base's were: KL sees only
    what the base would write."""
    written = []
    for prompt, text in zip(subject.probes.general[:FREE_PROMPTS], subject.texts, strict=False):
        opening = text.tokens[: text.target_start]
        drawn = answer_sampling(prompt, len(text.tokens) - text.target_start)
        written.append(write(base, opening, drawn, pace.checkpoint).text)
        pace.step()
    return written


def _extract(base: Base, rows: Sequence[Row], pace: Pace) -> list[tuple[str, str]]:
    """(prompt, answer) where it would be easiest to say what must not be learned: the prompts of
    the training rows that hold untrusted text."""
    suspect = sorted(
        (row for row in rows if not row.held_out and untrusted_texts(row)), key=lambda row: row.id
    )
    found = []
    for row in suspect[:EXTRACTIONS]:
        prompt = base.prompt_tokens(row.prompt)
        if len(prompt) + FREE_TOKENS < base.info.n_ctx:
            given = "\n".join(turn["content"] for turn in row.prompt)
            found.append((given, write(base, prompt, greedy(FREE_TOKENS), pace.checkpoint).text))
        pace.step()
    return found


def _safety(before: Survey, after: Survey) -> Safety:
    return Safety(
        refusal_points=Pair(before.refusal_points, after.refusal_points),
        refusal_lean=Pair(before.refusal_lean, after.refusal_lean),
        compliance_points=Pair(before.compliance_points, after.compliance_points),
        compliance_lean=Pair(before.compliance_lean, after.compliance_lean),
    )


def _degeneracy(
    cases: Sequence[Case],
    arms: Mapping[str, Served],
    free: Sequence[str],
    free_base: Sequence[str],
) -> Degeneracy:
    """Like against like: both ways to ask, without the candidate and with it."""
    compared = _compared(arms)
    plain = [reply for _, name in compared for reply in arms[name].written]
    tuned = [reply for name, _ in compared for reply in arms[name].written]
    user = [case.wanted for case in cases]
    texts = [*(reply.text for reply in tuned), *free]
    plain_texts = [*(reply.text for reply in plain), *free_base]
    given = [*(case.given for _ in compared for case in cases), *("" for _ in free)]
    return Degeneracy(
        endings=Likeness(_ended(plain), 1.0, _ended(tuned)),
        repetition=Likeness(
            fmean(map(repeated_share, plain_texts)),
            fmean(map(repeated_share, user)),
            fmean(map(repeated_share, texts)),
        ),
        length=Likeness(
            _words([reply.text for reply in plain]),
            _words(user),
            _words([reply.text for reply in tuned]),
        ),
        artefacts=sum(
            artefacts(text, shown + plain_text)
            for text, plain_text, shown in zip(texts, plain_texts, given, strict=True)
        ),
        empty=sum(
            not text.strip() and bool(plain_text.strip())
            for text, plain_text in zip(texts, plain_texts, strict=True)
        ),
    )


def _compared(arms: Mapping[str, Served]) -> list[tuple[str, str]]:
    """The arms with the candidate, each with the one that differs from it by nothing else."""
    return [pair for pair in ((ADAPTER, BASE), (BOTH, MEMORY)) if pair[0] in arms]


def _ended(replies: Sequence[Written]) -> float:
    return fmean(reply.ended for reply in replies)


def _words(texts: Sequence[str]) -> float:
    return fmean(len(text.split()) for text in texts)


def _leaks(
    rows: Sequence[Row],
    cases: Sequence[Case],
    arms: Mapping[str, Served],
    probed: Sequence[tuple[str, str]],
) -> int:
    """What the base also says by itself, without the adapter, is not counted."""
    forbidden = [text for row in rows for text in untrusted_texts(row)]
    secrets = secrets_in("\n".join(text for row in rows for text in _texts_of(row)))
    pairs = list(probed)
    for name, plain in _compared(arms):
        for case, ours, theirs in zip(cases, arms[name].written, arms[plain].written, strict=True):
            pairs.append((f"{case.given}\n{theirs.text}", ours.text))
    return sum(leaks(written, given, forbidden, secrets) for given, written in pairs)


def _texts_of(row: Row) -> list[str]:
    return [row.reply, row.edited or "", *(turn["content"] for turn in row.prompt)]


def _text_of(base: Base, text: ReplayText) -> str:
    return base.detokenize(text.tokens[text.target_start :])


def _examples(findings: Findings) -> list[dict[str, str]]:
    """The first few by row id, so that nobody picks the pretty ones: the plain model without and
    with memories, and the plain one with what was learned."""
    arms = findings.arms
    if ADAPTER not in arms:
        return []
    names = {"before": BASE, "memory": MEMORY, "after": ADAPTER}
    return [
        {
            "prompt": case.question,
            "wanted": case.wanted,
            **{name: arms[arm].written[at].text for name, arm in names.items() if arm in arms},
        }
        for at, case in enumerate(findings.cases[:EXAMPLES])
    ]


def _means(arms: Mapping[str, Sequence[float]]) -> dict[str, float | None]:
    names = (BASE, MEMORY, ADAPTER, BOTH, PRESENT)
    return {name: fmean(arms[name]) if arms.get(name) else None for name in names}


def _change(pair: Pair | None, *, relative: bool = False) -> dict[str, float] | None:
    if pair is None:
        return None
    change = pair.candidate - pair.base
    if relative:
        change = change / pair.base if pair.base else math.nan
    return {"base": pair.base, "adapter": pair.candidate, "change": change}


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value
