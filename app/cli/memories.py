"""`reverie memories`: what is known about the user, in their words."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any

from app.cli import report
from app.domain.ledger import Memory, MemoryKind, MemoryState, to_json
from app.services import Reverie

Say = Callable[[str], None]
Result = dict[str, Any]

_STATES = {
    "approve": MemoryState.ACTIVE,
    "use": MemoryState.ACTIVE,
    "exclude": MemoryState.EXCLUDED,
}
_DONE = {
    "approve": "remembered",
    "use": "used again",
    "exclude": "left out, and kept",
    "pin": "pinned: in every prompt",
    "unpin": "no longer pinned",
}


def run(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    return _ACTIONS.get(args.action, _marked)(reverie, args, say)


def _list(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    wanted = getattr(args, "state", None)
    found = [m for m in reverie.memories.all() if wanted in (None, m.state.value)]
    return _told(found, say, 'No memories yet. Try `reverie memories add "I live in …"`.')


def _search(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    found = reverie.memories.search(" ".join(args.text))
    return _told(found, say, "Nothing found. Try other words.")


def _add(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    kind = MemoryKind(args.kind) if args.kind else None
    made = reverie.memories.remember(args.text, kind)
    memory = made.memory
    already = "Already remembered" if made.was_known else "Remembered"
    say(f"{already} as a {memory.kind.value}: {memory.text}")
    for old in made.replaced:
        say(f"It replaces {old.id}, which stays as history: {old.text}")
    replaced = [old.id for old in made.replaced]
    return {"added": to_json(memory), "known": made.was_known, "replaced": replaced}


def _forget(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    for memory_id in args.ids:
        reverie.memories.get(memory_id)  # KnownError before anything is deleted
    done = reverie.forgetting.forget(memories=args.ids)
    off = done.switched_off
    told = " The adapter that was taught it is off." if off else ""
    say(f"{len(done.memories)} memories deleted.{told}")
    if done.unfinished is not None:
        raise done.unfinished
    return {"forgotten": [one.id for one in done.memories], "adapter_off": off.id if off else None}


def _changed(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    if args.action == "correct":
        memory, _ = reverie.memories.correct(args.id, args.text)
    else:
        memory = reverie.memories.supersede(args.id, args.text)
    say(f"{memory.id}: {memory.text}")
    return {"memory": to_json(memory), "instead_of": args.id}


def _marked(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    if args.action in _STATES:
        reverie.memories.set_state(args.ids, _STATES[args.action])
    else:
        reverie.memories.pin(args.ids, args.action == "pin")
    say(f"{len(args.ids)} memories {_DONE[args.action]}.")
    return {"changed": args.ids}


def _contradictions(reverie: Reverie, _: argparse.Namespace, say: Say) -> Result:
    pairs = reverie.memories.contradictions()
    for older, newer in pairs:
        say(f"{older.id}  {older.text}\n{newer.id}  {newer.text}\n")
    if not pairs:
        say("No two memories disagree.")
    return {"contradictions": [[to_json(one), to_json(other)] for one, other in pairs]}


def _told(found: Sequence[Memory], say: Say, none: str) -> Result:
    say(table(found) if found else none)
    return {"memories": [to_json(memory) for memory in found]}


def table(found: Sequence[Memory]) -> str:
    rows = [
        [
            memory.id,
            f"{memory.from_:%Y-%m-%d}",
            memory.kind.value,
            _state(memory),
            memory.origin.value,
            report.clip(memory.text, 60),
        ]
        for memory in found
    ]
    return report.table(rows, ("id", "since (UTC)", "kind", "state", "origin", "text"))


def _state(memory: Memory) -> str:
    if memory.superseded_by is not None:
        return "replaced"
    return "pinned" if memory.pinned else memory.state.value


_ACTIONS: dict[str | None, Callable[[Reverie, argparse.Namespace, Say], Result]] = {
    None: _list,
    "list": _list,
    "add": _add,
    "search": _search,
    "forget": _forget,
    "correct": _changed,
    "replace": _changed,
    "contradictions": _contradictions,
}
