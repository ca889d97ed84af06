"""A step of a proof of erasure: learn from a ledger, then ask what the model knows of some texts.

The job is a night's and so is its process; see `adapters.erasure`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.events import NightProgress
from app.domain.ledger import Arm, Role, Turn
from app.domain.prompt import assemble
from app.sleep.process import NightProcess


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to score as the answer to `prompt`."""

    prompt: str
    text: str


@dataclass(frozen=True, slots=True)
class Learned:
    """The plain GGUF, its SHA-256 and the ids that it saw; for each text asked for log p in nats
    with the adapter and without (empty unless wanted), and its tokens."""

    data: bytes
    sha256: str
    rows: tuple[str, ...]
    log_p: tuple[float, ...]
    base_log_p: tuple[float, ...]
    tokens: tuple[tuple[int, ...], ...]


def erasure_job(
    night: Mapping[str, Any],
    *,
    recipe: Mapping[str, Any],
    asked: Sequence[Asked],
    reference: bool,
) -> dict[str, Any]:
    """A night's job (see `night_job`) without its gate; texts are put to the model as it is
    served. With `reference` the bare base is asked as well."""
    texts = [
        {"turns": _turns(item.prompt, str(night["system"])), "text": item.text} for item in asked
    ]
    extra = {"recipe": dict(recipe), "texts": texts, "reference": reference}
    return {**night, "type": "erasure", **extra}


def learn(process: NightProcess, on_progress: Callable[[NightProgress], None]) -> Learned:
    """Runs a process that was given an `erasure_job`. Raises like `NightProcess.run`."""
    message, data = process.follow(on_progress)
    return Learned(
        data=data,
        sha256=str(message["sha256"]),
        rows=tuple(message["rows"]),
        log_p=tuple(message["log_p"]),
        base_log_p=tuple(message["base_log_p"]),
        tokens=tuple(tuple(ids) for ids in message["tokens"]),
    )


def _turns(prompt: str, system: str) -> list[dict[str, str]]:
    turns = assemble([Turn(Role.USER, prompt)], system=system, arm=Arm.BASE)
    return [turn.as_dict() for turn in turns]
