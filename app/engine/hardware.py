"""What this machine can carry."""

from __future__ import annotations

import psutil

from adapters.gguf_header import Header
from adapters.machine import usable_cores
from app.domain.errors import KnownError
from app.domain.phrases import phrase

SHORTEST_CONTEXT = 512
"""Tokens; with less a model is of no use here."""


def threads() -> int:
    """Threads for computing: one for each physical core that we may use."""
    return usable_cores()


def memory_bytes() -> int:
    total: int = psutil.virtual_memory().total
    return total


def require_fit(header: Header) -> None:
    """KnownError when this machine could not run the model even with nothing else open."""
    needed, total = header.memory_needed(SHORTEST_CONTEXT), memory_bytes()
    if needed > total:
        raise KnownError(
            phrase("Model too big for this machine"),
            phrase(
                "{file} needs about {needed:.1f} GB of memory; this machine has {total:.1f} GB.",
                file=header.path.name,
                needed=needed / 1e9,
                total=total / 1e9,
            ),
            phrase("Choose a smaller model, or a stronger quantization of this one."),
        )


def cuda_device() -> str | None:
    """The CUDA device that nights would train on, None for the processor. Slow: asks torch."""
    import torch  # noqa: PLC0415 - two seconds, and only `doctor` asks

    return torch.cuda.get_device_name(0) if torch.cuda.is_available() else None
