"""From rows to a candidate: the part of a night that is repeated when a row is forgotten.

The quantized model and the torch model are never held together: llama.cpp first writes the replay
and goes, then torch trains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from adapters import device, gguf_lora, progress, rounds, teacher, torch_base, trainer
from adapters.change import Settled, settle
from adapters.control import Control
from adapters.examples import Example, Row, TrainingSet, build
from adapters.gguf_lora import Lora
from adapters.job import Job, enough, with_checks
from adapters.prepare import Views
from adapters.probes import Probes
from adapters.progress import Progress
from adapters.recipe import Stage
from adapters.replay import ReplayText, write_replay
from adapters.runtime import Base
from adapters.stated import Stated, with_stated, write_stated
from adapters.trainer import Trained
from adapters.withdrawn import mark_withdrawn

CONTEXT = 4096


@dataclass(frozen=True, slots=True)
class Learned:
    """A candidate, and what the report says about its making. `before`: the same a round of
    training earlier, where there were several; it has changed the base less."""

    data: bytes
    rows: tuple[str, ...]
    training: Mapping[str, Any]
    lora: Lora
    before: Learned | None = None

    def at_scale(self, scale: float, base_sha256: str) -> Learned:
        """The same weights in a weaker dose."""
        weaker = replace(self.lora, alpha=self.lora.alpha * scale)
        data = gguf_lora.export(weaker, base_sha256=base_sha256)
        return replace(self, data=data).noting(scale=scale)

    def noting(self, **facts: Any) -> Learned:
        """The same with more for the report."""
        return replace(self, training={**self.training, **facts})


@dataclass(frozen=True, slots=True)
class Material:
    """What the base wrote, to train on (`replay`; `stated` with the user's preferences in its
    prompt) and to measure with (`unseen`); the rows that still hold, and those rows in the base's
    tokens: without those that are held out, and all. `views` fills while training."""

    replay: list[ReplayText]
    stated: list[Stated]
    unseen: list[ReplayText]
    rows: tuple[Row, ...]
    apart: TrainingSet
    whole: TrainingSet
    views: Views = field(default_factory=Views)

    @property
    def held_out(self) -> list[Example]:
        """The corrections that the choice is made with."""
        ids = {row.id for row in self.rows if row.held_out}
        return [it for it in self.whole.examples if it.id in ids and not it.accepted]

    def candidates(self) -> Iterator[Material]:
        """What may be learned from, the fullest first: stated preferences can ask for more change
        than the gate allows, and must not keep the night from learning the edits."""
        yield self
        if self.stated:
            yield replace(self, stated=[])


def ask_base(
    job: Job, probes: Probes, prompts: tuple[str, ...], control: Control, at: Progress
) -> Material:
    """What only the quantized base can tell."""
    control.checkpoint()
    base = Base(job.base, n_ctx=CONTEXT, n_threads=job.threads)
    try:
        at.size(base.info.parameters)
        at.step()
        settled = still_holding(job.rows, base, control.checkpoint)
        apart, whole = (
            _telling(settled, build(rows, base, job.recipe))
            for rows in ([row for row in settled.rows if not row.held_out], settled.rows)
        )
        at.begin(progress.REPLAY, left=2 * len(prompts) + len(probes.general))
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
        stated = []
        if job.stated is not None:
            systems = (job.system, job.stated)
            stated = write_stated(base, prompts, systems, job.recipe, control.checkpoint)
    finally:
        base.close()
    return Material(texts, stated, unseen, settled.rows, apart, whole)


def still_holding(rows: Sequence[Row], base: Base, checkpoint: Callable[[], None]) -> Settled:
    """Without what a change of mind has replaced, and what was withdrawn, as far as the rest is
    enough for a night."""
    marked = mark_withdrawn(rows)
    for settled in (settle(marked, base, checkpoint=checkpoint), Settled(marked)):
        kept = with_checks(settled.rows)
        if enough(kept):
            return replace(settled, rows=kept)
    return Settled(tuple(rows))


def _telling(settled: Settled, material: TrainingSet) -> TrainingSet:
    """With the number of rows that a change of mind has replaced, and of those with something
    withdrawn, in the account of what is left out."""
    told = {
        "replaced by a newer habit": len(settled.replaced),
        "parts that were taken out again later": sum(row.has_withdrawn for row in settled.rows),
    }
    counted = {why: count for why, count in told.items() if count}
    return replace(material, left_out={**material.left_out, **counted})


def learn(
    job: Job, material: Material, control: Control, at: Progress, start: Learned | None = None
) -> Learned:
    """Train on what is not held out, from the frozen base; or on all rows, going on from `start`.
    The torch model is gone when this returns. What fails on a graphics card is begun anew on the
    processor: a card may be taken, too old for this torch, or run out of room half-way."""
    try:
        return _learn(job, material, control, at, start)
    except RuntimeError:  # of which those of torch and of CUDA are kinds
        if not device.leave_card(job.base):
            raise
    finally:
        device.free()
    return _learn(job, material, control, at, start)


def _learn(
    job: Job, material: Material, control: Control, at: Progress, start: Learned | None
) -> Learned:
    training = material.apart if start is None else material.whole
    recipe = job.recipe
    control.checkpoint()
    base = torch_base.load(job.base, threads=job.threads)
    lessons = teacher.teach(
        base,
        material.replay,
        recipe,
        cache_dir=job.cache,
        base_sha256=job.base_sha256,
        on_step=lambda _done, _of: at.step(),
        checkpoint=control.checkpoint,
    )
    texts, lessons = with_stated(
        base,
        material.replay,
        lessons,
        material.stated,
        recipe,
        views=material.views,
        checkpoint=control.checkpoint,
    )
    rows = len(training.row_ids)
    train = partial(
        trainer.train,
        base,
        training,
        texts,
        lessons,
        recipe,
        seed=job.seed,
        on_step=lambda _step, _of, _metrics: at.step(),
        checkpoint=control.checkpoint,
        views=material.views,
    )
    if start is None:
        later = {progress.TRAIN: recipe.steps(rows, Stage.ONWARD)}
        at.begin(progress.TRAIN, left=recipe.most_steps(rows))
        trained = rounds.run(base, recipe, material.held_out, train, control.checkpoint)
    else:
        later = {}
        at.begin(progress.TRAIN, left=recipe.steps(rows, Stage.ONWARD))
        trained = train(start=start.lora, stage=Stage.ONWARD)
    at.begin(progress.EXPORT, later=later)
    facts = {
        "scale": 1.0,
        "all_rows": start is not None,
        "rows": rows,
        "device": base.device_name,
        "precision": base.precision,
        "left_out": training.left_out,
        "stated": len(material.stated),
        "hindsight_auc": trained.hindsight_auc,
        "held_out_nll": start.training["held_out_nll"] if start else list(trained.held_out_nll),
    }
    done = start.training["steps"] if start else 0
    made = _candidate(trained, tuple(sorted(training.row_ids)), facts, done, job.base_sha256)
    at.step()
    return made


def _candidate(
    trained: Trained, rows: tuple[str, ...], facts: Mapping[str, Any], done: int, base_sha256: str
) -> Learned:
    """`done`: the steps that were taken before these."""
    summary = {
        **facts,
        "steps": done + trained.steps,
        "first_loss": trained.history[0]["loss"],
        "last_loss": trained.history[-1]["loss"],
    }
    earlier = trained.before
    before = _candidate(earlier, rows, facts, done, base_sha256) if earlier else None
    data = gguf_lora.export(trained.lora, base_sha256=base_sha256)
    return Learned(data, rows, summary, trained.lora, before)
