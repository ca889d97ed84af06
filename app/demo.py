"""`reverie demo`: a simulated user teaches a throw-away profile, and a table shows what came of it.

Nothing here is a shortcut: replies come from the engine process, corrections go through the chat
service into an encrypted store, the night is the one that `reverie sleep --now` runs, and the
table is measured on prompts that no night has seen.
"""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from statistics import fmean
from typing import Any

from adapters.editcost import edit_cost
from app.cli import report
from app.domain.errors import KnownError
from app.domain.events import NightProgress, ReplyDone
from app.domain.ledger import Arm, Message, Night, Role, Turn
from app.domain.simulated import rewrite
from app.engine.client import EngineDone
from app.services import Reverie

UNSEEN = 12
_REPLY_TOKENS = 96


def run(*, edits: int, keep: Path | None, say: Callable[[str], None]) -> dict[str, Any]:
    """Teach, sleep, measure. Five to fifteen minutes on two cores with the default of 48 edits."""
    prompts = resources.files("resources").joinpath("demo/prompts.txt").read_text().splitlines()
    if edits > len(prompts) - UNSEEN:
        raise KnownError(
            "Too many edits for the demo",
            f"It has {len(prompts)} prompts and keeps {UNSEEN} of them unseen.",
            f"Ask for at most {len(prompts) - UNSEEN} edits.",
        )
    started = time.monotonic()
    with _profile(keep) as profile, _open(profile) as reverie:
        reverie.change_settings(max_tokens=_REPLY_TOKENS)
        _teach(reverie, prompts[:edits], say)
        night = _sleep(reverie, say)
        costs = _measure(reverie, prompts[-UNSEEN:], say)
        seconds = time.monotonic() - started
        result = _result(night, costs, edits, seconds)
        say(_closing(result, night, keep))
        return result


@contextmanager
def _profile(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        if keep.exists():
            raise KnownError(
                "The folder is already there",
                f"{keep} exists, and the demo only writes into a new folder.",
                "Choose another name.",
            )
        yield keep
        return
    with tempfile.TemporaryDirectory(prefix="reverie-demo-") as folder:
        yield Path(folder) / "profile"


def _open(profile: Path) -> Reverie:
    """A kept profile needs a passphrase that its owner can know."""
    passphrase = "demo" if profile.parent.name[:13] != "reverie-demo-" else secrets.token_hex(16)
    return Reverie.open(profile, lambda: passphrase, insist=True)


def _teach(reverie: Reverie, prompts: list[str], say: Callable[[str], None]) -> None:
    say(f"The user asks for {len(prompts)} emails and corrects each reply.")
    for number, prompt in enumerate(prompts, start=1):
        conversation = reverie.conversations.new()
        reply = _reply(reverie, conversation.id, prompt)
        wanted = rewrite(reply.text)
        if wanted != reply.text:
            reverie.gestures.edit(reply.id, wanted)
        if number == 1:
            say(f"\n  asked   {prompt}")
            say(f"  base    {report.clip(reply.text, 100)}")
            say(f"  edited  {report.clip(wanted, 100)}\n")


def _reply(reverie: Reverie, conversation_id: str, prompt: str) -> Message:
    for event in reverie.chat.send(conversation_id, prompt, Arm.BASE):
        if isinstance(event, ReplyDone):
            return event.message
    raise RuntimeError("a reply ended without its last event")


def _sleep(reverie: Reverie, say: Callable[[str], None]) -> Night:
    say("Sleeping.")
    phases: list[str] = []

    def on_progress(event: NightProgress) -> None:
        if event.phase.value not in phases:
            phases.append(event.phase.value)
            say(f"  {event.phase.value}")

    night = reverie.nights.sleep_now(on_progress)
    say(f"\n{report.night(night)}\n")
    return night


def _measure(
    reverie: Reverie, prompts: list[str], say: Callable[[str], None]
) -> dict[str, dict[str, float]]:
    """Mean edit cost and first-token time by arm, on prompts never seen. Greedy decoding."""
    arms = [Arm.BASE, Arm.MEMORY]
    if reverie.nights.active_adapter() is not None:
        arms.append(Arm.ADAPTER)
    say(f"Asking {len(prompts)} new questions of {len(arms)} arms.")
    sampling = reverie.models.sampling(temperature=0.0, max_tokens=_REPLY_TOKENS)
    measured: dict[str, dict[str, float]] = {}
    for arm in arms:
        replies = [_ask(reverie, prompt, arm, sampling) for prompt in prompts]
        measured[arm.value] = {
            "edit_cost": fmean(edit_cost(r.text.strip(), rewrite(r.text)) for r in replies),
            "prompt_tokens": fmean(r.prompt_tokens for r in replies),
            "ttft_s": fmean(r.ttft_s for r in replies),
        }
    return measured


def _ask(reverie: Reverie, prompt: str, arm: Arm, sampling: Any) -> EngineDone:
    for event in reverie.chat.answer([Turn(Role.USER, prompt)], arm, sampling):
        if isinstance(event, EngineDone):
            return event
    raise RuntimeError("a reply ended without its last event")


def _result(
    night: Night, costs: dict[str, dict[str, float]], edits: int, seconds: float
) -> dict[str, Any]:
    metrics = night.metrics or {}
    night_seconds = (night.finished - night.started).total_seconds() if night.finished else None
    return {
        "edits": edits,
        "unseen_prompts": UNSEEN,
        "recipe": night.recipe,
        "outcome": night.outcome.value if night.outcome else None,
        "reason": night.reason,
        "arms": costs,
        "kl": metrics.get("kl"),
        "perplexity": metrics.get("perplexity"),
        "night_seconds": night_seconds,
        "seconds": round(seconds, 1),
    }


def _closing(result: dict[str, Any], night: Night, keep: Path | None) -> str:
    base = result["arms"]["base"]["edit_cost"] or 1.0
    rows = [
        [
            {"base": "base", "memory": "memory only"}.get(arm, arm),
            f"{m['edit_cost']:.3f}",
            f"{m['edit_cost'] / base - 1:+.0%}" if arm != "base" else "",
            f"{m['prompt_tokens']:.0f}",
            f"{1000 * m['ttft_s']:.0f} ms",
        ]
        for arm, m in result["arms"].items()
    ]
    header = ("answered with", "edit cost", "against base", "prompt tokens", "first token")
    lines = [
        f"\nEdit cost on {UNSEEN} prompts never seen (0: nothing left to correct):\n",
        report.table(rows, header),
        "",
        _forgetting(night.metrics or {}),
        f"Night {result['night_seconds']:.0f} s, everything {result['seconds']:.0f} s.",
    ]
    if keep:
        lines.append(f"The profile is in {keep}; its passphrase is: demo")
    return "\n".join(lines)


def _forgetting(metrics: dict[str, Any]) -> str:
    perplexity = metrics.get("perplexity")
    if not perplexity:
        return "No adapter was made, so nothing was forgotten."
    return (
        f"Forgetting: KL to the base {metrics['kl']:.3f} nats per token on general prompts, "
        f"perplexity on general text {100 * perplexity['change']:+.2f} %."
    )
