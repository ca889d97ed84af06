"""`reverie wipe`: says what goes, has a word typed, and destroys it.

Everything needs no key and no sound store, so the profile is opened only for a part of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.cli import report
from app.domain.errors import KnownError
from app.services import Reverie, default_profile
from app.services.wipe import Scope, Step, Wipe

WORD = "wipe"
Say = Callable[[str], None]


def run(
    profile: Path, passphrase: Callable[[], str] | None, args: argparse.Namespace, say: Say
) -> dict[str, Any]:
    scope = _scope(args)
    if scope is Scope.EVERYTHING:
        wipe = Wipe(profile, is_default=profile == default_profile())
        return _carry_out(wipe, scope, args, say)
    with Reverie.open(profile, passphrase) as reverie:
        return _carry_out(reverie.wipe, scope, args, say)


def _scope(args: argparse.Namespace) -> Scope:
    if args.memories:
        return Scope.MEMORIES
    if args.learned:
        return Scope.LEARNED
    return Scope.CONVERSATION if args.conversation else Scope.EVERYTHING


def _carry_out(wipe: Wipe, scope: Scope, args: argparse.Namespace, say: Say) -> dict[str, Any]:
    items = wipe.describe(scope, args.conversation)
    say(report.to_be_wiped(items))
    if not items:
        return {"scope": scope.value, "wiped": []}
    if not args.yes:
        _confirm()

    def tell(step: Step) -> None:
        say(f"{step.done} of {step.of}: {step.what}")

    wipe.carry_out(scope, args.conversation, tell)
    wiped = [{"what": str(i.what), "count": i.count, "bytes": i.bytes} for i in items]
    return {"scope": scope.value, "wiped": wiped}


def _confirm() -> None:
    """On stderr, so that stdout stays the result's."""
    if not sys.stdin.isatty():
        raise NotWiped("There is nobody to confirm it.")
    sys.stderr.write(f"There is no way back. Type {WORD} to go on: ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() != WORD:
        raise NotWiped("The word was not typed.")


class NotWiped(KnownError):
    def __init__(self, why: str) -> None:
        super().__init__(
            "Nothing was wiped", why, f"Type {WORD} when you are asked, or give --yes to say so."
        )
