"""One function a command: does it through the services, prints for people, returns the JSON."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.cli import conversations, doctor, erasure, memories, report, signals, wipe
from app.domain.errors import KnownError
from app.domain.events import NightProgress
from app.domain.ledger import Arm, Role, Turn, to_json
from app.engine.client import EngineDone, EnginePiece, EngineStarted
from app.services import Reverie, default_profile
from app.services.models import Models
from app.services.wipe import finish
from app.settings import change_settings, load_settings

Result = dict[str, Any]


def run(args: argparse.Namespace) -> Result:
    if args.command == "demo":
        from app import demo  # noqa: PLC0415

        return demo.run(edits=args.edits, keep=args.keep, say=_say(args))
    profile = getattr(args, "profile", None) or default_profile()
    passphrase = passphrase_source(getattr(args, "passphrase_file", None))
    finish(profile, is_default=profile == default_profile())
    if args.command == "wipe":
        return wipe.run(profile, passphrase, args, _say(args))
    if args.command == "doctor":
        return doctor.run(profile, passphrase, _say(args))
    if args.command == "models":
        return _models(profile, args)
    insist = getattr(args, "passphrase_file", None) is not None
    with Reverie.open(profile, passphrase, insist=insist) as reverie:
        return _COMMANDS[args.command](reverie, args)


def passphrase_source(file: Path | None) -> Callable[[], str] | None:
    """From the file, else asked for on a terminal, else None: nothing to ask."""
    if file is not None:
        return lambda: _read_passphrase(file)
    if sys.stdin.isatty():
        return lambda: getpass.getpass("Passphrase: ")
    return None


def _read_passphrase(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise KnownError(
            "The passphrase file cannot be read",
            f"{file} is missing, not readable or not text.",
            "Give a file whose first line is the passphrase.",
        ) from None
    if not lines or not lines[0].strip():
        raise KnownError(
            "The passphrase file is empty",
            f"{file} has no passphrase in its first line.",
            "Write the passphrase there, readable by you alone.",
        )
    return lines[0]


def _say(args: argparse.Namespace) -> Callable[[str], None]:
    """Prints for people, unless stdout belongs to a JSON object."""
    if getattr(args, "json", False):
        return lambda text: print(text, file=sys.stderr)
    return print


def _ask(reverie: Reverie, args: argparse.Namespace) -> Result:
    json_wanted = getattr(args, "json", False)
    text = sys.stdin.read() if args.text == "-" else args.text
    arm = Arm(args.arm) if args.arm else None
    sampling = reverie.models.sampling(
        seed=args.seed, temperature=args.temperature, max_tokens=args.max_tokens
    )
    done: EngineDone | None = None
    for event in reverie.chat.answer([Turn(Role.USER, text)], arm, sampling):
        match event:
            case EnginePiece() if not json_wanted:
                print(event.text, end="", flush=True)
            case EngineDone():
                done = event
            case EngineStarted() | EnginePiece():
                continue
    if not json_wanted:
        print()
    if done is None:
        raise RuntimeError("the engine ended a reply without saying so")
    served = arm or reverie.chat.serving_arm()
    adapter = reverie.chat.adapter_for(served)
    return {
        "text": done.text.strip(),
        "arm": served.value,
        "model": reverie.models.current().name,
        "adapter": adapter.id if adapter else None,
        "prompt_tokens": done.prompt_tokens,
        "completion_tokens": done.completion_tokens,
        "ttft_s": round(done.ttft_s, 4),
        "tokens_per_s": round(done.tokens_per_s, 2),
        "stop_reason": done.stop_reason.value,
    }


def _search(reverie: Reverie, args: argparse.Namespace) -> Result:
    hits = reverie.search.find(" ".join(args.text), args.limit)
    _say(args)(report.hits(hits, bold=sys.stdout.isatty()))
    return {"hits": [to_json(hit) for hit in hits]}


def _sleep(reverie: Reverie, args: argparse.Namespace) -> Result:
    say = _say(args)
    progress = report.ProgressLine(sys.stderr)

    def on_progress(event: NightProgress) -> None:
        progress.show(event)

    night = reverie.nights.sleep_now(on_progress, args.budget_minutes)
    progress.end()
    adapter = reverie.nights.adapter_of(night) if night.adapter else None
    say(report.night(night))
    seconds = (night.finished - night.started).total_seconds() if night.finished else 0.0
    return {
        "night": night.id,
        "outcome": night.outcome.value if night.outcome else None,
        "reason": night.reason,
        "rows": len(night.rows),
        "adapter": adapter.id if adapter else None,
        "adapter_sha256": adapter.sha256 if adapter else None,
        "seconds": round(seconds, 2),
        "metrics": night.metrics or {},
    }


def _nights(reverie: Reverie, args: argparse.Namespace) -> Result:
    say = _say(args)
    match args.action:
        case "show":
            night = reverie.nights.get(args.id)
            say(report.night(night, details=True))
            return to_json(night)
        case "use":
            night = reverie.nights.use(args.id)
            say(f"Using what night {night.id} learned.")
            return {"using": night.id, "adapter": night.adapter}
        case "rollback":
            earlier = reverie.nights.rollback()
            say(f"Back to night {earlier.id}." if earlier else "Back to the bare base.")
            return {"using": earlier.id if earlier else None}
        case "delete":
            night = reverie.nights.get(args.id)
            adapter = reverie.nights.adapter_of(night)
            left = reverie.nights.delete(night.id)
            told = f"night {left.id}" if left else "the bare base"
            say(f"What night {night.id} learned is deleted. In use: {told}.")
            return {"deleted": night.id, "adapter": adapter.id, "using": left.id if left else None}
        case "export":
            path = reverie.nights.export(args.id, args.file)
            say(f"{path} holds the plain adapter: it is personal data and not encrypted.")
            return {"file": str(path)}
        case _:
            nights = reverie.nights.all()
            active = reverie.nights.active_adapter()
            say(report.nights(nights, active))
            return {"nights": [to_json(n) for n in nights], "active": active and active.id}


def _models(profile: Path, args: argparse.Namespace) -> Result:
    """Needs no key: models are not personal."""
    say = _say(args)
    settings = load_settings(profile)
    models = Models(lambda: settings)
    match args.action:
        case "pull":
            path = models.pull(args.name, report.byte_progress(sys.stderr))
            say(f"{args.name} is ready.")
            return {"pulled": args.name, "file": str(path)}
        case "use":
            chosen = models.check(args.name)
            change_settings(profile, settings, model=chosen)
            say(f"Using {chosen}.")
            return {"using": chosen}
        case _:
            rows = models.listing()
            say(report.models(rows))
            return {"models": rows}


_COMMANDS: dict[str, Callable[[Reverie, argparse.Namespace], Result]] = {
    "ask": _ask,
    "conversations": lambda reverie, args: conversations.run(reverie, args, _say(args)),
    "memories": lambda reverie, args: memories.run(reverie, args, _say(args)),
    "signals": lambda reverie, args: signals.run(reverie, args, _say(args)),
    "search": _search,
    "sleep": _sleep,
    "nights": _nights,
    "erasure": lambda reverie, args: erasure.run(reverie, args, _say(args)),
}
