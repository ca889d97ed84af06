"""What a night is asked to do, checked when it arrives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from adapters.errors import LearnerError
from adapters.examples import Row, order_key
from adapters.heldout import asked_about
from adapters.phrases import phrase
from adapters.recipe import Recipe

MIN_TRAIN = 8
MIN_HELD_OUT = 5


@dataclass(frozen=True, slots=True)
class Job:
    """What a night is asked to do. `present_rows` are those that the adapter in use saw. `system`
    is the prompt that is served, `stated` the same with the preferences that the user has put into
    words, None where there are none. `cache` holds nothing personal; `resources` has replay/ and
    probes/. `threads` None means the physical cores."""

    base: Path
    base_sha256: str
    rows: tuple[Row, ...]
    seed: int
    system: str
    cache: Path
    resources: Path
    recipe: Recipe
    threads: int | None
    present_rows: tuple[str, ...] = ()
    stated: str | None = None

    @classmethod
    def from_json(cls, message: Mapping[str, Any]) -> Job:
        """Raises LearnerError when a field is missing or of the wrong form, and when there are
        too few rows: 8 to train on and 5 held out."""
        try:
            job = cls(
                base=Path(message["base"]),
                base_sha256=str(message["base_sha256"]),
                rows=tuple(Row.from_json(row) for row in message["rows"]),
                seed=int(message["seed"]),
                system=str(message["system"]),
                cache=Path(message["cache"]),
                resources=Path(message["resources"]),
                recipe=Recipe.from_json(message.get("recipe") or {}),
                threads=None if message.get("threads") is None else int(message["threads"]),
                present_rows=tuple(map(str, message.get("present_rows", ()))),
                stated=None if message.get("stated") is None else str(message["stated"]),
            )
        except (KeyError, TypeError, ValueError) as fault:
            raise LearnerError(
                phrase("The night was asked for in the wrong form"),
                phrase(
                    "A field of the job is missing or wrong ({kind}).", kind=type(fault).__name__
                ),
                phrase("Please report this; nothing was changed."),
            ) from fault
        _require_rows(job.rows)
        return job


def enough(rows: Sequence[Row]) -> bool:
    """Whether there is enough to learn from and to check with."""
    train, held_out = _counts(rows)
    return train >= MIN_TRAIN and held_out >= MIN_HELD_OUT


def with_checks(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Where too few of these rows are held out, some more of those that could be asked about, by
    the hash of their ids, as long as enough stay to be learned from."""
    train, held_out = _counts(rows)
    could = [row for row in rows if not row.held_out and row.memory_prompt]
    missing = max(min(MIN_HELD_OUT - held_out, train - MIN_TRAIN), 0)
    moved = {row.id for row in sorted(could, key=lambda row: order_key(0, row.id))[:missing]}
    return tuple(replace(row, held_out=row.held_out or row.id in moved) for row in rows)


def _counts(rows: Sequence[Row]) -> tuple[int, int]:
    return sum(not row.held_out for row in rows), len(asked_about(rows))


def _require_rows(rows: tuple[Row, ...]) -> None:
    train, held_out = _counts(rows)
    if not enough(rows):
        raise LearnerError(
            phrase("Too little to learn from"),
            phrase(
                "There are {train} rows to learn from and {held_out} to check with; a "
                "night needs {needed} and {checks}.",
                train=train,
                held_out=held_out,
                needed=MIN_TRAIN,
                checks=MIN_HELD_OUT,
            ),
            phrase("Correct a few more replies and sleep again."),
        )
