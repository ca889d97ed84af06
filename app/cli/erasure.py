"""`reverie erasure`: the proof, receipts of what was forgotten, backups that still hold it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any

from app.cli import report
from app.domain.errors import KnownError
from app.domain.ledger import to_json
from app.domain.receipts import Statement
from app.services import Reverie
from app.services.forgetting import Forgotten
from app.services.proof import RECEIPTS, Proof, Verdict
from app.sleep.process import NightCancelled

Result = dict[str, Any]
Say = Callable[[str], None]


def run(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    match args.action:
        case "receipts":
            return _receipts(reverie, args, say)
        case "backups":
            return _backups(reverie, args, say)
        case _:
            return _prove(reverie, args, say)


def forgotten(reverie: Reverie, done: Forgotten, told: str) -> str:
    """What forgetting did, for people."""
    lines = [told]
    if done.switched_off is not None:
        heir = done.in_use
        now = f"the one of night {heir.night} answers" if heir else "the base answers"
        lines.append(f"The adapter that saw them is off and deleted; {now}.")
    if reverie.forgetting.rebuild_due():
        lines.append("The next night learns without them; `reverie sleep --now` does it now.")
    if done.backups:
        lines.append(f"Still in {_listed(done.backups)}: `reverie erasure backups delete NAME`.")
    if done.receipt is not None:
        lines.append(f"Receipt {done.receipt}.")
    return " ".join(lines)


def _prove(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    progress = report.ProgressLine(sys.stderr)

    def on_stage(text: str) -> None:
        progress.end()
        say(text)

    try:
        proof = reverie.erasure.prove(on_stage, progress.show, seed=args.seed)
    except NightCancelled as end:
        raise KnownError("The proof was stopped", str(end), "Start it again.") from None
    progress.end()
    say(report.proof(proof))
    if proof.verdict is not Verdict.HOLDS:
        raise Unproved(proof)
    return proof.as_json()


class Unproved(KnownError):
    """A proof that was carried out and did not hold; `result` has its claims all the same."""

    def __init__(self, proof: Proof) -> None:
        remedy = (
            "One proof in thirty fails by chance alone: try again with another seed. If it fails "
            "twice, please report it with the output of `reverie --json erasure prove`."
        )
        if any(one.name == RECEIPTS and one.verdict is not Verdict.HOLDS for one in proof.claims):
            remedy = (
                "No other seed mends a receipt: `reverie erasure receipts show ID` says what of it "
                "does not hold. If rows are there again, forget them once more."
            )
        super().__init__("Erasure is not proved", proof.sentence, remedy)
        self.result = proof.as_json()


def _receipts(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    receipts = reverie.receipts
    match args.what:
        case "show":
            statement = receipts.get(args.id)
            faults = receipts.faults(statement)
            say(report.receipt(statement, faults))
            return _as_json(statement, faults)
        case "export":
            path = receipts.export(args.id, args.file)
            say(f"{path} holds the receipt. It has no word of yours in it.")
            return {"file": str(path)}
        case "verify":
            statement = receipts.read_file(args.file)
            faults = receipts.faults(statement)
            say(report.receipt(statement, faults))
            if faults:
                raise Refuted(faults)
            return _as_json(statement, faults)
        case _:
            listed = receipts.checked()
            say(report.receipts(listed))
            return {"receipts": [_as_json(one, faults) for one, faults in listed]}


class Refuted(KnownError):
    def __init__(self, faults: list[str]) -> None:
        super().__init__(
            "The receipt does not hold",
            " ".join(faults),
            "If rows are there again, forget them once more; else restore the profile it is from.",
        )


def _as_json(statement: Statement, faults: list[str]) -> Result:
    return {**to_json(statement), "faults": [str(fault) for fault in faults]}


def _backups(reverie: Reverie, args: argparse.Namespace, say: Say) -> Result:
    listed = reverie.backups.all()
    if args.what != "delete":
        say(report.backups(listed))
        return {"backups": [to_json(backup) for backup in listed]}
    unknown = sorted(set(args.names) - {backup.name for backup in listed})
    if unknown:
        raise KnownError(
            "No such backup",
            f"There is no backup {_listed(unknown)}.",
            "`reverie erasure backups` lists them; nothing was deleted.",
        )
    count = reverie.backups.delete(args.names)
    say(f"{count} deleted.")
    return {"deleted": args.names}


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(names)
