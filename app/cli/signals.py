"""`reverie signals`: what the user corrected and judged, row by row, and files of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.cli import erasure, report
from app.domain.errors import KnownError
from app.domain.exchange import dump_lines, parse_lines, signal_fields
from app.domain.guard import private_in
from app.domain.ledger import State, utc_now
from app.services import Reverie
from app.services.locality import regions

Say = Callable[[str], None]
Result = dict[str, Any]

_STATES = {"approve": State.ACTIVE, "exclude": State.EXCLUDED}
_DONE = {
    "approve": "are learned from",
    "exclude": "are left out of learning, and kept",
    "pin": "are pinned: no night leaves them out for others",
    "unpin": "are no longer pinned",
}


def run(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    return _ACTIONS.get(args.action, _marked)(reverie, args, say)


def _list(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    wanted = getattr(args, "state", None)
    found = [one for one in reverie.signals.all() if wanted in (None, one.state.value)]
    say(report.signals(found))
    return {"signals": [signal_fields(one) for one in found]}


def _import(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    """`redacted` and `waiting` count lines of the file, also those that were known."""
    signals = parse_lines(_lines(args.file), name=args.file.name, now=utc_now(), regions=regions())
    added = reverie.store.signals.add_many(signals)
    redacted = sum(bool(private_in(signal)) for signal in signals)
    waiting = sum(signal.state is State.QUARANTINED for signal in signals)
    say(f"{added} signals imported, {len(signals) - added} were already there.")
    if redacted:
        say(f"{redacted} held something private, which was replaced by placeholders.")
    if waiting:
        say(
            f"{waiting} wait to be judged: nothing is learned from them until then. "
            "`reverie signals list --state quarantined` shows them, `approve` and `exclude` judge."
        )
    return {
        "imported": added,
        "known": len(signals) - added,
        "redacted": redacted,
        "waiting": waiting,
    }


def _export(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    signals = reverie.signals.all()
    _write_new(args.file, "".join(dump_lines(signals)))
    say(f"{len(signals)} signals written to {args.file}. The file is not encrypted.")
    return {"exported": len(signals), "file": str(args.file)}


def _forget(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    missing = [i for i in args.ids if reverie.store.signals.get(i) is None]
    if missing:
        raise KnownError(
            "No such signal",
            f"There is no signal {', '.join(missing)}.",
            "`reverie signals` lists them; nothing was deleted.",
        )
    done = reverie.forgetting.forget(signals=args.ids)
    say(erasure.forgotten(reverie, done, f"{len(args.ids)} signals deleted."))
    if done.unfinished is not None:
        raise done.unfinished
    off = done.switched_off
    return {
        "forgotten": args.ids,
        "adapter_off": off.id if off else None,
        "adapter": done.in_use.id if done.in_use else None,
        "receipt": done.receipt,
        "backups": list(done.backups),
        "rebuild_due": reverie.forgetting.rebuild_due(),
    }


def _marked(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    if args.action in _STATES:
        reverie.signals.set_state(args.ids, _STATES[args.action])
    else:
        reverie.signals.pin(args.ids, args.action == "pin")
    say(f"{len(args.ids)} signals {_DONE[args.action]}.")
    return {"changed": args.ids}


def _lines(file: Path) -> list[bytes]:
    try:
        return file.read_bytes().split(b"\n")
    except OSError as error:
        raise KnownError(
            "The file cannot be read",
            f"{file}: {error.strerror}.",
            "Check the name; nothing was imported.",
        ) from None


def _write_new(file: Path, text: str) -> None:
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
        file.chmod(0o600)
    except OSError as error:
        raise KnownError(
            "The file cannot be written",
            f"{file}: {error.strerror}.",
            "Choose a new name in a folder that you may write to.",
        ) from None


_ACTIONS: dict[str | None, Callable[[Reverie, argparse.Namespace, Say], Result]] = {
    None: _list,
    "list": _list,
    "import": _import,
    "export": _export,
    "forget": _forget,
}
