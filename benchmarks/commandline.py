"""A night as a person has it, with hold-out, gate and the training on all rows.

`reverie signals import`, `sleep --now` and `nights export`, each in a process of its own, on a
throw-away profile. What an import lets wait and its user has judged is approved in between, as on
the page Corrections.
"""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.exchange import dump_lines
from app.domain.ledger import Signal, State
from app.services import Reverie

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Night:
    """`adapter` is what is served from then on: None where the gate refused."""

    outcome: str
    reason: str
    seconds: float
    metrics: dict[str, Any]
    adapter: bytes | None


def night(signals: Sequence[Signal], model: Path | None = None) -> Night:
    """One night over `signals` in an empty profile."""
    judged = [signal.id for signal in signals if signal.state is State.ACTIVE]
    return night_over("".join(dump_lines(signals)), model, judged=judged)


def night_over(lines: str, model: Path | None = None, *, judged: Collection[str]) -> Night:
    """The same over the lines of a signals file, of which the user has approved those `judged`."""
    with tempfile.TemporaryDirectory(prefix="reverie-bench-") as name:
        folder = Path(name)
        passphrase = folder / "passphrase"
        words = secrets.token_hex(16)
        passphrase.write_text(words)
        passphrase.chmod(0o600)
        (folder / "signals.jsonl").write_text(lines, encoding="utf-8")
        options = ["--profile", str(folder / "profile"), "--passphrase-file", str(passphrase)]
        if model is not None:
            _reverie(*options, "models", "use", str(model))
        _reverie(*options, "signals", "import", str(folder / "signals.jsonl"))
        with Reverie.open(folder / "profile", lambda: words, insist=True) as opened:
            opened.signals.set_state(judged, State.ACTIVE)
        told = _reverie(*options, "sleep", "--now")
        adapter = None
        if told["outcome"] == "promoted":
            _reverie(*options, "nights", "export", told["night"], str(folder / "adapter.gguf"))
            adapter = (folder / "adapter.gguf").read_bytes()
    return Night(told["outcome"], told["reason"], told["seconds"], told["metrics"], adapter)


def _reverie(*arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "app", "--json", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"reverie {' '.join(arguments)}: {done.stderr.strip()}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result
