"""From a night's material to what the steps of training read, with the base's view of each text.

Everything here is computed once, before there is a LoRA: which places of which texts are scored,
what the base says there, and the vocabulary that the head is cut to.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from adapters.evidence import auc
from adapters.examples import Example, Hindsight, Pair, Tokens, TrainingSet
from adapters.head import Head
from adapters.recipe import Recipe
from adapters.scorer import Scorer
from adapters.teacher import TOGETHER, Lesson, Spoken, View, views_of

if TYPE_CHECKING:
    from adapters.replay import ReplayText

_BASE_WROTE_IT = 0.5
"""Nats per token by which a text may be less likely than the base's own entropy and still count
as written by the base: samples sit at the entropy, greedy replies below, other hands well above."""
_KEPT_BYTES = 2**29
"""Views kept between two trainings, while the quantized model is measured."""


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
    in the head's vocabulary, and their log p. `weight`: how hard, where an answer is 1; `opening`:
    how hard its first tokens once more."""

    tokens: Tokens
    place: Tensor
    token: Tensor
    tail: Tensor
    log_p: Tensor
    weight: float
    opening: float


@dataclass(frozen=True, slots=True)
class Row:
    """All that is trained on for one row of the ledger."""

    wanted: Scored | None = None
    chosen: Scored | None = None
    rejected: Scored | None = None
    weight: float = 0.0
    held: Held | None = None
    hindsight: Scored | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows by row id, replay by text id, the head that scores them, and how well hindsight tells
    what users kept from what they replaced (AUC; None where it was not asked)."""

    rows: Mapping[str, Row]
    replay: Mapping[str, Held]
    head: Head
    hindsight_auc: float | None = None

    def supervised_tokens(self, batches: Iterable[Iterable[str]]) -> int:
        """How many supervised tokens these batches of row ids hold together."""
        wanted = (self.rows[id_].wanted for ids in batches for id_ in ids)
        return sum(len(text.place) for text in wanted if text)


class Views:
    """What the base says about texts, kept from one training of a night to the next."""

    def __init__(self) -> None:
        self._known: dict[Spoken, View] = {}
        self._bytes = 0

    def of(
        self,
        scorer: Scorer,
        texts: Sequence[Example | ReplayText],
        recipe: Recipe,
        *,
        checkpoint: Callable[[], None],
    ) -> list[View]:
        """The view of each text. Those that are not known yet go through the base together, a few
        of like length at a time, with a call of `checkpoint` before each few."""
        spoken = [Spoken.of(text) for text in texts]
        views = {one: self._known[one] for one in spoken if one in self._known}
        for one, view in views.items():
            scorer.remember(one.tokens, view.lesson.hidden)
        fresh = sorted(
            set(spoken) - views.keys(), key=lambda it: (len(it.tokens), it.tokens, it.target_start)
        )
        for start in range(0, len(fresh), TOGETHER):
            checkpoint()
            few = fresh[start : start + TOGETHER]
            for one, view in zip(few, views_of(scorer.base, few, recipe, scorer), strict=True):
                views[one] = view
                self._keep(one, view)
        return [views[one] for one in spoken]

    def _keep(self, one: Spoken, view: View) -> None:
        if self._bytes < _KEPT_BYTES:
            self._known[one] = view
            self._bytes += view.lesson.hidden.nbytes + view.lesson.out.nbytes


@torch.no_grad()
def prepare(
    scorer: Scorer,
    material: TrainingSet,
    rows: Iterable[str],
    replay: Sequence[tuple[ReplayText, Lesson]],
    recipe: Recipe,
    *,
    known: Views,
    checkpoint: Callable[[], None],
) -> Prepared:
    """What the named rows and the replay texts come to. `checkpoint` is called every few texts."""
    for replayed, lesson in replay:
        scorer.remember(replayed.tokens, lesson.hidden)
    examples = {example.id: example for example in material.examples}
    pairs = {pair.id: pair for pair in material.pairs}
    wanted = {id_: examples[id_] for id_ in sorted(rows) if id_ in examples}
    judged = {id_: pairs[id_] for id_ in sorted(rows) if id_ in pairs}
    texts = [*wanted.values(), *(t for p in judged.values() for t in (p.chosen, p.rejected) if t)]
    viewed = known.of(scorer, texts, recipe, checkpoint=checkpoint)
    views = {id(text): view for text, view in zip(texts, viewed, strict=True)}
    looked_back = _look_back(
        scorer, material.hindsight, wanted.keys(), recipe, known=known, checkpoint=checkpoint
    )
    views |= looked_back.views
    lessons = [lesson for _, lesson in replay] + [view.lesson for view in views.values()]
    ids = [lesson.top_ids.flatten().to(torch.int64) for lesson in lessons]
    scored = [*texts, *looked_back.replies.values()]
    ids += [torch.tensor(text.tokens[text.target_start :]) for text in scored]
    vocabulary: Tensor = torch.unique(torch.cat(ids))
    head = Head(scorer.base, vocabulary.to(scorer.base.device))
    made = {
        id_: _row(head, wanted.get(id_), judged.get(id_), views, recipe)
        for id_ in sorted(wanted.keys() | judged.keys())
    }
    for id_, reply in looked_back.replies.items():
        made[id_] = replace(made[id_], hindsight=_scored(head, reply, views[id(reply)]))
    held = {
        text.id: _held(
            head,
            text,
            lesson,
            weight=recipe.kl_prose if text.prose else 1.0,
            opening=0.0 if text.prose else recipe.kl_opening,
        )
        for text, lesson in replay
    }
    return Prepared(made, held, head, looked_back.auc)


@dataclass(frozen=True, slots=True)
class _Hindsight:
    """By row id, replies whose weights are by how much likelier each token is once the correction
    is known; none where that does not tell (see `Recipe`). The base's views of them; the AUC."""

    replies: Mapping[str, Example]
    views: Mapping[int, View]
    auc: float | None


def _look_back(
    scorer: Scorer,
    all_hindsight: Sequence[Hindsight],
    ids: Container[str],
    recipe: Recipe,
    *,
    known: Views,
    checkpoint: Callable[[], None],
) -> _Hindsight:
    replies: dict[str, Example] = {}
    views: dict[int, View] = {}
    gained: dict[bool, list[float]] = {True: [], False: []}
    for one in all_hindsight:
        if one.reply.id not in ids:
            continue
        checkpoint()
        (before,) = known.of(scorer, [one.reply], recipe, checkpoint=checkpoint)
        (after,) = views_of(scorer.base, [Spoken(one.shown, one.shown_start)], recipe)
        cap = recipe.hindsight_cap
        gains = (after.log_p - before.log_p).clamp(-cap, cap).tolist()
        for gain, kept in zip(gains, one.reply.weights, strict=True):
            gained[bool(kept)].append(gain)
        reply = replace(one.reply, weights=tuple(gains))
        replies[reply.id], views[id(reply)] = reply, before
    told_apart = auc(gained[True], gained[False]) if gained[True] and gained[False] else None
    if told_apart is None or told_apart < recipe.hindsight_auc:
        return _Hindsight({}, {}, told_apart)
    return _Hindsight(replies, views, told_apart)


def _row(
    head: Head,
    text: Example | None,
    pair: Pair | None,
    views: Mapping[int, View],
    recipe: Recipe,
) -> Row:
    judged = Row()
    if pair is not None:
        chosen = _scored(head, pair.chosen, views[id(pair.chosen)]) if pair.chosen else None
        rejected = _scored(head, pair.rejected, views[id(pair.rejected)])
        judged = Row(chosen=chosen, rejected=rejected, weight=pair.weight)
    if text is None:
        return judged
    view = views[id(text)]
    if text.accepted and view.surprise < _BASE_WROTE_IT:
        hard = recipe.kl_accepted
        held = _held(head, text, view.lesson, weight=hard, opening=hard * recipe.kl_opening)
        return replace(judged, held=held)
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


def _held(
    head: Head, text: Example | ReplayText, lesson: Lesson, *, weight: float, opening: float
) -> Held:
    return Held(
        tokens=text.tokens,
        place=Spoken.of(text).places,
        token=head.places_of(lesson.top_ids),
        tail=_tail(head, lesson),
        log_p=lesson.top_log_p,
        weight=weight,
        opening=opening,
    )


def _tail(head: Head, lesson: Lesson) -> Tensor:
    return head.log_tail(lesson.out, lesson.log_z)
