"""How the making of a reply, and the room in the context, are put into words. Pure: no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.ledger import Arm, Message
from app.services.context import Weight
from app.services.reasons import Reason
from app.ui import words

ARMS = {
    Arm.BASE: "The base alone",
    Arm.MEMORY: "With memory",
    Arm.ADAPTER: "With what it learned",
    Arm.BOTH: "With both",
}
TOO_LONG = "This message is too long for the model"


def layers(reason: Reason) -> str:
    """Which layers answered, in one sentence."""
    message = reason.message
    if message.arm is None:
        return "It was not recorded how this reply was made."
    beside = []
    if reason.memories:
        known = _many(len(reason.memories), "thing")
        beside.append(f"{known} that it knows about you")
    if reason.examples:
        count = len(reason.examples)
        role = "an example" if count == 1 else "examples"
        beside.append(f"{count} of your past corrections as {role}")
    if message.adapter:
        beside.append(_learned(reason))
    if message.origin and message.origin.summary:
        beside.append("a summary of the earlier messages")
    base = "The base model" if reason.is_of_this_base else "Another base model than today's"
    return f"{base} with {_listed(beside)}." if beside else f"{base} alone."


def figures(message: Message) -> str:
    """Speed and tokens, in one line."""
    made = message.origin
    if made is None:
        return ""
    read = f"Read {made.prompt_tokens:,} tokens"
    if made.reused_tokens:
        read += f", {made.reused_tokens:,} of them from before"
    told = [read, f"wrote {made.completion_tokens:,}", f"first word after {made.ttft_s:.1f} s"]
    if made.tokens_per_s:
        told.append(f"{made.tokens_per_s:.0f} tokens a second")
    if made.dropped_turns:
        told.append(f"left out {_many(made.dropped_turns, 'older turn')}")
    return " · ".join(told)


def fullness(weight: Weight) -> str:
    share = weight.tokens / weight.room
    return (
        f"With this message the model reads {weight.tokens:,} of the {weight.room:,} tokens "
        f"that it has room for ({share:.0%})."
    )


def warning(weight: Weight) -> str:
    """What happens on sending that the person may want to know before; mostly nothing."""
    if weight.is_too_long:
        return TOO_LONG
    if weight.older:
        return f"{_many(weight.older, 'older message')} will be summarised"
    return "The oldest messages will be left out" if weight.tokens > weight.room else ""


def _learned(reason: Reason) -> str:
    if reason.night is None:
        return "what it had learned by then"
    return f"what it learned {words.on_day(reason.night.finished or reason.night.started)}"


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
