"""Preferences that the user put into words, taught from the prompt into the weights.

The base that is shown a preference teaches the student that is not: context distillation (Askell
et al. 2021, arXiv 2112.00861; Snell et al. 2022, arXiv 2209.15189). A few of the general questions
are answered by the base with the preferences in its prompt, and on these answers the student, with
the plain prompt, is held to what the base then thought likely, token for token, as replay holds it
to the plain base on all others. It can learn no more than the base makes of the sentence: a small
model that does not heed a preference in its prompt teaches nothing.

These answers depend on the user's words, so they are written anew each night and never cached.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from adapters.replay import PROSE, ReplayText, answer_sampling, prompt_id, turns_of
from adapters.writing import write

if TYPE_CHECKING:
    from adapters.prepare import Views
    from adapters.recipe import Recipe
    from adapters.runtime import Base
    from adapters.teacher import Lesson
    from adapters.torch_base import TorchBase


@dataclass(frozen=True, slots=True)
class Stated:
    """An answer after the plain prompt, as the student reads it, and after the prompt with the
    preferences, as its teacher does."""

    plain: ReplayText
    shown: ReplayText


def write_stated(
    base: Base,
    prompts: Sequence[str],
    systems: tuple[str, str],
    recipe: Recipe,
    checkpoint: Callable[[], None],
) -> list[Stated]:
    """The base's answers to every n-th question of `prompts` under the second of two `systems`,
    the plain one and the one that states the preferences. Detaches any adapter."""
    plain, stated = systems
    texts = []
    questions = [prompt for prompt in prompts if not prompt.startswith(PROSE)]
    for prompt in questions[:: recipe.stated_every]:
        base.attach(None)
        before, shown = (base.prompt_tokens(turns_of(system, prompt)) for system in (plain, stated))
        answer = write(base, shown, answer_sampling(prompt), checkpoint).tokens
        id_ = prompt_id(prompt)
        texts.append(
            Stated(
                ReplayText(id_, (*before, *answer), len(before)),
                ReplayText(id_, (*shown, *answer), len(shown)),
            )
        )
    return texts


def with_stated(
    base: TorchBase,
    replay: Sequence[ReplayText],
    lessons: dict[str, Lesson],
    stated: Sequence[Stated],
    recipe: Recipe,
    *,
    views: Views,
    checkpoint: Callable[[], None],
) -> tuple[list[ReplayText], dict[str, Lesson]]:
    """Replay and lessons where the stated preferences stand in for the plain base's answers to the
    same questions. What `views` knows of them is not computed again."""
    from adapters.scorer import Scorer  # noqa: PLC0415 - torch takes seconds

    scorer = Scorer(base, recipe.layers(base.n_layers).start)
    texts = {text.id: text for text in replay}
    taught = dict(lessons)
    plain, shown = (
        views.of(scorer, asked, recipe, checkpoint=checkpoint)
        for asked in ([one.plain for one in stated], [one.shown for one in stated])
    )
    for one, of_plain, of_shown in zip(stated, plain, shown, strict=True):
        student, teacher = of_plain.lesson, of_shown.lesson
        texts[one.plain.id] = one.plain
        taught[one.plain.id] = replace(
            student, top_ids=teacher.top_ids, top_log_p=teacher.top_log_p
        )
    return list(texts.values()), taught
