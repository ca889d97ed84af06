"""What a night is asked to do: the ledger's rows as the learner's job.

Rows carry the prompt exactly as it would be served, so that what is trained is what is served.
Held-out rows carry it a second time with the context layer, made from training rows only: that
is what the candidate has to improve on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.caps import capped
from app.domain.guard import guarded, untaught
from app.domain.holdout import MIN_HELD_OUT, MIN_TRAIN, Split, split
from app.domain.ledger import Arm, Kind, Memory, MemoryKind, Signal, State
from app.domain.phrases import phrase
from app.domain.prompt import assemble, opening, system_with
from app.domain.recall import in_force

MOST_HELD_OUT = 16
"""Held-out rows that a night checks itself with, the newest; more would take the night and tell no
more."""
NEWEST = 24
"""Of these the learner may hold out more edits: a user who has changed their mind can only be asked
about by what they said since."""

_SO_FAR = phrase(
    "{edits} corrections so far; a night needs {needed}: {train} to learn from and {held_out} to "
    "check itself with. Correct {missing} more and sleep again."
)
_ONE_SO_FAR = phrase(
    "1 correction so far; a night needs {needed}: {train} to learn from and {held_out} to check "
    "itself with. Correct {missing} more and sleep again."
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A night that has enough to learn from."""

    split: Split
    rows: tuple[dict[str, Any], ...]
    preferences: tuple[Memory, ...] = ()
    """Those that the user has stated in words and that are taught."""
    left_out: tuple[Signal, ...] = ()
    """Rows that the caps of `app.domain.caps` kept from the night."""
    why: tuple[tuple[str, int], ...] = ()
    """How many of these, and of the preferences that are not taught, by reason."""
    recalled: tuple[str, ...] = ()
    """Ids of the memories that stand in what held-out rows are asked with."""

    @property
    def trained(self) -> tuple[str, ...]:
        """Ids of all that decides what is learned: signals, those that the caps counted and left
        out among them, and the memories that state a preference."""
        signals = (*self.split.train, *self.left_out)
        return (*(s.id for s in signals), *(m.id for m in self.preferences))

    @property
    def all_ids(self) -> tuple[str, ...]:
        """The same with the signals of what is held out."""
        rest = (*self.split.held_out, *self.split.aside)
        return tuple(sorted((*self.trained, *(s.id for s in rest))))


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a night could run now, and a plain sentence that says what it has or what is missing:
    more rows, or (`nothing_new`) any that the last night had not seen."""

    ready: bool
    why: str
    nothing_new: bool = False


def readiness(signals: Sequence[Signal]) -> Readiness:
    """Of the active rows, whatever nights there were."""
    active = capped([s for s in signals if s.state is State.ACTIVE]).kept
    parts = split(active)
    edits = sum(s.kind is Kind.EDIT for s in active)
    if parts.enough:
        return Readiness(
            True,
            phrase("1 correction to learn from.")
            if edits == 1
            else phrase("{edits} corrections to learn from.", edits=edits),
        )
    missing = max(MIN_TRAIN + MIN_HELD_OUT - len(parts.train) - len(parts.held_out), 1)
    why = (_ONE_SO_FAR if edits == 1 else _SO_FAR).filled(
        edits=edits,
        needed=MIN_TRAIN + MIN_HELD_OUT,
        train=MIN_TRAIN,
        held_out=MIN_HELD_OUT,
        missing=missing,
    )
    return Readiness(False, why)


def all_ids(signals: Sequence[Signal], memories: Sequence[Memory]) -> tuple[str, ...]:
    """What `Plan.all_ids` would be, without making the plan."""
    active = (s.id for s in signals if s.state is State.ACTIVE)
    return tuple(sorted((*active, *(m.id for m in _stated(memories)[0]))))


def plan(
    signals: Sequence[Signal],
    memories: Sequence[Memory],
    system: str,
    recall: Callable[[str], Sequence[Memory]] | None = None,
) -> Plan:
    """Active rows, within the caps, split and written as the learner reads them. Check `readiness`
    first. Slow for a large ledger: rows from before there was a guard are guarded now. `recall`:
    which memories a conversation with that opening is served with; by default all of them."""
    within = capped([guarded(s) for s in signals if s.state is State.ACTIVE])
    active = within.kept
    parts = split(active)
    newest_first = sorted(active, key=lambda s: (s.at, s.id), reverse=True)
    ages = {signal.id: age for age, signal in enumerate(newest_first)}
    trained = {signal.id for signal in parts.train}
    asked = set(sorted(ages[signal.id] for signal in parts.held_out)[:MOST_HELD_OUT])
    rows = []
    used: set[str] = set()
    for signal in active:
        age = ages[signal.id]
        row = _row(signal, system, age, held_out=signal.id not in trained)
        if age in asked or (age < NEWEST and signal.kind is Kind.EDIT):
            examples = [other for other in parts.train if other.id != signal.id]
            known = recall(opening(signal.messages)) if recall else memories
            used.update(memory.id for memory in known)
            turns = assemble(
                signal.messages, system=system, arm=Arm.MEMORY, memories=known, signals=examples
            )
            row["memory_prompt"] = [turn.as_dict() for turn in turns]
        rows.append(row)
    stated, untold = _stated(memories)
    ordered = tuple(sorted(rows, key=lambda row: row["id"]))
    why = (*within.why, *untold)
    return Plan(parts, ordered, stated, within.left_out, why, tuple(sorted(used)))


def _stated(
    memories: Sequence[Memory],
) -> tuple[tuple[Memory, ...], tuple[tuple[str, int], ...]]:
    """The preferences in force that may be taught, and how many may not, by reason. What is learned
    comes out again wherever the model is asked, what stands in the prompt only there."""
    stated = [m for m in memories if m.kind is MemoryKind.PREFERENCE and in_force(m)]
    reasons = {memory.id: untaught(memory.text) for memory in stated}
    why = Counter(reason.value for reason in reasons.values() if reason)
    return tuple(m for m in stated if not reasons[m.id]), tuple(sorted(why.items()))


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
        "pinned": signal.pinned,
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
        "stated": system_with(system, the_plan.preferences) if the_plan.preferences else None,
        "cache": str(cache),
        "resources": str(resources),
        "recipe": {},
        "threads": threads,
        "present_rows": list(present_rows),
    }
