"""What a night is asked to do: the ledger's rows as the learner's job.

Rows carry the prompt exactly as it would be served, so that what is trained is what is served.
Held-out rows carry it a second time with the context layer, made from training rows only: that
is what the candidate has to improve on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.holdout import MIN_HELD_OUT, MIN_TRAIN, Split, split
from app.domain.ledger import Arm, Kind, Memory, Signal, State
from app.domain.prompt import assemble

MOST_HELD_OUT = 40
"""Held-out rows that a night checks itself with, the newest; more would take the night and tell no
more."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A night that has enough to learn from."""

    split: Split
    rows: tuple[dict[str, Any], ...]

    @property
    def trained(self) -> tuple[str, ...]:
        return tuple(s.id for s in self.split.train)

    @property
    def all_ids(self) -> tuple[str, ...]:
        return tuple(sorted(s.id for s in (*self.split.train, *self.split.held_out)))


def readiness(signals: Sequence[Signal]) -> tuple[bool, str]:
    """Whether a night could run now, and a plain sentence that says what is missing."""
    active = [s for s in signals if s.state is State.ACTIVE]
    parts = split(active)
    edits = sum(s.kind is Kind.EDIT for s in active)
    if parts.enough:
        return True, f"{edits} corrections to learn from."
    missing = max(MIN_TRAIN + MIN_HELD_OUT - len(parts.train) - len(parts.held_out), 1)
    noun = "correction" if edits == 1 else "corrections"
    return False, (
        f"{edits} {noun} so far; a night needs {MIN_TRAIN + MIN_HELD_OUT}: "
        f"{MIN_TRAIN} to learn from and {MIN_HELD_OUT} to check itself with. "
        f"Correct {missing} more and sleep again."
    )


def plan(signals: Sequence[Signal], memories: Sequence[Memory], system: str) -> Plan:
    """Active rows, split and written as the learner reads them. Check `readiness` first."""
    active = [s for s in signals if s.state is State.ACTIVE]
    parts = split(active)
    newest_first = sorted(active, key=lambda s: (s.at, s.id), reverse=True)
    ages = {signal.id: age for age, signal in enumerate(newest_first)}
    asked_about = set(sorted(ages[s.id] for s in parts.held_out)[:MOST_HELD_OUT])
    rows = [_row(s, system, ages[s.id], held_out=False) for s in parts.train]
    for signal in parts.held_out:
        row = _row(signal, system, ages[signal.id], held_out=True)
        if ages[signal.id] in asked_about:
            turns = assemble(
                signal.messages,
                system=system,
                arm=Arm.MEMORY,
                memories=memories,
                signals=parts.train,
            )
            row["memory_prompt"] = [turn.as_dict() for turn in turns]
        rows.append(row)
    return Plan(split=parts, rows=tuple(sorted(rows, key=lambda row: row["id"])))


def _row(signal: Signal, system: str, age: int, *, held_out: bool) -> dict[str, Any]:
    prompt = assemble(signal.messages, system=system, arm=Arm.BASE)
    return {
        "id": signal.id,
        "age": age,
        "kind": signal.kind.value,
        "via": signal.via.value,
        "prompt": [t.as_dict() for t in prompt],
        "memory_prompt": None,
        "reply": signal.reply,
        "edited": signal.edited,
        "spans": [
            {"start": s.start, "end": s.end, "provenance": s.provenance.value} for s in signal.spans
        ],
        "held_out": held_out,
    }


def night_job(
    the_plan: Plan,
    *,
    base: Path,
    base_sha256: str,
    system: str,
    cache: Path,
    resources: Path,
    threads: int | None,
    present_rows: Sequence[str] = (),
) -> dict[str, Any]:
    """The learner's first frame (see adapters.worker)."""
    return {
        "type": "night",
        "base": str(base),
        "base_sha256": base_sha256,
        "rows": list(the_plan.rows),
        "seed": 0,
        "system": system,
        "cache": str(cache),
        "resources": str(resources),
        "recipe": {},
        "threads": threads,
        "present_rows": list(present_rows),
    }
