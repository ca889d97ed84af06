"""One night, from rows to a verdict: what `worker.py` runs in its process.

It is written as a list of steps that reads from top to bottom. The quantized model and the torch
model are never held together: llama.cpp first writes the replay and goes, then torch trains and
goes, then llama.cpp comes back to measure what will be served.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters import gguf_lora, progress, teacher, torch_base, trainer
from adapters.control import Control, Pace
from adapters.errors import LearnerError
from adapters.examples import Row, TrainingSet, build
from adapters.gate import Measurements, Verdict, decide
from adapters.heldout import wanted_text
from adapters.manifest import Manifest
from adapters.measure import Findings, Subject, measure, measure_steps, metrics
from adapters.probes import Probes, files_sha256, read_probes
from adapters.progress import Progress
from adapters.recipe import Recipe
from adapters.replay import ReplayText, read_prompts, write_replay
from adapters.runtime import Base

MIN_TRAIN = 8
MIN_HELD_OUT = 5
CONTEXT = 4096
_CHUNK = 2**22
_EXPECTED_PROBE_STEPS = 250


@dataclass(frozen=True, slots=True)
class Job:
    """What a night is asked to do. `cache` holds nothing personal; `resources` has replay/ and
    probes/. `threads` None means the physical cores."""

    base: Path
    base_sha256: str
    rows: tuple[Row, ...]
    seed: int
    system: str
    cache: Path
    resources: Path
    recipe: Recipe
    threads: int | None

    @classmethod
    def from_json(cls, message: Mapping[str, Any]) -> Job:
        """Raises LearnerError when a field is missing or of the wrong form, and when there are
        too few rows: 8 to train on and 5 held out."""
        try:
            job = cls(
                base=Path(message["base"]),
                base_sha256=str(message["base_sha256"]),
                rows=tuple(Row.from_json(row) for row in message["rows"]),
                seed=int(message["seed"]),
                system=str(message["system"]),
                cache=Path(message["cache"]),
                resources=Path(message["resources"]),
                recipe=Recipe.from_json(message.get("recipe") or {}),
                threads=None if message.get("threads") is None else int(message["threads"]),
            )
        except (KeyError, TypeError, ValueError) as fault:
            raise LearnerError(
                "The night was asked for in the wrong form",
                f"A field of the job is missing or wrong ({type(fault).__name__}).",
                "Please report this; nothing was changed.",
            ) from fault
        _require_rows(job.rows)
        return job


@dataclass(frozen=True, slots=True)
class Learned:
    """A candidate, and what the report says about its making."""

    data: bytes
    rows: tuple[str, ...]
    training: Mapping[str, Any]


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
    plan = {
        progress.REPLAY: 2 * len(prompts),
        progress.TRAIN: job.recipe.steps(sum(not row.held_out for row in job.rows)),
        progress.MEASURE: _EXPECTED_PROBE_STEPS,
    }
    at = Progress(plan, tell, lambda: control.halted_s)
    at.begin(progress.LOAD, of=2)
    _require_base(job, control)
    at.step()
    if probes is None:  # without them nothing could be proved, so nothing need be learned
        findings = Findings(Measurements(job.base_sha256, missing=missing))
        return _outcome(job, findings, Learned(b"", (), {}), at)
    texts, unseen, training = _ask_base(job, probes, prompts, control, at)
    learned = _learn(job, texts, training, control, at)
    subject = Subject(
        rows=job.rows,
        candidate=learned.data,
        present=present,
        probes=probes,
        texts=unseen,
        system=job.system,
        base_sha256=job.base_sha256,
        cache_dir=job.cache,
    )
    findings = _measure(job, subject, control, at)
    return _outcome(job, findings, learned, at)


def _ask_base(
    job: Job, probes: Probes, prompts: tuple[str, ...], control: Control, at: Progress
) -> tuple[list[ReplayText], list[ReplayText], TrainingSet]:
    """What only the quantized base can tell: its answers, and the rows in its tokens."""
    control.checkpoint()
    base = Base(job.base, n_ctx=CONTEXT, n_threads=job.threads)
    try:
        at.size(base.info.parameters)
        at.step()
        rows = [row for row in job.rows if not row.held_out]
        training = build(rows, base, job.recipe)
        at.begin(progress.REPLAY, of=2 * len(prompts) + len(probes.general))
        texts, unseen = (
            write_replay(
                base,
                asked,
                job.system,
                cache_dir=job.cache,
                base_sha256=job.base_sha256,
                on_step=lambda _done, _of: at.step(),
                checkpoint=control.checkpoint,
            )
            for asked in (prompts, probes.general)
        )
    finally:
        base.close()
    return texts, unseen, training


def _learn(
    job: Job, texts: list[ReplayText], training: TrainingSet, control: Control, at: Progress
) -> Learned:
    """Train from the frozen base. The torch model is gone when this returns."""
    control.checkpoint()
    base = torch_base.load(job.base, threads=job.threads)
    lessons = teacher.teach(
        base,
        texts,
        job.recipe,
        cache_dir=job.cache,
        base_sha256=job.base_sha256,
        on_step=lambda _done, _of: at.step(),
        checkpoint=control.checkpoint,
    )
    at.begin(progress.TRAIN, of=job.recipe.steps(len(training.row_ids)))
    trained = trainer.train(
        base,
        training,
        texts,
        lessons,
        job.recipe,
        seed=job.seed,
        on_step=lambda _step, _of, _metrics: at.step(),
        checkpoint=control.checkpoint,
    )
    at.begin(progress.EXPORT)
    candidate = gguf_lora.export(trained.lora, base_sha256=job.base_sha256)
    at.step()
    summary = {
        "steps": trained.steps,
        "rows": len(training.row_ids),
        "left_out": training.left_out,
        "first_loss": trained.history[0]["loss"],
        "last_loss": trained.history[-1]["loss"],
    }
    return Learned(candidate, tuple(sorted(training.row_ids)), summary)


def _measure(job: Job, subject: Subject, control: Control, at: Progress) -> Findings:
    control.checkpoint()
    at.begin(progress.MEASURE, of=measure_steps(subject))
    base = Base(job.base, n_ctx=CONTEXT, n_threads=job.threads)
    try:
        return measure(base, subject, Pace(control.checkpoint, at.step))
    finally:
        base.close()


def _outcome(job: Job, findings: Findings, learned: Learned, at: Progress) -> Outcome:
    at.begin(progress.GATE)
    verdict = decide(findings.measurements)
    numbers = {**metrics(findings, verdict), "training": dict(learned.training)}
    manifest = Manifest(
        base_sha256=job.base_sha256,
        train_rows=learned.rows,
        held_out_rows=tuple(case.id for case in findings.cases),
        recipe=job.recipe.as_json(),
        recipe_hash=job.recipe.hash,
        seed=job.seed,
        threads=job.threads,
        replay_sha256=files_sha256(job.resources / "replay"),
        probes_sha256=files_sha256(job.resources / "probes"),
        adapter_sha256=hashlib.sha256(learned.data).hexdigest() if learned.data else None,
        promote=verdict.promote,
        reason=verdict.reason,
        metrics=numbers,
    )
    at.step()
    return Outcome(verdict, {**numbers, "seconds": at.seconds()}, manifest, learned.data)


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
            "The model file cannot be read",
            f"{job.base.name} is missing or may not be read.",
            "Fetch the model again, or choose another one.",
        ) from fault
    if digest.hexdigest() != job.base_sha256:
        raise LearnerError(
            "The model file has changed",
            f"{job.base.name} is not the file that this night was planned for.",
            "Fetch the model again, then sleep again.",
        )


def _require_rows(rows: tuple[Row, ...]) -> None:
    train = sum(not row.held_out for row in rows)
    held_out = sum(row.held_out and bool(wanted_text(row).strip()) for row in rows)
    if train < MIN_TRAIN or held_out < MIN_HELD_OUT:
        raise LearnerError(
            "Too little to learn from",
            f"There are {train} rows to learn from and {held_out} to check with; "
            f"a night needs {MIN_TRAIN} and {MIN_HELD_OUT}.",
            "Correct a few more replies and sleep again.",
        )
