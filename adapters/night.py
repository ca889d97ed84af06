"""One night, from rows to a verdict: what `worker.py` runs in its process.

It is written as a list of steps that reads from top to bottom. The quantized model and the torch
model are never held together: llama.cpp first writes the replay and goes, then torch trains and
goes, then llama.cpp comes back to measure what will be served. A candidate that passes is trained
further, on all rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from adapters import progress
from adapters.control import Control, Pace
from adapters.errors import LearnerError
from adapters.gate import decide, went_too_far
from adapters.heldout import asked_about
from adapters.job import Job
from adapters.learning import CONTEXT, Learned, ask_base, learn
from adapters.manifest import Manifest
from adapters.measure import (
    Findings,
    Opponents,
    Subject,
    measure,
    measure_opponents,
    measure_steps,
    metrics,
    opponents_steps,
)
from adapters.phrases import phrase
from adapters.probes import Probes, files_sha256, read_probes
from adapters.progress import Progress
from adapters.recipe import Stage
from adapters.replay import read_prompts
from adapters.runtime import Base
from adapters.verdict import Measurements, Verdict

_CHUNK = 2**22
STRONG, WEAK = (1.0, 0.75), 0.5
"""Strengths that a candidate is tried at, the full one first. At half of it much of a style is lost
at once, so that comes last (decision 27)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the night ended. `candidate` is empty when nothing was trained."""

    verdict: Verdict
    metrics: Mapping[str, Any]
    manifest: Manifest
    candidate: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.candidate).hexdigest() if self.candidate else ""


def run(
    job: Job, present: bytes, control: Control, tell: Callable[[dict[str, Any]], None]
) -> Outcome:
    """The whole night. `present` is the adapter in use, empty if there is none.

    The same job on the same machine gives the same candidate, verdict and manifest. Raises
    Cancelled, or LearnerError for what the person can do something about.
    """
    probes, missing = read_probes(job.resources / "probes")
    prompts = read_prompts(job.resources / "replay" / "prompts.txt")
    cases = len(asked_about(job.rows))
    measuring = opponents_steps(cases, probes) + _measuring(cases, probes) if probes else 0
    plan = {
        progress.REPLAY: 2 * len(prompts),
        progress.TRAIN: job.recipe.most_steps(len(job.rows)),
        progress.MEASURE: measuring,
    }
    at = Progress(plan, tell, lambda: control.halted_s)
    at.begin(progress.LOAD, left=2)
    _require_base(job, control)
    at.step()
    if probes is None:  # without them nothing could be proved, so nothing need be learned
        findings = Findings(Measurements(job.base_sha256, missing=missing))
        return _outcome(job, _Choice(findings, decide(findings.measurements)), at)
    material = ask_base(job, probes, prompts, control, at)
    subject = Subject(
        rows=material.rows,
        candidate=b"",
        present=present,
        probes=probes,
        texts=material.unseen,
        system=job.system,
        base_sha256=job.base_sha256,
        cache_dir=job.cache,
        known=frozenset(job.present_rows),
    )
    against: Opponents | None = None
    for tried in material.candidates():
        apart = learn(job, tried, control, at)
        doses = _doses(apart, job.base_sha256)
        first = _choose(job, subject, doses, against=against, control=control, at=at)
        against = first.against
        if not went_too_far(first.verdict):
            break
    if not first.verdict.promote:
        return _outcome(job, first, at)
    try:
        whole = learn(job, tried, control, at, start=first.learned)
        same = [whole.at_scale(first.scale, job.base_sha256)]
        second = _choose(job, subject, same, against=against, both=False, control=control, at=at)
    except LearnerError:  # no memory is left, or training went out of bounds: one has passed
        return _outcome(job, first, at)
    return _outcome(job, _with_all_rows(first, second), at)


@dataclass(frozen=True, slots=True)
class _Choice:
    """A candidate at the strength that was chosen, and how it was judged. Without opponents and
    candidate where nothing was trained."""

    findings: Findings
    verdict: Verdict
    scale: float = 1.0
    against: Opponents | None = None
    learned: Learned | None = None


def _doses(learned: Learned, base_sha256: str) -> Iterator[Learned]:
    """What is tried in turn until nothing has gone too far."""
    for candidate in (learned, learned.before):
        if candidate is not None:
            yield from (candidate.at_scale(scale, base_sha256) for scale in STRONG)
    yield learned.at_scale(WEAK, base_sha256)


def _choose(
    job: Job,
    subject: Subject,
    doses: Iterable[Learned],
    *,
    against: Opponents | None,
    both: bool = True,
    control: Control,
    at: Progress,
) -> _Choice:
    """The first of `doses` that has not gone too far, or the last; `both` as in `measure`.
    Opponents are measured unless they were before."""
    control.checkpoint()
    cases, probes = len(asked_about(subject.rows)), subject.probes
    later = {progress.TRAIN: job.recipe.steps(len(job.rows), Stage.ONWARD)} if both else {}
    at.begin(progress.MEASURE, later=later)
    pace = Pace(control.checkpoint, at.step)
    base = Base(job.base, n_ctx=CONTEXT, n_threads=job.threads)
    try:
        against = against or measure_opponents(base, subject, pace)
        for tried in doses:
            at.begin(progress.MEASURE, left=_measuring(cases, probes, both=both), later=later)
            asked = replace(subject, candidate=tried.data)
            findings = measure(base, asked, against, pace, both=both)
            verdict = decide(findings.measurements)
            if not went_too_far(verdict):
                break
    finally:
        base.close()
    return _Choice(findings, verdict, tried.training["scale"], against, tried)


def _measuring(cases: int, probes: Probes, *, both: bool = True) -> int:
    """Steps of measuring a candidate; the first one is followed by the one of all rows."""
    alone = measure_steps(cases, probes, both=False)
    return alone + measure_steps(cases, probes) if both else alone


def _with_all_rows(first: _Choice, second: _Choice) -> _Choice:
    """What went on to be trained on every row, those too that the choice was made with: a
    correction that is held out for ever would never be learned.

    It has to pass the whole gate as it is, and again with the first one's scores on the held-out
    rows, which are the ones that say something about unseen text; these are also what is told.
    Where it does not pass, the first one is served, and a weaker dose is not tried: what that costs
    in style is more than the rows that were held out bring.
    """
    if not second.verdict.promote:
        return first
    unseen = first.findings.measurements
    measurements = replace(
        second.findings.measurements,
        edit_cost=unseen.edit_cost,
        nll=unseen.nll,
        elsewhere=unseen.elsewhere,
        leaning=unseen.leaning,
    )
    verdict = decide(measurements)
    if not verdict.promote:
        return first
    findings = replace(first.findings, measurements=measurements)
    return replace(second, findings=findings, verdict=verdict)


def _outcome(job: Job, choice: _Choice, at: Progress) -> Outcome:
    at.begin(progress.GATE)
    findings, verdict, learned = choice.findings, choice.verdict, choice.learned
    data = learned.data if learned else b""
    numbers = {**metrics(findings, verdict), "training": dict(learned.training) if learned else {}}
    manifest = Manifest(
        base_sha256=job.base_sha256,
        train_rows=learned.rows if learned else (),
        held_out_rows=tuple(case.id for case in findings.cases),
        recipe=job.recipe.as_json(),
        recipe_hash=job.recipe.hash,
        seed=job.seed,
        threads=job.threads,
        replay_sha256=files_sha256(job.resources / "replay"),
        probes_sha256=files_sha256(job.resources / "probes"),
        adapter_sha256=hashlib.sha256(data).hexdigest() if data else None,
        promote=verdict.promote,
        reason=str(verdict.reason),
        metrics=numbers,
    )
    at.step()
    return Outcome(verdict, {**numbers, "seconds": at.seconds()}, manifest, data)


def _require_base(job: Job, control: Control) -> None:
    """The file must be the very one that the adapter will be bound to."""
    digest = hashlib.sha256()
    try:
        with job.base.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                control.checkpoint()
                digest.update(chunk)
    except OSError as fault:
        raise LearnerError(
            phrase("The model file cannot be read"),
            phrase("{file} is missing or may not be read.", file=job.base.name),
            phrase("Fetch the model again, or choose another one."),
        ) from fault
    if digest.hexdigest() != job.base_sha256:
        raise LearnerError(
            phrase("The model file has changed"),
            phrase("{file} is not the file that this night was planned for.", file=job.base.name),
            phrase("Fetch the model again, then sleep again."),
        )
