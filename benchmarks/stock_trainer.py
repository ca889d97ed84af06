"""TRL's SFTTrainer with peft, as its manual has it, on a base that `torch_base` has read.

A part of `benchmarks.trl_throughput` and `benchmarks.fortnight`. TRL is imported when the first
training begins, which takes five seconds; call `stay_on_this_machine` before. What is not TRL's
default, and why:

* `gradient_checkpointing` off: it saves memory that is not short here, for a third more time.
* learning rate, warm-up, clipping, no weight decay: ours, so that both take the same steps. Its
  schedule is linear like ours and differs in the first and last step by one step's width.
* the data set holds tokens and labels already, the prompt's labels -100: what `prompt` and
  `completion` columns become in TRL, without its tokenizer, which would not be llama.cpp's.
* `max_length` None: no text is near any limit.
* nothing is saved, logged or reported.
"""

from __future__ import annotations

import copy
import logging
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

import torch

from adapters import frozen
from adapters.examples import Example
from adapters.gguf_lora import Lora
from adapters.recipe import Recipe
from adapters.torch_base import TorchBase
from adapters.torch_lora import TorchLora

IGNORED = -100


def stay_on_this_machine(folder: Path) -> None:
    """No hub, and no telemetry, which TRL's trainers would send. To be called before TRL's import;
    `folder` takes what its libraries write."""
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        os.environ[name] = "1"
    os.environ["HF_HOME"] = str(folder / "huggingface")


def train(
    base: TorchBase,
    examples: Sequence[Example],
    recipe: Recipe,
    *,
    steps: int,
    seed: int,
    bf16: bool,
    all_linear: bool,
) -> tuple[float, dict[str, torch.Tensor]]:
    """(seconds of its `train`, what its LoRA adds to each weight by the weight's name)."""
    kind = {"bf16": bf16, "all_linear": all_linear}
    with _trainer(base, examples, recipe, steps=steps, seed=seed, **kind) as made:
        began = time.perf_counter()
        made.train()
        seconds = time.perf_counter() - began
    return seconds, _changes(made.model.get_base_model())


def lora(
    base: TorchBase, examples: Sequence[Example], recipe: Recipe, *, steps: int, seed: int
) -> Lora:
    """What it trains on the recipe's layers and modules, as an adapter of ours: under bfloat16
    autocast, which is its default, where the processor has that, and in float32 where it has not
    and would take the longer."""
    kind = {"bf16": frozen.halves_pay(), "all_linear": False}
    with _trainer(base, examples, recipe, steps=steps, seed=seed, **kind) as made:
        made.train()
    return TorchLora(made.model.get_base_model(), [], base, recipe).export()


@contextmanager
def _trainer(
    base: TorchBase,
    examples: Sequence[Example],
    recipe: Recipe,
    *,
    steps: int,
    seed: int,
    bf16: bool,
    all_linear: bool,
) -> Iterator[Any]:
    from trl import SFTTrainer  # noqa: PLC0415 - seconds

    logging.getLogger("transformers").setLevel(logging.ERROR)
    # It prints a summary, which is not what the commands that use it have to say.
    quiet = redirect_stdout(sys.stderr)
    with tempfile.TemporaryDirectory() as folder, _undetermined(), quiet:
        yield SFTTrainer(
            # TRL refuses what transformers' own GGUF loader returns; this is a plain model.
            copy.deepcopy(base.model),
            _settings(
                recipe,
                output_dir=folder,
                learning_rate=recipe.rate(base.parameters),
                max_steps=steps,
                seed=seed,
                bf16=bf16,
            ),
            train_dataset=_data_set(examples),
            processing_class=_tokenizer(),
            peft_config=_lora(base, recipe, all_linear),
        )


@contextmanager
def _undetermined() -> Iterator[None]:
    """TRL asks for no deterministic algorithms, so it need not wait for them."""
    before = torch.are_deterministic_algorithms_enabled()
    torch.use_deterministic_algorithms(False)
    try:
        yield
    finally:
        torch.use_deterministic_algorithms(before)


def _settings(recipe: Recipe, *, max_steps: int, **settings: Any) -> Any:
    from trl import SFTConfig  # noqa: PLC0415

    return SFTConfig(
        per_device_train_batch_size=recipe.personal,
        max_steps=max_steps,
        lr_scheduler_type="linear",
        warmup_steps=max(round(max_steps * recipe.warmup), 1),
        weight_decay=0.0,
        max_grad_norm=1.0,
        gradient_checkpointing=False,
        max_length=None,
        use_cpu=True,
        dataloader_pin_memory=False,
        save_strategy="no",
        logging_strategy="no",
        report_to="none",
        disable_tqdm=True,
        **settings,
    )


def _lora(base: TorchBase, recipe: Recipe, all_linear: bool) -> Any:
    from peft import LoraConfig  # noqa: PLC0415

    size = {"r": recipe.rank, "lora_alpha": recipe.alpha, "task_type": "CAUSAL_LM"}
    if all_linear:
        return LoraConfig(target_modules="all-linear", **size)
    return LoraConfig(
        target_modules=[f"{module}_proj" for module in recipe.modules],
        layers_to_transform=list(recipe.layers(base.n_layers)),
        layers_pattern="layers",
        **size,
    )


def _data_set(examples: Sequence[Example]) -> Any:
    from datasets import Dataset  # noqa: PLC0415

    return Dataset.from_list(
        [
            {
                "input_ids": list(it.tokens),
                "labels": [IGNORED] * it.target_start + list(it.tokens[it.target_start :]),
            }
            for it in examples
        ]
    )


def _tokenizer() -> Any:
    """TRL wants one; all that it takes from it is the number of the padding token."""
    from tokenizers import Tokenizer  # noqa: PLC0415
    from tokenizers.models import WordLevel  # noqa: PLC0415
    from transformers import PreTrainedTokenizerFast  # noqa: PLC0415

    word = "<pad>"
    words = Tokenizer(WordLevel({word: 0}, unk_token=word))
    return PreTrainedTokenizerFast(
        tokenizer_object=words, pad_token=word, eos_token=word, unk_token=word
    )


def _changes(model: Any) -> dict[str, torch.Tensor]:
    from peft.tuners.lora import LoraLayer  # noqa: PLC0415

    return {
        f"{path}.weight": layer.get_delta_weight("default").detach()
        for path, layer in model.named_modules()
        if isinstance(layer, LoraLayer)
    }
