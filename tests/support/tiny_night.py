"""A small night on a tiny model: six edits of one style, six replay texts.

As a program it trains once and prints the adapter's SHA-256: MODEL CACHE_FOLDER THREADS.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from adapters import gguf_lora, objective, teacher, torch_base, trainer
from adapters.examples import Row, TrainingSet, build
from adapters.gguf_lora import Lora
from adapters.prepare import Views
from adapters.recipe import Recipe, Stage
from adapters.replay import ReplayText
from adapters.runtime import Base

EDITED = "hello people, thanks. k"


def nothing(*_: object) -> None:
    pass


@dataclass(frozen=True)
class TinyNight:
    base: torch_base.TorchBase
    material: TrainingSet
    replay: list[ReplayText]
    lessons: dict[str, teacher.Lesson]

    def train(
        self,
        recipe: Recipe,
        material: TrainingSet | None = None,
        *,
        seed: int = 1,
        on_step: Callable[[int, int, dict[str, float]], None] = nothing,
        checkpoint: Callable[[], None] = nothing,
        start: Lora | None = None,
        stage: Stage = Stage.FIRST,
        views: Views | None = None,
    ) -> trainer.Trained:
        return trainer.train(
            self.base,
            self.material if material is None else material,
            self.replay,
            self.lessons,
            recipe,
            seed=seed,
            on_step=on_step,
            checkpoint=checkpoint,
            start=start,
            stage=stage,
            views=views,
        )

    def turned(self) -> TinyNight:
        """The same night with everything in the opposite order."""
        material = TrainingSet(self.material.examples[::-1], self.material.pairs[::-1], {})
        return replace(self, material=material, replay=self.replay[::-1])

    def rejects_only(self) -> TrainingSet:
        pairs = (replace(pair, chosen=None, weight=0.2) for pair in self.material.pairs)
        return TrainingSet((), tuple(pairs), {})

    @torch.no_grad()
    def kl(self, lora: Lora, first: int | None = None) -> float:
        """KL to the base per token on the replay texts, or on the first tokens of them, with the
        adapter merged by hand."""
        total = 0.0
        weights = self._merged(lora)
        for text in self.replay:
            lesson = self.lessons[text.id]
            states = torch.func.functional_call(
                self.base.model, weights, (torch.tensor([text.tokens], device=self.base.device),)
            )
            logits = states.logits[0, text.target_start - 1 : -1].cpu()
            student = logits.log_softmax(dim=-1).gather(1, lesson.top_ids.long())
            kl = objective.forward_kl(student, lesson.top_log_p)
            total += kl[:first].mean().item()
        return total / len(self.replay)

    def _merged(self, lora: Lora) -> dict[str, torch.Tensor]:
        names = {"ffn_gate": "gate_proj", "ffn_up": "up_proj", "ffn_down": "down_proj"}
        state = dict(self.base.model.state_dict())
        for name in {name.rpartition(".")[0] for name in lora.tensors}:
            _, layer, part, _ = name.split(".")
            place = f"model.layers.{layer}.mlp.{names[part]}.weight"
            a, b = (torch.from_numpy(lora.tensors[f"{name}.lora_{x}"]) for x in "ab")
            state[place] = state[place] + (lora.alpha / a.shape[0] * b @ a).to(state[place])
        return state


def prepare(
    path: Path,
    cache: Path,
    recipe: Recipe,
    *,
    threads: int = 1,
    checkpoint: Callable[[], None] = nothing,
    rows: Sequence[Row] = (),
) -> TinyNight:
    """`rows`: instead of the six edits."""
    runtime = Base(path, n_ctx=256, n_threads=1)
    try:
        material = build(rows or [_row(number) for number in range(6)], runtime, recipe)
        replay = [_replay(number, runtime) for number in range(6)]
    finally:
        runtime.close()
    base = torch_base.load(path, threads=threads)
    lessons = teacher.teach(
        base,
        replay,
        recipe,
        cache_dir=cache,
        base_sha256="0" * 64,
        on_step=nothing,
        checkpoint=checkpoint,
    )
    return TinyNight(base, material, replay, lessons)


def _row(number: int) -> Row:
    prompt = ({"role": "user", "content": f"write mail {number}"},)
    reply = "Dear people, thanks for the good work." + " Regards" * (number % 3)
    return Row(f"row{number}", "edit", "edit", prompt, prompt, reply, EDITED)


def _replay(number: int, base: Base) -> ReplayText:
    opening = base.prompt_tokens([{"role": "user", "content": f"what about the year {number}"}])
    answer = base.plain_tokens("good people know how our work" + " would" * number)
    return ReplayText(f"text{number}", (*opening, *answer, base.end_token), len(opening))


def main(path: str, cache: str, threads: str) -> None:
    recipe = Recipe(learning_rate=3e-3, min_steps=10)
    trained = prepare(Path(path), Path(cache), recipe, threads=int(threads)).train(recipe)
    data = gguf_lora.export(trained.lora, base_sha256="0" * 64)
    sys.stdout.write(hashlib.sha256(data).hexdigest() + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
