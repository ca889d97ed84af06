"""What stands between a gesture and the ledger: secrets out, doubts named.

A row that could teach the model to obey somebody else, to link or to run things, waits in
quarantine until the user has judged it. Two thoughts rule what counts. Filtering what comes in is
not enough, since injected memories stick all the same when only inputs are filtered, and do not
when the memory itself has a gate (arXiv 2605.08442); and no rule tells instructions from text for
sure (Willison's writings on prompt injection since 2022), so that a doubt asks a person and
decides nothing. These rules are meant to be precise: who is asked about every edit stops reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from app.domain.attachments import holds_file, own_words, visible
from app.domain.ledger import Kind, Provenance, Role, Signal, Source, Span, State, Turn
from app.domain.phrases import Phrase, phrase
from app.domain.private import CREDENTIALS, Private
from app.domain.redaction import REGIONS, kinds_in, placeholders, redacted, redacted_together
from app.domain.suspicion import (
    commands,
    injections,
    instructions,
    links,
    orders_to_a_model,
    quotes_mail,
)


class Doubt(StrEnum):
    """Why a row waits to be judged. `words` says it to people."""

    FILE = "file"
    QUOTED = "quoted"
    ORDER = "order"
    UNTRUSTED = "untrusted"
    PASTED = "pasted"
    INSTRUCTION = "instruction"
    LINK = "link"
    COMMAND = "command"
    CREDENTIAL = "credential"
    HIDDEN = "hidden"

    @property
    def words(self) -> Phrase:
        return _WORDS[self]


_WORDS = {
    Doubt.FILE: phrase("A file was attached; somebody else may have written it."),
    Doubt.QUOTED: phrase("A mail was quoted; somebody else may have written it."),
    Doubt.ORDER: phrase("A long text in the conversation gives the assistant orders."),
    Doubt.UNTRUSTED: phrase("It repeats a passage of an attached file."),
    Doubt.PASTED: phrase("Most of it was pasted."),
    Doubt.INSTRUCTION: phrase("It reads like an instruction to the assistant."),
    Doubt.LINK: phrase("It has a link in it."),
    Doubt.COMMAND: phrase("It has a command for the computer in it."),
    Doubt.CREDENTIAL: phrase("There was a password or a key in it."),
    Doubt.HIDDEN: phrase("It has characters in it that cannot be seen."),
}


class Untaught(StrEnum):
    """Why a preference stands in the prompt and no night teaches it. The value is what a night's
    report says of those that it left out, `words` what is said of one."""

    PRIVATE = "preferences that hold something private"
    DOUBTFUL = "preferences that hold an order, a link or a command"

    @property
    def words(self) -> Phrase:
        return _UNTAUGHT[self]


_UNTAUGHT = {
    Untaught.PRIVATE: phrase("Told to the model, taught by no night: it holds something private."),
    Untaught.DOUBTFUL: phrase(
        "Told to the model, taught by no night: it holds an order, a link or a command."
    ),
}
_MUCH_PASTED = 200
"""Characters."""
_LONG = 200
"""Characters of a turn from which it may hold somebody else's text."""
_OWN = (Provenance.KEPT, Provenance.PLACEHOLDER)


def guarded(signal: Signal, regions: Sequence[str] = REGIONS) -> Signal:
    """The signal as it may be stored: without secrets. Its state is left alone; a second time it
    changes nothing. Slow, as `redaction.redacted` is."""
    texts = [*(turn.content for turn in signal.messages), signal.reply, signal.edited or ""]
    found = redacted_together(texts, regions)
    *turns, reply, edited = found
    messages = tuple(
        Turn(turn.role, one.text) for turn, one in zip(signal.messages, turns, strict=True)
    )
    if signal.edited is not None:
        spans = edited.spans(signal.spans)
    else:
        given = signal.spans or (Span(0, len(signal.reply), Provenance.KEPT),)
        spans = reply.spans(given) if placeholders(reply.text) else signal.spans
    return replace(
        signal,
        messages=messages,
        reply=reply.text,
        edited=None if signal.edited is None else edited.text,
        spans=spans,
    )


def first_state(signal: Signal) -> State:
    """What a guarded row is until the user says otherwise."""
    return State.QUARANTINED if doubts(signal) else State.ACTIVE


def doubts(signal: Signal) -> tuple[Doubt, ...]:
    """In the order in which they are told. Of an edit, the words that the model did not write are
    looked at, and the links in all of it, since what is kept is learned too; of a reply taken as it
    was, and of what a file says that a model wrote, all of it. What is thrown away teaches nothing
    that somebody could have planted."""
    return tuple(dict.fromkeys(_doubts(signal)))


def untaught(preference: str) -> Untaught | None:
    """None where a night may teach it. That it tells a model what to do is the nature of a
    preference, so it is held to the narrow rule. Slow, as `redaction.redacted` is."""
    if kinds_in(redacted(preference).text):
        return Untaught.PRIVATE
    suspicious = any(rule(preference) for rule in (injections, links, commands))
    return Untaught.DOUBTFUL if suspicious or visible(preference) != preference else None


def private_in(signal: Signal) -> tuple[Private, ...]:
    """What placeholders in the row stand for."""
    texts = (*(turn.content for turn in signal.messages), signal.reply, signal.edited or "")
    found = frozenset().union(*map(kinds_in, texts))
    return tuple(kind for kind in Private if kind in found)


def _doubts(signal: Signal) -> Iterator[Doubt]:
    for turn in signal.messages:
        if turn.role is Role.USER:
            yield from _about_turn(turn.content)
    if signal.kind is Kind.REJECT:
        return
    if signal.edited is None:
        yield from _about_text(signal.reply, signal.reply)
        return
    yield from _about_origin(signal)
    yield from _about_text(_new_text(signal), signal.edited)


def _about_turn(content: str) -> Iterator[Doubt]:
    own = own_words(content)
    if holds_file(content):
        yield Doubt.FILE
    if quotes_mail(own):
        yield Doubt.QUOTED
    if len(own) >= _LONG and orders_to_a_model(own):
        yield Doubt.ORDER


def _about_origin(signal: Signal) -> Iterator[Doubt]:
    if any(span.provenance is Provenance.UNTRUSTED for span in signal.spans):
        yield Doubt.UNTRUSTED
    pasted = sum(s.end - s.start for s in signal.spans if s.provenance is Provenance.PASTED)
    if pasted >= _MUCH_PASTED and 2 * pasted >= len(signal.edited or ""):
        yield Doubt.PASTED


def _about_text(new: str, whole: str) -> Iterator[Doubt]:
    if instructions(new):
        yield Doubt.INSTRUCTION
    if links(whole):
        yield Doubt.LINK
    if commands(new):
        yield Doubt.COMMAND
    if kinds_in(whole) & CREDENTIALS:
        yield Doubt.CREDENTIAL
    if visible(new) != new.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"):
        yield Doubt.HIDDEN


def _new_text(signal: Signal) -> str:
    """Whole sentences that have something new in them: an order may be half the model's words.
    Without spans, and of an import, all of it."""
    edited = signal.edited or ""
    if not signal.spans or signal.source is Source.IMPORT:
        return edited
    new = [(s.start, s.end) for s in signal.spans if s.provenance not in _OWN]
    sentences = re.finditer(r"[^\n.!?]*(?:[.!?](?!\s)[^\n.!?]*)*(?:[.!?]+|\n|$)", edited)
    kept = [
        found[0]
        for found in sentences
        if any(start < found.end() and found.start() < end for start, end in new)
    ]
    return "".join(kept)
