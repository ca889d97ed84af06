"""What only the teacher reads in its prompt goes into the weights of the student."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from adapters import stated
from adapters.examples import TrainingSet
from adapters.gguf_lora import Lora
from adapters.prepare import Views
from adapters.recipe import Recipe
from adapters.runtime import Base
from tests.support import tiny_night
from tests.support.tiny_gguf import write_tiny

PROMPTS = ("what is tea", "~ the boat left", "name a tree", "why is rain wet", "count to three")
SYSTEMS = ("", "work would good people about the year thanks")
RECIPE = Recipe(
    modules=("gate", "up", "down"), rank=8, learning_rate=3e-3, min_steps=60, stated_every=2
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("tiny") / "tiny.gguf", "llama", "Q8_0")


@pytest.fixture(scope="module")
def base(path: Path) -> Iterator[Base]:
    base = Base(path, n_ctx=256, n_threads=1)
    yield base
    base.close()


@pytest.fixture(scope="module")
def night(path: Path, base: Base, tmp_path_factory: pytest.TempPathFactory) -> tiny_night.TinyNight:
    """A night of which only what is held matters: replay and what was stated."""
    plain = tiny_night.prepare(path, tmp_path_factory.mktemp("cache"), RECIPE)
    texts = stated.write_stated(base, PROMPTS, SYSTEMS, RECIPE, lambda: None)
    replay, lessons = stated.with_stated(
        plain.base,
        plain.replay,
        plain.lessons,
        texts,
        RECIPE,
        views=Views(),
        checkpoint=lambda: None,
    )
    return replace(plain, replay=replay, lessons=lessons)


def test_every_second_question_is_answered_and_prose_is_not(base: Base) -> None:
    texts = stated.write_stated(base, PROMPTS, SYSTEMS, RECIPE, lambda: None)
    assert len(texts) == 2
    for text in texts:
        answer = text.plain.tokens[text.plain.target_start :]
        assert answer == text.shown.tokens[text.shown.target_start :]
        assert len(text.shown.tokens) > len(text.plain.tokens)


def test_the_student_without_the_sentence_comes_to_think_as_the_base_with_it(
    night: tiny_night.TinyNight,
) -> None:
    taught = [text for text in night.replay if not text.id.startswith("text")]
    only = replace(night, replay=taught)
    nothing = TrainingSet(night.material.examples[:1], (), {})
    silent = replace(RECIPE, supervised=0.0)
    trained = only.train(silent, nothing)
    before = only.kl(Lora({}, 1.0, night.base.geometry, ""))
    assert before > 0.01, "the sentence makes a difference to the base"
    assert only.kl(trained.lora) < 0.3 * before


def test_it_stands_in_for_the_plain_answer_to_the_same_question(
    base: Base, night: tiny_night.TinyNight
) -> None:
    texts = stated.write_stated(base, PROMPTS, SYSTEMS, RECIPE, lambda: None)
    plain = [replace(text.plain, tokens=(*text.plain.tokens, base.end_token)) for text in texts]
    replay, _ = stated.with_stated(
        night.base, plain, {}, texts, RECIPE, views=Views(), checkpoint=lambda: None
    )
    assert replay == [text.plain for text in texts]
