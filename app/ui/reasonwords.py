"""How the making of a reply, and the room in the context, are put into words."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.ledger import Arm, Message
from app.services.context import Weight
from app.services.reasons import Reason
from app.ui import words
from app.ui.language import mark, tr

ARMS = {
    Arm.BASE: mark("The base alone"),
    Arm.MEMORY: mark("With memory"),
    Arm.ADAPTER: mark("With what it learned"),
    Arm.BOTH: mark("With both"),
}
TOO_LONG = mark("This message is too long for the model")


def layers(reason: Reason) -> str:
    """Which layers answered, in one sentence."""
    if reason.message.arm is None:
        return tr("It was not recorded how this reply was made.")
    beside = words.listed(_beside(reason))
    if reason.is_of_this_base:
        with_them = tr("The base model with {layers}.", layers=beside)
        return with_them if beside else tr("The base model alone.")
    with_them = tr("Another base model than today's with {layers}.", layers=beside)
    return with_them if beside else tr("Another base model than today's alone.")


def figures(message: Message) -> str:
    """Speed and tokens, in one line."""
    made = message.origin
    if made is None:
        return ""
    told = [
        _read(made.prompt_tokens, made.reused_tokens),
        tr("wrote {count}", count=words.number(made.completion_tokens)),
        tr("first word after {seconds} s", seconds=words.decimal(made.ttft_s, 1)),
    ]
    if made.tokens_per_s:
        told.append(tr("%n token(s) a second", "", round(made.tokens_per_s)))
    if made.dropped_turns:
        told.append(tr("left out %n older turn(s)", "", made.dropped_turns))
    return " · ".join(told)


def fullness(weight: Weight) -> str:
    return tr(
        "With this message the model reads {tokens} of the {room} tokens that it has room for "
        "({share}%).",
        tokens=words.number(weight.tokens),
        room=words.number(weight.room),
        share=round(100 * weight.tokens / weight.room),
    )


def warning(weight: Weight) -> str:
    """What happens on sending that the person may want to know before; mostly nothing."""
    if weight.is_too_long:
        return tr(TOO_LONG)
    if weight.older:
        return tr("%n older message(s) will be summarised", "", weight.older)
    return tr("The oldest messages will be left out") if weight.tokens > weight.room else ""


def _beside(reason: Reason) -> Iterator[str]:
    """What stood beside the base: parts of the sentence of `layers`."""
    if reason.memories:
        yield tr("%n thing(s) that it knows about you", "", len(reason.memories))
    if reason.examples:
        yield tr("%n of your past corrections as example(s)", "", len(reason.examples))
    if reason.message.adapter:
        yield _learned(reason)
    if reason.message.origin and reason.message.origin.summary:
        yield tr("a summary of the earlier messages")


def _learned(reason: Reason) -> str:
    if reason.night is None:
        return tr("what it had learned by then")
    day = words.on_day(reason.night.finished or reason.night.started)
    return tr("what it learned {on_day}", on_day=day)


def _read(tokens: int, reused: int) -> str:
    if not reused:
        return tr("Read %n token(s)", "", tokens)
    known = words.number(reused)
    return tr("Read %n token(s), {known} of them from before", "", tokens, known=known)
