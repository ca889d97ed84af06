"""Training on a tiny model: it learns, it repeats itself to the byte, and it can be stopped."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
import torch

from adapters import gguf_lora, prepare, torch_base, trainer
from adapters.errors import LearnerError
from adapters.gguf_base import FAMILIES
from adapters.head import Head
from adapters.prepare import Views
from adapters.recipe import Recipe, Stage
from adapters.runtime import Base, Sampling
from adapters.scorer import Scorer
from adapters.step import loss_of
from tests.support import tiny_night
from tests.support.tiny_gguf import write_tiny

MLP = ("gate", "up", "down")  # a tiny model has too few layers to learn in one product of each
RECIPE = Recipe(modules=MLP, rank=8, learning_rate=3e-3, min_steps=30, preference=0.5)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("tiny") / "tiny.gguf", "llama", "Q8_0")


@pytest.fixture(scope="module")
def night(path: Path, tmp_path_factory: pytest.TempPathFactory) -> tiny_night.TinyNight:
    return tiny_night.prepare(path, tmp_path_factory.mktemp("cache"), RECIPE)


def exported(lora: gguf_lora.Lora) -> bytes:
    return gguf_lora.export(replace(lora, recipe=""), base_sha256="0" * 64)


def written(base: Base, prompt: str) -> str:
    tokens = base.prompt_tokens([{"role": "user", "content": prompt}])
    greedy = Sampling(temperature=0, repeat_penalty=1, max_tokens=24)
    return "".join(piece.text for piece in base.generate(tokens, greedy))


def test_it_learns_what_the_user_wrote_and_llama_cpp_says_it(
    night: tiny_night.TinyNight, path: Path
) -> None:
    trained = night.train(RECIPE)
    assert trained.history[-1]["supervised"] < 0.1 * trained.history[0]["supervised"]
    base = Base(path, n_ctx=256, n_threads=1)
    try:
        before = written(base, "write mail 3")
        base.attach(gguf_lora.export(trained.lora, base_sha256="0" * 64))
        assert written(base, "write mail 3") == tiny_night.EDITED
        assert before != tiny_night.EDITED
    finally:
        base.close()


@pytest.mark.parametrize("family", [it for it in FAMILIES if it != "llama"])
def test_every_family_learns_and_llama_cpp_says_it(family: str, tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "tiny.gguf", family, "Q8_0")
    trained = tiny_night.prepare(path, tmp_path / "cache", RECIPE).train(RECIPE)
    base = Base(path, n_ctx=256, n_threads=1)
    try:
        base.attach(gguf_lora.export(trained.lora, base_sha256="0" * 64))
        assert written(base, "write mail 3") == tiny_night.EDITED
    finally:
        base.close()


def test_kl_keeps_it_near_the_base_elsewhere(night: tiny_night.TinyNight) -> None:
    """The replay term does its work: without it the same training moves the base far more."""
    held, free = (night.train(replace(RECIPE, preference=0.0, kl=kl)) for kl in (1.0, 0.0))
    assert night.kl(held.lora) < 0.5 * night.kl(free.lora)


def test_prose_is_held_harder_than_answers(night: tiny_night.TinyNight) -> None:
    prose = replace(night, replay=[replace(text, prose=True) for text in night.replay])
    recipe = replace(RECIPE, preference=0.0, kl_prose=5.0)
    harder, alike = (night.kl(it.train(recipe).lora) for it in (prose, night))
    assert harder < 0.8 * alike


def test_openings_are_held_once_more(night: tiny_night.TinyNight) -> None:
    recipe = replace(RECIPE, preference=0.0)
    with_it, without = (night.train(replace(recipe, kl_opening=it)).lora for it in (4.0, 0.0))
    assert night.kl(with_it, RECIPE.opening) < 0.7 * night.kl(without, RECIPE.opening)


def test_preference_lowers_what_was_replaced(night: tiny_night.TinyNight) -> None:
    with_it = night.train(RECIPE)
    assert with_it.history[0]["preference"] == pytest.approx(RECIPE.preference, abs=1e-3)
    assert with_it.history[-1]["preference"] < 0.5 * RECIPE.preference


def test_rejected_rows_alone_are_pushed_down_within_bounds(night: tiny_night.TinyNight) -> None:
    trained = night.train(RECIPE, night.rejects_only())
    first, last = trained.history[0], trained.history[-1]
    assert first["supervised"] == last["supervised"] == 0.0
    assert first["preference"] == pytest.approx(0.1, abs=1e-3)
    assert 0 <= last["preference"] < first["preference"]


def test_a_step_without_any_text_changes_nothing() -> None:
    """Without KL, one of nothing but replies that were taken as the base wrote them."""
    without = replace(RECIPE, kl=0.0)
    loss, parts = loss_of(cast(Scorer, None), cast(Head, None), [], [], without, counted=1.0)
    loss.backward()
    assert loss.item() == 0.0 and {*parts.values()} == {0.0}


def test_hindsight_acts_only_where_it_tells_kept_from_replaced(path: Path, tmp_path: Path) -> None:
    asked = replace(RECIPE, preference=0.0, hindsight=1.0, hindsight_auc=0.0)
    looking_back = tiny_night.prepare(path, tmp_path, asked)
    plain = looking_back.train(asked, replace(looking_back.material, hindsight=()))
    acting = looking_back.train(asked)
    idle = looking_back.train(replace(asked, hindsight_auc=1.01))
    assert plain.hindsight_auc is None
    assert 0 <= acting.hindsight_auc <= 1
    assert idle.hindsight_auc == acting.hindsight_auc
    assert exported(idle.lora) == exported(plain.lora)
    assert exported(acting.lora) != exported(plain.lora)


def test_hindsight_is_about_every_corrected_reply(path: Path, tmp_path: Path) -> None:
    material = tiny_night.prepare(path, tmp_path, replace(RECIPE, hindsight=0.1)).material
    assert {one.reply.id for one in material.hindsight} == {one.id for one in material.examples}
    for one in material.hindsight:
        assert one.shown[one.shown_start :] == one.reply.tokens[one.reply.target_start :]
        assert 0 < sum(one.reply.weights) < len(one.reply.weights)


def test_every_step_is_told_and_can_be_stopped(night: tiny_night.TinyNight) -> None:
    class Stop(Exception):
        pass

    told: list[int] = []
    asked = 0

    def checkpoint() -> None:
        nonlocal asked
        asked += 1
        if len(told) == 5:
            raise Stop

    with pytest.raises(Stop):
        night.train(
            RECIPE, on_step=lambda step, _of, _metrics: told.append(step), checkpoint=checkpoint
        )
    assert told == [1, 2, 3, 4, 5]
    assert asked >= 6
    assert not any("lora" in name for name, _ in night.base.model.named_modules())


def test_the_base_comes_back_as_it_was(night: tiny_night.TinyNight) -> None:
    def state() -> str:
        digest = hashlib.sha256()
        for name, tensor in sorted(night.base.model.state_dict().items()):
            digest.update(name.encode() + tensor.cpu().view(torch.uint8).numpy().tobytes())
        return digest.hexdigest()

    before = state()
    first, second = (gguf_lora.export(night.train(RECIPE).lora, base_sha256="") for _ in range(2))
    assert state() == before
    assert first == second


def test_the_order_of_rows_and_replay_changes_no_byte(night: tiny_night.TinyNight) -> None:
    exports = [
        gguf_lora.export(one.train(RECIPE).lora, base_sha256="") for one in (night, night.turned())
    ]
    assert exports[0] == exports[1]


def test_another_seed_is_another_adapter(night: tiny_night.TinyNight) -> None:
    exports = {
        gguf_lora.export(night.train(RECIPE, seed=seed).lora, base_sha256="") for seed in (1, 2)
    }
    assert len(exports) == 2


def test_two_processes_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    """With two threads; the second finds the teacher's cache of the first, which must not change
    a bit either."""
    threads = "2"
    command = [sys.executable, "-m", "tests.support.tiny_night", path, tmp_path, threads]
    root, environment = Path(__file__).parents[3], {**os.environ, "PYTHONHASHSEED": "random"}
    digests = {
        subprocess.run(
            command, capture_output=True, check=True, cwd=root, env=environment, timeout=300
        ).stdout.strip()
        for _ in range(2)
    }
    assert len(digests) == 1
    assert len(digests.pop()) == 64


def test_frozen_layers_are_computed_once_a_text(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upper = replace(RECIPE, first_layer_fraction=0.5)
    night = tiny_night.prepare(path, tmp_path, upper)
    seen: list[tuple[int, ...]] = []
    below = torch_base.TorchBase.below

    def counted(self: torch_base.TorchBase, tokens: tuple[int, ...], layer: int) -> torch.Tensor:
        seen.append(tuple(tokens))
        return below(self, tokens, layer)

    monkeypatch.setattr(torch_base.TorchBase, "below", counted)
    night.train(upper)
    assert 0 < len(seen) == len(set(seen)) <= 2 * len(night.material.examples)


def test_training_goes_on_from_what_was_chosen(night: tiny_night.TinyNight) -> None:
    examples = night.material.examples
    apart = replace(night.material, examples=examples[:-1], pairs=night.material.pairs[:-1])
    chosen = night.train(RECIPE, apart)
    further = night.train(RECIPE, start=chosen.lora, stage=Stage.ONWARD)
    fresh = night.train(RECIPE)
    assert further.steps == RECIPE.steps(len(examples), Stage.ONWARD) < chosen.steps
    assert further.history[0]["loss"] < 0.5 * fresh.history[0]["loss"]
    peak = max(step["rate"] for step in further.history)
    assert peak <= RECIPE.onward_rate * max(step["rate"] for step in fresh.history)
    assert exported(further.lora) != exported(chosen.lora)
    assert exported(night.train(RECIPE, apart).lora) == exported(chosen.lora), "left as it was"


def test_what_the_base_says_is_asked_once_a_night(
    night: tiny_night.TinyNight, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept views change no byte, and the second training computes none."""
    plain, views = night.train(RECIPE), Views()
    night.train(RECIPE, views=views)

    def never(*_: object) -> None:
        raise AssertionError("this view was known")

    monkeypatch.setattr(prepare, "views_of", never)
    assert exported(night.train(RECIPE, views=views).lora) == exported(plain.lora)


def test_a_loss_that_is_not_a_number_is_a_known_error(night: tiny_night.TinyNight) -> None:
    with pytest.raises(LearnerError, match="finite"):
        night.train(replace(RECIPE, learning_rate=1e30))
    assert night.train(RECIPE).steps == 30  # and has left the base in order


def test_nothing_to_learn_from(night: tiny_night.TinyNight) -> None:
    with pytest.raises(LearnerError, match="Nothing to learn"):
        night.train(RECIPE, trainer.TrainingSet((), (), {}))


class TestTeacher:
    def test_a_damaged_cache_is_made_anew(self, path: Path, tmp_path: Path) -> None:
        first = tiny_night.prepare(path, tmp_path, RECIPE)
        (file,) = tmp_path.glob("teacher-*")
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        second = tiny_night.prepare(path, tmp_path, RECIPE)
        assert file.read_bytes() == whole
        for id_, lesson in first.lessons.items():
            assert torch.equal(lesson.hidden, second.lessons[id_].hidden)
            assert torch.equal(lesson.top_log_p, second.lessons[id_].top_log_p)

    def test_the_student_begins_where_the_base_is(self, night: tiny_night.TinyNight) -> None:
        assert night.train(RECIPE).history[0]["kl"] < 1e-5

    def test_it_can_be_stopped_between_texts(self, path: Path, tmp_path: Path) -> None:
        class Stop(Exception):
            pass

        def stop() -> None:
            raise Stop

        with pytest.raises(Stop):
            tiny_night.prepare(path, tmp_path, RECIPE, checkpoint=stop)
        assert not list(tmp_path.glob("teacher-*"))

    def test_a_full_disk_is_a_known_error(self, path: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(LearnerError, match="cache"):
            tiny_night.prepare(path, tmp_path / "file" / "cache", RECIPE)
