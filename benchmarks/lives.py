"""Where an arm stands after a night of the simulated fortnight, in memory and on disk.

A stopped run goes on from here instead of living through the earlier nights again. Nothing of it
is about a person, so it lies in the clear.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from adapters.gguf_base import open_base
from adapters.gguf_lora import Lora
from app.domain.exchange import dump_lines
from app.domain.ledger import Signal
from benchmarks.simulation import judged

_NIGHT, _LEDGER, _ALPHA, _RECIPE = "night", "ledger", "alpha", "recipe"


@dataclass(frozen=True, slots=True)
class Life:
    """All signals up to `night` and the adapter that it left, None where there is none. The rest
    is about that night: `rows` trained on, optimizer `steps`, rows `replaced` by a newer habit."""

    night: int = 0
    ledger: tuple[Signal, ...] = ()
    lora: Lora | None = None
    rows: int = 0
    steps: int = 0
    replaced: int = 0


def save(life: Life, path: Path) -> None:
    """Replace the file at `path` in one step. What only the night's line tells is left out."""
    held: dict[str, Any] = {_NIGHT: life.night, _LEDGER: "".join(dump_lines(life.ledger))}
    if life.lora is not None:
        held |= {_ALPHA: life.lora.alpha, _RECIPE: life.lora.recipe, **life.lora.tensors}
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".part")
    with half.open("wb") as file:
        np.savez(file, **held)
    half.replace(path)


def load(path: Path, base: Path) -> Life:
    """What `save` has written for an arm on this base; a new life where there is no such file."""
    if not path.is_file():
        return Life()
    with np.load(path) as file:
        held = dict(file)
    lines = str(held.pop(_LEDGER)).encode().splitlines()
    night = int(held.pop(_NIGHT))
    ledger = tuple(judged(lines, path.name))
    if _ALPHA not in held:
        return Life(night, ledger)
    alpha, recipe = float(held.pop(_ALPHA)), str(held.pop(_RECIPE))
    _, geometry = open_base(base)
    return Life(night, ledger, Lora(held, alpha, geometry, recipe))
