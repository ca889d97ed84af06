"""Another round of training is kept where rows that were held out become likelier by it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from adapters import gguf_lora, rounds
from adapters.examples import Example
from adapters.recipe import Recipe, Stage
from adapters.trainer import OutOfBounds, Trained
from tests.support import tiny_night
from tests.support.tiny_gguf import write_tiny

RECIPE = Recipe(modules=("gate", "up", "down"), rank=8, learning_rate=3e-3, min_steps=12)


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> tiny_night.TinyNight:
    folder = tmp_path_factory.mktemp("tiny")
    path = write_tiny(folder / "tiny.gguf", "llama", "Q8_0")
    return tiny_night.prepare(path, folder / "cache", RECIPE)


@pytest.fixture
def held_out(night: tiny_night.TinyNight) -> list[Example]:
    return list(night.material.examples[-2:])


@pytest.fixture
def apart(night: tiny_night.TinyNight) -> Any:
    """The night's training without those two."""
    examples = night.material.examples[:-2]
    return partial(night.train, RECIPE, replace(night.material, examples=examples, pairs=()))


def run(
    night: tiny_night.TinyNight, train: Any, held_out: list[Example], **numbers: Any
) -> Trained:
    recipe = replace(RECIPE, **numbers)
    return rounds.run(night.base, recipe, held_out, train, tiny_night.nothing)


def exported(trained: Trained) -> bytes:
    return gguf_lora.export(trained.lora, base_sha256="0" * 64)


def in_another_order(text: Example) -> Example:
    """What nobody writes: more of the style makes it less likely."""
    target = text.tokens[text.target_start :]
    return replace(text, tokens=(*text.tokens[: text.target_start], *reversed(target)))


def test_a_round_that_helps_is_kept(
    night: tiny_night.TinyNight, apart: Any, held_out: list[Example]
) -> None:
    one = apart(stage=Stage.FIRST)
    two = run(night, apart, held_out)
    first, second = two.held_out_nll
    assert second < first
    assert two.steps == len(two.history) == 2 * one.steps
    assert two.history[: one.steps] == one.history
    peaks = [max(it["rate"] for it in part) for part in (one.history, two.history[one.steps :])]
    assert peaks[1] == pytest.approx(RECIPE.again_rate * peaks[0])
    assert exported(two) == exported(run(night, apart, held_out))
    three = run(night, apart, held_out, rounds=3)
    assert three.held_out_nll[:2] == two.held_out_nll


def test_a_round_that_does_not_help_is_as_if_it_had_not_been(
    night: tiny_night.TinyNight, apart: Any, held_out: list[Example]
) -> None:
    found = run(night, apart, [in_another_order(text) for text in held_out], rounds=3)
    first, second = found.held_out_nll
    assert second >= first
    one = apart(stage=Stage.FIRST)
    assert (exported(found), found.steps) == (exported(one), one.steps)


def test_without_anything_held_out_there_is_one_round(
    night: tiny_night.TinyNight, apart: Any, held_out: list[Example]
) -> None:
    one = exported(apart(stage=Stage.FIRST))
    for found in (run(night, apart, []), run(night, apart, held_out, rounds=1)):
        assert exported(found) == one
        assert found.held_out_nll == ()


def test_a_round_that_goes_out_of_bounds_counts_for_nothing(
    night: tiny_night.TinyNight, apart: Any, held_out: list[Example]
) -> None:
    def train(*, stage: Stage, start: gguf_lora.Lora | None = None) -> Trained:
        if stage is Stage.AGAIN:
            raise OutOfBounds("Training went out of bounds", "It did.", "Nothing.")
        return apart(stage=stage, start=start)

    found = run(night, train, held_out)
    assert exported(found) == exported(apart(stage=Stage.FIRST))
    assert len(found.held_out_nll) == 1


def test_tokens_that_would_not_be_learned_do_not_count(
    night: tiny_night.TinyNight, apart: Any, held_out: list[Example]
) -> None:
    """The end of a text that nobody vouches for may be anything."""
    lora = apart(stage=Stage.FIRST).lora
    text = held_out[0]
    half = len(text.weights) // 2
    rest = len(text.weights) - half
    doubted = replace(text, weights=(*text.weights[:half], *[0.0] * rest))
    changed = replace(doubted, tokens=(*text.tokens[:-rest], *[50] * rest))
    whole, known, other = (
        rounds.nll(night.base, RECIPE, lora, [one], tiny_night.nothing)
        for one in (text, doubted, changed)
    )
    assert known == pytest.approx(other, abs=1e-4)
    assert known != pytest.approx(whole, abs=1e-3)
