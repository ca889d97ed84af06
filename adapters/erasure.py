"""One step of a proof of erasure, in the sleep process: learn as a night does, then ask the model.

The proof runs it three times, each in a process of its own: on a ledger with planted rows, on the
same ledger after they were forgotten, and on one that never held them. A step is a night without
its gate: whether the candidate is any good is not the question here, only what is left in it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adapters import progress
from adapters.control import Control, Pace
from adapters.errors import LearnerError
from adapters.job import Job
from adapters.learning import CONTEXT, Learned, ask_base, learn
from adapters.phrases import phrase
from adapters.probes import Probes, SafetyProbes
from adapters.progress import Progress
from adapters.replay import read_prompts
from adapters.runtime import Base

REPLAY_EVERY = 4
"""Of the replay prompts every fourth is used: what is proved does not hang on how many there are,
and a first run has to let the base answer them."""

_NO_PROBES = Probes((), "", (), (), SafetyProbes((), (), (), ()), "")


@dataclass(frozen=True, slots=True)
class Text:
    """A text that may have been learned, after the turns that it would answer."""

    turns: tuple[dict[str, str], ...]
    text: str


@dataclass(frozen=True, slots=True)
class Scores:
    """For each text: log p in nats of the text and its end, with the candidate and without it
    (empty where that was not asked for), and the text's tokens."""

    log_p: tuple[float, ...] = ()
    base_log_p: tuple[float, ...] = ()
    tokens: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    learned: Learned
    scores: Scores


def run(
    message: Mapping[str, Any], control: Control, tell: Callable[[dict[str, Any]], None]
) -> Outcome:
    """Follow a night's job (see `job.py`) with two more fields: "texts", each {"turns", "text"}, to
    be scored by the quantized model, and "reference", whether the bare base scores them too.

    The same message on the same machine gives the same candidate, byte for byte. Raises Cancelled,
    or LearnerError for what the person can do something about.
    """
    job, texts = Job.from_json(message), _texts(message)
    passes = (2 if message.get("reference") else 1) if texts else 0
    prompts = read_prompts(job.resources / "replay" / "prompts.txt")[::REPLAY_EVERY]
    plan = {
        progress.REPLAY: 2 * len(prompts),
        progress.TRAIN: job.recipe.most_steps(len(job.rows)),
        progress.MEASURE: passes * len(texts),
        progress.GATE: 0,
    }
    at = Progress(plan, tell, lambda: control.halted_s)
    at.begin(progress.LOAD)
    material = ask_base(job, _NO_PROBES, prompts, control, at)
    learned = learn(job, material, control, at)
    learned = learn(job, material, control, at, start=learned)
    if not texts:
        return Outcome(learned, Scores())
    control.checkpoint()
    at.begin(progress.MEASURE, left=passes * len(texts))
    base = Base(job.base, n_ctx=CONTEXT, n_threads=job.threads)
    try:
        pace = Pace(control.checkpoint, at.step)
        return Outcome(learned, _scores(base, learned.data, texts, passes, pace))
    finally:
        base.close()


def _texts(message: Mapping[str, Any]) -> list[Text]:
    try:
        return [
            Text(tuple({"role": t["role"], "content": t["content"]} for t in turns), str(text))
            for turns, text in ((item["turns"], item["text"]) for item in message["texts"])
        ]
    except (KeyError, TypeError, ValueError) as fault:
        raise LearnerError(
            phrase("The proof was asked for in the wrong form"),
            phrase("A text to score is missing or wrong ({kind}).", kind=type(fault).__name__),
            phrase("Please report this; nothing was changed."),
        ) from fault


def _scores(base: Base, candidate: bytes, texts: Sequence[Text], passes: int, pace: Pace) -> Scores:
    tokens = [(*base.plain_tokens(text.text), base.end_token) for text in texts]
    openings = _Openings(base)
    results: list[tuple[float, ...]] = []
    for adapter in (candidate, None)[:passes]:
        base.attach(adapter)
        scores = []
        for text, target in zip(texts, tokens, strict=True):
            pace.checkpoint()
            opening = openings.of(text.turns)
            log_p = base.score([*opening, *target], len(opening))
            scores.append(_finite(math.fsum(map(float, log_p))))
            pace.step()
        results.append(tuple(scores))
    with_it, without = (*results, ())[:2]
    return Scores(with_it, without, tuple(ids[:-1] for ids in tokens))


class _Openings:
    """Prompts as tokens; many texts answer the same one."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._known: dict[str, list[int]] = {}

    def of(self, turns: Sequence[Mapping[str, str]]) -> list[int]:
        key = repr(turns)
        if key not in self._known:
            self._known[key] = self._base.prompt_tokens(turns)
        return self._known[key]


def _finite(score: float) -> float:
    if not math.isfinite(score):
        raise LearnerError(
            phrase("The model gives numbers that are none"),
            phrase("A text's likelihood under the new adapter is not a finite number."),
            phrase("Nothing was changed. Choose another file of this model if it happens again."),
        )
    return score
