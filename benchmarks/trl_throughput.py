"""Training throughput: ours against TRL's SFTTrainer, to the same loss on the same rows.

    python -m benchmarks.trl_throughput [--model FILE] [--arms NAME,NAME] [--rounds N] [--steps N]
        [--threads N] [--cache FOLDER] [--json]

Needs benchmarks/requirements.txt (`make bench-trl` installs it). About twenty minutes on two idle
cores with the starter; a minute more the first time, for the base's replies. Beside other work the
numbers say little.

The rows are 48 e-mails that the base wrote, each corrected by the demo's user (lower case, no
salutation, two sentences, "- k"), and 12 more that no arm trains on. The arms take turns in one
process, with the same dequantized weights, threads, rank, rows in a step, number of steps, learning
rate, AdamW without decay and clipping at 1; each turn is a whole training from a fresh LoRA.
Medians over rounds count. What an arm prepares from its rows is timed, but for TRL's copy of the
model and its data set; reading the base is not, nor what a night keeps for all later nights.

* `ours`: the trainer with the recipe's replay, KL and preference off and every weight 1. What is
  left is what SFTTrainer minimises: -log p of all completion tokens of a step, the end token among
  them (over their number; ours over that of an average step). Layers multiply in bfloat16 where
  the processor is faster at that.
* `ours-fp32`: the same in float32.
* `night`: the recipe as it is, with replay and KL. For context; it reads twice as many texts.
* `trl`: SFTTrainer with peft, LoRA on the same modules of the same layers, float32. The settings
  are in `benchmarks.stock_trainer`.
* `trl-bf16`: the same under bfloat16 autocast, which is its default.
* `trl-all`: LoRA on every linear layer, which is usual. For context.

The target is against the faster one of `trl` and `trl-bf16`. Held-out loss is measured by one
function for all: the LoRA added to the float32 model of transformers, -log p of each corrected
text's tokens given its prompt.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import importlib.metadata
import json
import statistics
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from time import perf_counter
from typing import Any

import torch

from adapters import teacher, torch_base, trainer
from adapters.examples import Example, Row, TrainingSet, build
from adapters.gguf_lora import Lora, tensor_name
from adapters.recipe import Recipe
from adapters.replay import ReplayText, read_prompts, write_replay
from adapters.runtime import Base
from adapters.torch_base import TorchBase
from adapters.writing import greedy, write
from app.domain.simulated import rewrite
from app.engine import catalogue, hardware
from benchmarks import stock_trainer

TARGET = 3.0
SAME_LOSS = 0.01
"""Nats per token that count as no difference."""
ROWS, HELD_OUT, REPLAY = 48, 12, 32
REPLY_TOKENS = 80
CONTEXT = 1024
ARMS = ("ours", "ours-fp32", "night", "trl", "trl-bf16", "trl-all")
RIVALS = ("trl", "trl-bf16")

Changes = Mapping[str, torch.Tensor]
"""What an adapter adds to each weight, by the weight's name in transformers."""
Arm = Callable[[int, int], tuple[float, Changes]]
"""(steps, seed) to (seconds, changes): one whole training."""


@dataclass(frozen=True, slots=True)
class Material:
    """The rows, once to be learned word for word and once as a night weighs them."""

    plain: TrainingSet
    night: TrainingSet
    held_out: tuple[Example, ...]
    replay: list[ReplayText]
    base_sha256: str
    cache: Path


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    nll: float


def main() -> None:
    arguments = _arguments()
    stock_trainer.stay_on_this_machine(arguments.cache)
    plain = _supervised_only(Recipe())
    material = _material(arguments.model, arguments.cache, plain)
    exact = torch_base.load(arguments.model, threads=arguments.threads, exact=True)
    fast = torch_base.load(arguments.model, threads=arguments.threads)
    arms = _arms(exact, fast, material, plain)
    steps = arguments.steps or plain.steps(ROWS)
    before = _nll(exact, {}, material.held_out)
    runs = _take_turns(
        {name: arms[name] for name in arguments.arms},
        arguments.rounds,
        steps,
        lambda changes: _nll(exact, changes, material.held_out),
    )
    result = {
        "model": arguments.model.name,
        "recipe": Recipe().hash,
        "threads": arguments.threads,
        "precision": fast.precision,
        "versions": {
            name: importlib.metadata.version(name)
            for name in ("trl", "torch", "transformers", "peft")
        },
        "steps": steps,
        "batch": plain.personal,
        "held_out_nll_before": before,
        **_summary(runs, steps * plain.personal, _mean_targets(material.plain.examples)),
    }
    print(json.dumps(result) if arguments.json else _table(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Training throughput against TRL's SFTTrainer.")
    parser.add_argument("--model", type=Path, help="a GGUF file (default: the starter model)")
    parser.add_argument("--arms", default=",".join(ARMS), help=f"some of {', '.join(ARMS)}")
    parser.add_argument("--rounds", type=int, default=2, help="trainings by each arm (default 2)")
    parser.add_argument("--steps", type=int, help="optimizer steps (default: the recipe's)")
    parser.add_argument("--threads", type=int, default=hardware.threads())
    parser.add_argument("--cache", type=Path, help="folder for the base's replies")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    arguments = parser.parse_args()
    arguments.model = arguments.model or catalogue.find(catalogue.STARTER).path
    arguments.cache = arguments.cache or Path(tempfile.gettempdir()) / "reverie-trl-throughput"
    arguments.arms = arguments.arms.split(",")
    unknown = sorted(set(arguments.arms) - set(ARMS))
    if unknown or arguments.rounds < 1:
        parser.error(f"no such arm: {', '.join(unknown)}" if unknown else "one round at least")
    return arguments


def _supervised_only(recipe: Recipe) -> Recipe:
    alone = replace(recipe, batch=recipe.personal, kl=0.0, preference=0.0, reject=0.0)
    return replace(alone, supervised=1.0, typed=1.0, kept=1.0, pasted=1.0, cut=0.0)


# The rows


def _material(model: Path, cache: Path, plain: Recipe) -> Material:
    prompts = resources.files("resources").joinpath("demo/prompts.txt").read_text().splitlines()
    general = read_prompts(Path(str(resources.files("resources").joinpath("replay/prompts.txt"))))
    with model.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    base = Base(model, n_ctx=CONTEXT)
    try:
        pairs = _replies(base, prompts[: ROWS + HELD_OUT], cache, sha256).items()
        rows = [_row(number, *pair) for number, pair in enumerate(pairs)]
        replay = write_replay(
            base,
            general[:: len(general) // REPLAY][:REPLAY],
            "",
            cache_dir=cache,
            base_sha256=sha256,
            on_step=_ignore,
            checkpoint=_ignore,
        )
        return Material(
            build(rows[:ROWS], base, plain),
            build(rows[:ROWS], base, Recipe()),
            build(rows[ROWS:], base, plain).examples,
            replay,
            sha256,
            cache,
        )
    finally:
        base.close()


def _replies(base: Base, prompts: Sequence[str], cache: Path, sha256: str) -> dict[str, str]:
    """The base's likeliest reply to each prompt, from the cache where it is there."""
    asked = hashlib.sha256("\n".join(prompts).encode()).hexdigest()
    path = cache / f"replies-{sha256[:16]}-{asked[:16]}.json"
    if not path.is_file():
        replies = {}
        for prompt in prompts:
            base.attach(None)  # empties the context: no reply depends on the one before
            opening = base.prompt_tokens([{"role": "user", "content": prompt}])
            replies[prompt] = write(base, opening, greedy(REPLY_TOKENS), _ignore).text
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(replies), encoding="utf-8")
    kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return kept


def _row(number: int, prompt: str, reply: str) -> Row:
    turns = ({"role": "user", "content": prompt},)
    return Row(f"row{number:02}", "edit", "edit", turns, turns, reply, rewrite(reply))


def _mean_targets(examples: Sequence[Example]) -> float:
    return statistics.fmean(len(it.tokens) - it.target_start for it in examples)


def _ignore(*_: object) -> None:
    pass


# The arms


def _arms(exact: TorchBase, fast: TorchBase, material: Material, plain: Recipe) -> dict[str, Arm]:
    rows = material.plain.examples

    def trl(*, bf16: bool = False, all_linear: bool = False) -> Arm:
        return lambda steps, seed: stock_trainer.train(
            exact, rows, plain, steps=steps, seed=seed, bf16=bf16, all_linear=all_linear
        )

    return {
        "ours": _ours(fast, material.plain, plain, material),
        "ours-fp32": _ours(exact, material.plain, plain, material),
        "night": _ours(fast, material.night, Recipe(), material),
        "trl": trl(),
        "trl-bf16": trl(bf16=True),
        "trl-all": trl(all_linear=True),
    }


def _ours(base: TorchBase, rows: TrainingSet, recipe: Recipe, material: Material) -> Arm:
    def train(steps: int, seed: int) -> tuple[float, Changes]:
        exactly = replace(recipe, min_steps=steps, max_steps=steps)
        replay = material.replay if recipe.kl else []
        lessons = teacher.teach(
            base,
            replay,
            exactly,
            cache_dir=material.cache,
            base_sha256=material.base_sha256,
            on_step=_ignore,
            checkpoint=_ignore,
        )
        began = perf_counter()
        made = trainer.train(
            base, rows, replay, lessons, exactly, seed=seed, on_step=_ignore, checkpoint=_ignore
        )
        return perf_counter() - began, _changes(made.lora, recipe, base.n_layers)

    return train


def _changes(lora: Lora, recipe: Recipe, n_layers: int) -> Changes:
    changes = {}
    for layer in recipe.layers(n_layers):
        for module in recipe.modules:
            name = tensor_name(layer, module)
            a, b = (torch.from_numpy(lora.tensors[f"{name}.lora_{half}"]) for half in "ab")
            block = "self_attn" if module in "qkvo" else "mlp"
            weight = f"model.layers.{layer}.{block}.{module}_proj.weight"
            changes[weight] = lora.alpha / recipe.rank * b @ a
    return changes


@torch.no_grad()
def _nll(base: TorchBase, changes: Changes, examples: Sequence[Example]) -> float:
    """Nats per token of the corrected texts under the float32 model with these changes."""
    weights = dict(base.model.named_parameters())
    changed = {name: weights[name] + change for name, change in changes.items()}
    total, count = 0.0, 0
    for it in examples:
        ids = torch.tensor([it.tokens])
        logits = torch.func.functional_call(base.model, changed, (ids,)).logits[0]
        log_p = logits[it.target_start - 1 : -1].log_softmax(dim=-1)
        total -= log_p.gather(1, ids[0, it.target_start :, None]).sum().item()
        count += len(log_p)
    return total / count


def _take_turns(
    arms: Mapping[str, Arm], rounds: int, steps: int, measure: Callable[[Changes], float]
) -> dict[str, list[Run]]:
    runs: dict[str, list[Run]] = {name: [] for name in arms}
    for arm in arms.values():
        arm(1, 0)  # imports, first allocations, and what a night keeps for all later nights
    names = list(arms)
    for number in range(rounds):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            gc.collect()
            seconds, changes = arms[name](steps, number + 1)
            runs[name].append(Run(seconds, measure(changes)))
    return runs


# What came of it


def _summary(runs: Mapping[str, Sequence[Run]], rows: int, targets: float) -> dict[str, Any]:
    """`rows` are those of one training, `targets` the completion tokens of one row."""
    arms: dict[str, dict[str, Any]] = {}
    for name, of_arm in runs.items():
        seconds = statistics.median(run.seconds for run in of_arm)
        arms[name] = {
            "seconds": seconds,
            "rows_per_s": rows / seconds,
            "targets_per_s": rows * targets / seconds,
            "held_out_nll": statistics.fmean(run.nll for run in of_arm),
            "runs": [[run.seconds, run.nll] for run in of_arm],
        }
    rivals = [name for name in RIVALS if name in runs]
    if "ours" not in runs or not rivals:
        return {"arms": arms}
    rival = min(rivals, key=lambda name: float(arms[name]["seconds"]))
    pairs = zip(runs[rival], runs["ours"], strict=True)
    ratio = statistics.median(theirs.seconds / ours.seconds for theirs, ours in pairs)
    more = arms["ours"]["held_out_nll"] - arms[rival]["held_out_nll"]
    return {
        "arms": arms,
        "against": rival,
        "ratio": ratio,
        "target": TARGET,
        "loss_difference": more,
        "met": ratio >= TARGET and more <= SAME_LOSS,
    }


def _table(result: dict[str, Any]) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in result["versions"].items())
    lines = [
        f"{result['model']}, {result['threads']} threads, {result['steps']} steps of "
        f"{result['batch']} rows, ours in {result['precision']}; {versions}",
        "",
        "| arm | seconds | rows/s | target tokens/s | held-out NLL |",
        "| --- | ---: | ---: | ---: | ---: |",
        f"| base | | | | {result['held_out_nll_before']:.3f} |",
    ]
    for name, arm in result["arms"].items():
        lines.append(
            f"| {name} | {arm['seconds']:.1f} | {arm['rows_per_s']:.2f} "
            f"| {arm['targets_per_s']:.0f} | {arm['held_out_nll']:.3f} |"
        )
    if "ratio" in result:
        lines += [
            "",
            f"ours / {result['against']}: {result['ratio']:.2f} times the rows per second "
            f"(target {result['target']}), held-out NLL {result['loss_difference']:+.3f}: "
            + ("met" if result["met"] else "MISSED"),
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
