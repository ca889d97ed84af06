"""Why a reply is as it is, and the same reply by other layers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import KnownError
from app.domain.events import ReplyDone, ReplyPiece
from app.domain.ledger import Adapter, Arm, Memory, MemoryKind, Message, Night, Outcome, utc_now
from app.services import Reverie
from app.services.reasons import NOTHING_KNOWN, NOTHING_LEARNED
from app.services.unanswerable import NoAdapter


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, passphrase=lambda: "words", insist=True) as opened:
        opened.change_settings(max_tokens=16, temperature=0.0)
        yield opened


def talk(reverie: Reverie, text: str) -> Message:
    *_, last = reverie.chat.send(reverie.conversations.new().id, text)
    assert isinstance(last, ReplyDone)
    return last.message


def remember(reverie: Reverie, text: str) -> Memory:
    memory = Memory(text, text, MemoryKind.FACT, utc_now())
    reverie.store.memories.add(memory)
    return memory


def test_a_reply_names_what_stood_in_its_prompt(reverie: Reverie) -> None:
    example = reverie.gestures.edit(
        talk(reverie, "Write to Ann about lunch.").id, "hey Ann, lunch?"
    )
    memory = remember(reverie, "Ann is a vet.")
    reply = talk(reverie, "Write to Ann about dinner.")
    reason = reverie.reasons.of(reply.id)
    assert (reason.memories, reason.examples) == ((memory,), (example,))
    assert reason.is_of_this_base and reason.night is None and reason.summary is None


def test_what_is_forgotten_since_leaves_a_blank(reverie: Reverie) -> None:
    example = reverie.gestures.edit(
        talk(reverie, "Write to Ann about lunch.").id, "hey Ann, lunch?"
    )
    memory = remember(reverie, "Ann is a vet.")
    reply = talk(reverie, "Write to Ann about dinner.")
    assert example is not None
    reverie.store.signals.forget([example.id])
    reverie.store.memories.forget([memory.id])
    reason = reverie.reasons.of(reply.id)
    assert (reason.memories, reason.examples) == ((None,), (None,))
    assert not any(key in text for text in reverie.store.dump() for key in (example.id, memory.id))


def test_a_reply_of_an_adapter_names_its_night(reverie: Reverie) -> None:
    reply = talk(reverie, "Say hello.")
    base = reverie.models.base_sha256()
    night = Night("night", utc_now(), base=base, recipe="1")
    reverie.store.nights.begin(night)
    data = b"not a real adapter"
    adapter = Adapter("a", night.id, base, hashlib.sha256(data).hexdigest(), (), active=True)
    reverie.store.promote(replace(night, outcome=Outcome.PROMOTED), adapter, data)
    learned = replace(reply, id="by-a", adapter="a", arm=Arm.BOTH)
    reverie.chat.take(learned)
    reason = reverie.reasons.of("by-a")
    assert reason.night is not None and reason.night.id == "night"
    assert reason.arms[Arm.ADAPTER] == reason.arms[Arm.BOTH] == ""


def test_arms_that_cannot_answer_say_why(reverie: Reverie) -> None:
    reply = talk(reverie, "Say hello.")
    assert reverie.reasons.of(reply.id).arms == {
        Arm.BASE: "",
        Arm.MEMORY: NOTHING_KNOWN,
        Arm.ADAPTER: NOTHING_LEARNED,
        Arm.BOTH: NOTHING_LEARNED,
    }
    remember(reverie, "Ann is a vet.")
    assert reverie.reasons.of(reply.id).arms[Arm.MEMORY] == ""
    with pytest.raises(NoAdapter):
        list(reverie.chat.answer_again(reply.id, Arm.BOTH))


def test_another_answer_is_stored_only_when_it_is_taken(reverie: Reverie) -> None:
    remember(reverie, "The user likes the sea.")
    reply = talk(reverie, "Name something blue.")
    before = reverie.conversations.messages(reply.conversation)
    events = list(reverie.chat.answer_again(reply.id, Arm.BASE))
    assert any(isinstance(event, ReplyPiece) for event in events)
    other = events[-1].message
    assert (other.arm, other.parent, reply.arm) == (Arm.BASE, reply.parent, Arm.MEMORY)
    assert other.origin is not None and other.origin.memories == ()
    assert reverie.conversations.messages(reply.conversation) == before

    taken = reverie.chat.take(other)
    read = reverie.conversations.read(reply.conversation)
    assert read.messages[-1] == taken and taken.text == other.text
    assert read.versions[taken.id] == (reply.id, taken.id)
    assert reverie.signals.all() == []


def test_a_reply_that_is_gone_is_told(reverie: Reverie) -> None:
    with pytest.raises(KnownError, match="gone"):
        reverie.reasons.of("nobody")
