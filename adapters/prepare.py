"""From a night's material to what the steps of training read, with the base's view of each text.

Everything here is computed once, before there is a LoRA: which places of which texts are scored,
what the base says there, and the vocabulary that the head is cut to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from adapters.examples import Example, Pair, Tokens, TrainingSet
from adapters.head import Head
from adapters.recipe import Recipe
from adapters.scorer import Scorer
from adapters.teacher import Lesson, View, view_of

if TYPE_CHECKING:
    from adapters.replay import ReplayText

_BASE_WROTE_IT = 0.5
"""Nats per token by which a text may be less likely than the base's own entropy and still count
as written by the base: samples sit at the entropy, greedy replies below, other hands well above."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Places of a text whose next token's log p counts: place [n] (of the token before), token
    [n, 1] (in the head's vocabulary), tail [n] (see `head`), weight [n], and the weighted sum of
    log p under the base."""

    tokens: Tokens
    place: Tensor
    token: Tensor
    tail: Tensor
    weight: Tensor
    base: float


@dataclass(frozen=True, slots=True)
class Held:
    """Places [n] of a text at which the student is held to the base's k likeliest tokens: [n, k]
    in the head's vocabulary, and their log p."""

    tokens: Tokens
    place: Tensor
    token: Tensor
    tail: Tensor
    log_p: Tensor


@dataclass(frozen=True, slots=True)
class Row:
    """All that is trained on for one row of the ledger."""

    wanted: Scored | None = None
    chosen: Scored | None = None
    rejected: Scored | None = None
    weight: float = 0.0
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows by row id, replay by text id, and the head that scores them."""

    rows: Mapping[str, Row]
    replay: Mapping[str, Held]
    head: Head


@torch.no_grad()
def prepare(
    scorer: Scorer,
    material: TrainingSet,
    rows: Iterable[str],
    replay: Sequence[tuple[ReplayText, Lesson]],
    recipe: Recipe,
    *,
    checkpoint: Callable[[], None],
) -> Prepared:
    """What the named rows and the replay texts come to. `checkpoint` is called for each text."""
    for replayed, lesson in replay:
        scorer.remember(replayed.tokens, lesson.hidden)
    examples = {example.id: example for example in material.examples}
    pairs = {pair.id: pair for pair in material.pairs}
    wanted = {id_: examples[id_] for id_ in sorted(rows) if id_ in examples}
    judged = {id_: pairs[id_] for id_ in sorted(rows) if id_ in pairs}
    texts = [*wanted.values(), *(t for p in judged.values() for t in (p.chosen, p.rejected) if t)]
    views: dict[int, View] = {}
    for text in texts:
        checkpoint()
        views[id(text)] = view_of(scorer.base, text.tokens, text.target_start, recipe, scorer)
    lessons = [lesson for _, lesson in replay] + [view.lesson for view in views.values()]
    ids = [lesson.top_ids.flatten().to(torch.int64) for lesson in lessons]
    ids += [torch.tensor(text.tokens[text.target_start :]) for text in texts]
    vocabulary: Tensor = torch.unique(torch.cat(ids))
    head = Head(scorer.base, vocabulary.to(scorer.base.device))
    made = {
        id_: _row(head, wanted.get(id_), judged.get(id_), views)
        for id_ in sorted(wanted.keys() | judged.keys())
    }
    held = {text.id: _held(head, text.tokens, text.target_start, it) for text, it in replay}
    return Prepared(made, held, head)


def _row(head: Head, text: Example | None, pair: Pair | None, views: Mapping[int, View]) -> Row:
    judged = Row()
    if pair is not None:
        chosen = _scored(head, pair.chosen, views[id(pair.chosen)]) if pair.chosen else None
        rejected = _scored(head, pair.rejected, views[id(pair.rejected)])
        judged = Row(chosen=chosen, rejected=rejected, weight=pair.weight)
    if text is None:
        return judged
    view = views[id(text)]
    if text.accepted and view.surprise < _BASE_WROTE_IT:
        return replace(judged, held=_held(head, text.tokens, text.target_start, view.lesson))
    return replace(judged, wanted=_scored(head, text, view))


def _scored(head: Head, text: Example, view: View) -> Scored | None:
    """None when no token is marked."""
    marks = torch.tensor([at for at, weight in enumerate(text.weights) if weight])
    if not len(marks):
        return None
    weight = torch.tensor(text.weights)[marks]
    return Scored(
        tokens=text.tokens,
        place=text.target_start - 1 + marks,
        token=head.places_of(torch.tensor(text.tokens[text.target_start :])[marks])[:, None],
        tail=_tail(head, view.lesson)[marks],
        weight=weight,
        base=float((weight * view.log_p[marks]).sum()),
    )


def _held(head: Head, tokens: Tokens, target_start: int, lesson: Lesson) -> Held:
    return Held(
        tokens=tokens,
        place=torch.arange(target_start - 1, len(tokens) - 1),
        token=head.places_of(lesson.top_ids),
        tail=_tail(head, lesson),
        log_p=lesson.top_log_p,
    )


def _tail(head: Head, lesson: Lesson) -> Tensor:
    return head.log_tail(lesson.out, lesson.log_z)
