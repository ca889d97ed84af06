"""`reverie doctor`: what of this machine and this profile works, and what to do about the rest."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app import __version__
from app.domain.errors import KnownError
from app.domain.ledger import Arm, Role, Turn
from app.engine import hardware
from app.engine.client import EngineDone
from app.services import Reverie


@dataclass(frozen=True, slots=True)
class Finding:
    """`ok` None: for information."""

    name: str
    ok: bool | None
    detail: str
    remedy: str = ""


def run(
    profile: Path, passphrase: Callable[[], str] | None, say: Callable[[str], None]
) -> dict[str, Any]:
    findings = [_machine(), _disk(profile), _display(), _gpu()]
    try:
        with Reverie.open(profile, passphrase) as reverie:
            findings += [_store(reverie), _model(reverie)]
    except KnownError as error:
        findings.append(Finding("profile", False, error.sentence, error.remedy))
    for finding in findings:
        mark = {True: "ok", False: "NO", None: "--"}[finding.ok]
        say(
            f"{mark}  {finding.name:8} {finding.detail}"
            + (f"  {finding.remedy}" * bool(finding.remedy))
        )
    return {
        "ok": all(f.ok is not False for f in findings),
        "findings": [asdict(f) for f in findings],
    }


def _machine() -> Finding:
    python = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    detail = (
        f"Reverie {__version__}, Python {python}, {platform.system()} {platform.machine()}, "
        f"{hardware.threads()} cores, {hardware.memory_bytes() / 1e9:.0f} GB memory"
    )
    return Finding("machine", None, detail)


def _disk(profile: Path) -> Finding:
    there = next(p for p in (profile, *profile.parents) if p.exists())
    free = shutil.disk_usage(there).free
    enough = free > 500e6
    remedy = "" if enough else "A night needs about 500 MB; free some space."
    return Finding("disk", enough, f"{free / 1e9:.1f} GB free at {there}", remedy)


def _display() -> Finding:
    if platform.system() != "Linux":
        return Finding("display", True, "native")
    shown = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    if shown:
        return Finding("display", True, shown)
    return Finding("display", None, "none; the command line and `reverie demo` work without one")


def _gpu() -> Finding:
    name = hardware.cuda_device()
    return Finding("gpu", None, name or "none for learning; nights run on the processor")


def _store(reverie: Reverie) -> Finding:
    rows, nights = len(reverie.signals.all()), len(reverie.nights.all())
    return Finding(
        "profile", True, f"{reverie.profile}: {rows} signals, {nights} nights, encrypted"
    )


def _model(reverie: Reverie) -> Finding:
    """A real reply through the engine process: nothing less shows that it works."""
    try:
        model = reverie.models.current()
        sampling = reverie.models.sampling(temperature=0.0, max_tokens=8)
        turn = Turn(Role.USER, "Say hello.")
        events = list(reverie.chat.answer([turn], Arm.BASE, sampling))
    except KnownError as error:
        return Finding("model", False, error.sentence, error.remedy)
    last = events[-1]
    speed = last.tokens_per_s if isinstance(last, EngineDone) else 0.0
    return Finding("model", True, f"{model.name} answers, {speed:.0f} tokens/s")
