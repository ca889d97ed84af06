"""Where a night trains: on the graphics card where there is one with room, else on the processor.

A base goes where it went before in this process, which is one night: both trainings of a candidate
belong on the same device. A card that has failed once is left alone for good, CUDA with it: after
some faults every further call fails.
"""

from __future__ import annotations

import gc
from pathlib import Path

import psutil
import torch

from adapters.errors import LearnerError
from adapters.phrases import phrase

_WORKING_ROOM = 1.3
"""Times the weights: room for activations, caches and the optimizer while training."""
_LOGITS = 5 * 1024
"""Rows of the whole vocabulary that a card must hold beside that: what `head` keeps of a step of
the longest texts, at a quarter of the vocabulary, and the gradient of it. Memory of the processor
can be lent from the disk, a card's cannot."""

_PROCESSOR, _CARD = torch.device("cpu"), torch.device("cuda")
_chosen: dict[Path, torch.device] = {}
_card_failed = False


def choose(base: Path, parameters: int, vocabulary: int) -> torch.device:
    """For the base at `base`. LearnerError where it is the processor and that has no room."""
    needed = int(parameters * 4 * _WORKING_ROOM)
    if base not in _chosen:
        fits = _free_on_card() > needed + 4 * _LOGITS * vocabulary
        _chosen[base] = _CARD if fits else _PROCESSOR
    if _chosen[base] == _PROCESSOR:
        _require_memory(needed)
    return _chosen[base]


def leave_card(base: Path) -> bool:
    """Something failed: from now on this process computes on the processor. False if it did for
    this base, so that the card is not to blame."""
    global _card_failed  # noqa: PLW0603 - a card fails for the whole process
    if _chosen.get(base) != _CARD:
        return False
    _card_failed = True
    _chosen.clear()
    return True


def free() -> None:
    """Give back what a training took, of the card too."""
    gc.collect()
    if _CARD in _chosen.values():
        torch.cuda.empty_cache()


def name(device: torch.device) -> str:
    """The card's model, or "cpu"."""
    return torch.cuda.get_device_name(device) if device.type == "cuda" else device.type


def _free_on_card() -> int:
    """Bytes; none where there is no card, or where it does not even tell."""
    if _card_failed or not torch.cuda.is_available():
        return 0
    try:
        return torch.cuda.mem_get_info()[0]
    except RuntimeError:  # a card that is taken by somebody else, or a driver that is broken
        return 0


def _require_memory(needed: int) -> None:
    available = psutil.virtual_memory().available
    if available < needed:
        raise LearnerError(
            phrase("Not enough memory to learn"),
            phrase(
                "Training this model takes about {needed:.1f} GiB and {free:.1f} GiB are free.",
                needed=needed / 2**30,
                free=available / 2**30,
            ),
            phrase("Close other programs, or choose a smaller model."),
        )
