"""Chat over the real store and the real engine: replies, gestures, and what a crash costs."""

from __future__ import annotations

import os
import signal as signals
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import KnownError
from app.domain.events import ReplyDone, ReplyEvent, ReplyPiece, ReplyStarted, StopReason
from app.domain.ledger import Arm, Kind, Message, Provenance, Role, Via
from app.services import Reverie
from app.services.chat import EmptyEdit, EmptyPrompt, NothingChanged

OPEN = {"passphrase": lambda: "words", "insist": True}


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, **OPEN) as opened:
        opened.change_settings(max_tokens=24, temperature=0.0)
        yield opened


def done(events: Iterator[ReplyEvent]) -> ReplyDone:
    *_, last = events
    assert isinstance(last, ReplyDone)
    return last


def talk(reverie: Reverie, text: str = "Say hello.") -> Message:
    return done(reverie.chat.send(reverie.chat.new().id, text)).message


def test_a_reply_streams_and_is_stored(reverie: Reverie) -> None:
    conversation = reverie.chat.new()
    events = list(reverie.chat.send(conversation.id, "Name a colour, please."))
    assert isinstance(events[0], ReplyStarted)
    assert isinstance(events[-1], ReplyDone)
    streamed = "".join(e.text for e in events if isinstance(e, ReplyPiece))
    asked, reply = reverie.chat.messages(conversation.id)
    assert (asked.role, asked.text) == (Role.USER, "Name a colour, please.")
    assert reply.text == streamed.strip() == events[-1].message.text
    assert reply.base == reverie.models.base_sha256()
    assert reverie.chat.conversations()[0].title == "Name a colour, please."


def test_the_next_turn_reads_only_what_is_new(reverie: Reverie) -> None:
    conversation = reverie.chat.new()
    list(reverie.chat.send(conversation.id, "Name a colour."))
    started = next(iter(reverie.chat.send(conversation.id, "And another one?")))
    assert isinstance(started, ReplyStarted)
    assert started.reused_tokens > started.prompt_tokens / 2


def test_an_empty_prompt_is_refused_and_stores_nothing(reverie: Reverie) -> None:
    conversation = reverie.chat.new()
    with pytest.raises(EmptyPrompt):
        list(reverie.chat.send(conversation.id, " \n"))
    assert reverie.chat.messages(conversation.id) == []


def test_a_prompt_beyond_the_context_is_told_and_kept(reverie: Reverie) -> None:
    conversation = reverie.chat.new()
    with pytest.raises(KnownError, match="too long"):
        list(reverie.chat.send(conversation.id, "word " * 9000))
    assert len(reverie.chat.messages(conversation.id)) == 1


def test_an_edit_is_a_signal_with_provenance_and_can_be_taken_back(reverie: Reverie) -> None:
    reply = talk(reverie)
    edited = reply.text + " ok?"
    signal = reverie.chat.edit(reply.id, edited)
    assert signal is not None
    assert (signal.kind, signal.via, signal.reply, signal.edited) == (
        Kind.EDIT,
        Via.EDIT,
        reply.text,
        edited,
    )
    assert {s.provenance for s in signal.spans} == {Provenance.KEPT, Provenance.TYPED}
    assert reverie.chat.messages(reply.conversation)[-1].text == edited
    reverie.chat.take_back(signal.id)
    assert reverie.chat.messages(reply.conversation)[-1].text == reply.text
    assert reverie.chat.signals() == []


def test_a_second_edit_replaces_the_first_and_keeps_the_models_words(reverie: Reverie) -> None:
    reply = talk(reverie)
    reverie.chat.edit(reply.id, "one")
    second = reverie.chat.edit(reply.id, "two")
    assert second is not None
    assert second.reply == reply.text
    assert [s.edited for s in reverie.chat.signals()] == ["two"]
    assert reverie.chat.edit(reply.id, reply.text) is None
    assert reverie.chat.signals() == []


@pytest.mark.parametrize(("text", "error"), [("  \n", EmptyEdit), (None, NothingChanged)])
def test_edits_that_say_nothing(
    reverie: Reverie, text: str | None, error: type[KnownError]
) -> None:
    reply = talk(reverie)
    with pytest.raises(error):
        reverie.chat.edit(reply.id, reply.text if text is None else text)
    assert reverie.chat.messages(reply.conversation)[-1].text == reply.text


def test_thumbs_exclude_each_other(reverie: Reverie) -> None:
    reply = talk(reverie)
    up = reverie.chat.accept(reply.id)
    assert reverie.chat.accept(reply.id).id == up.id
    reverie.chat.accept(reply.id, Via.COPY)
    down = reverie.chat.reject(reply.id)
    of_reply = reverie.chat.signals_of(reply.conversation)[reply.id]
    assert {(s.kind, s.via) for s in of_reply} == {
        (Kind.ACCEPT, Via.COPY),
        (Kind.REJECT, Via.THUMB),
    }
    reverie.chat.take_back(down.id)
    assert len(reverie.chat.signals()) == 1


def test_regenerate_rejects_what_it_replaces(reverie: Reverie) -> None:
    reply = talk(reverie, "Tell me something.")
    again = done(reverie.chat.regenerate(reply.conversation)).message
    assert [m.id for m in reverie.chat.messages(reply.conversation)][1:] == [again.id]
    if not reply.partial:
        (signal,) = reverie.chat.signals()
        assert (signal.kind, signal.via, signal.reply) == (
            Kind.REJECT,
            Via.REGENERATE,
            reply.text,
        )


def test_a_stopped_reply_is_kept_as_far_as_it_came(reverie: Reverie) -> None:
    reverie.change_settings(max_tokens=400)
    conversation = reverie.chat.new()
    events: list[ReplyEvent] = []
    for event in reverie.chat.send(conversation.id, "Write a long story about the sea."):
        events.append(event)
        if len(events) == 6:
            reverie.chat.stop()
    last = events[-1]
    assert isinstance(last, ReplyDone)
    assert last.stop_reason is StopReason.STOPPED
    assert last.message.partial
    assert reverie.chat.messages(conversation.id)[-1].text == last.message.text


def test_closing_in_mid_reply_keeps_what_was_written(
    models_folder: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the thread that writes it is late: the store waits for it."""
    opened = Reverie.open(profile, **OPEN)
    conversation = opened.chat.new().id
    append, begun = opened.store.messages.append, threading.Event()

    def late(message: Message) -> Message:
        if message.role is Role.ASSISTANT:
            time.sleep(0.5)
        return append(message)

    def read() -> None:
        for event in opened.chat.send(conversation, "Write a long story about a river."):
            if isinstance(event, ReplyPiece):
                begun.set()

    monkeypatch.setattr(opened.store.messages, "append", late)
    reader = threading.Thread(target=read)
    reader.start()
    assert begun.wait(60)
    opened.close()
    reader.join(60)
    with Reverie.open(profile, **OPEN) as again:
        asked, reply = again.chat.messages(conversation)
        assert asked.text.startswith("Write a long story")
        assert reply.partial and reply.text


def test_a_killed_engine_costs_one_reply_and_nothing_else(reverie: Reverie) -> None:
    reverie.change_settings(max_tokens=400)
    conversation = reverie.chat.new()
    events: list[ReplyEvent] = []
    for event in reverie.chat.send(conversation.id, "Write a long story about the sea."):
        events.append(event)
        pid = reverie.models.engine().pid
        if len(events) == 6 and pid:
            os.kill(pid, signals.SIGKILL)
    last = events[-1]
    assert isinstance(last, ReplyDone)
    assert last.stop_reason is StopReason.CRASHED
    written = "".join(e.text for e in events if isinstance(e, ReplyPiece)).strip()
    assert reverie.chat.messages(conversation.id)[-1].text == written
    reverie.change_settings(max_tokens=16)
    again = done(reverie.chat.send(conversation.id, "And now?"))
    assert again.completion_tokens > 0
    assert len(reverie.chat.messages(conversation.id)) == 4


def test_a_seed_gives_the_same_text_again(reverie: Reverie) -> None:
    from app.domain.ledger import Turn

    texts = []
    for seed in (7, 7, 8):
        sampling = reverie.models.sampling(seed=seed, temperature=1.2, max_tokens=24)
        *_, last = reverie.chat.answer([Turn(Role.USER, "Tell me a story.")], Arm.BASE, sampling)
        texts.append(last.text)
    assert texts[0] == texts[1] != texts[2]


def test_everything_is_there_after_a_restart(models_folder: Path, profile: Path) -> None:
    with Reverie.open(profile, **OPEN) as reverie:
        reverie.change_settings(max_tokens=16)
        reply = talk(reverie)
        reverie.chat.edit(reply.id, "hey")
    with Reverie.open(profile, **OPEN) as reverie:
        assert reverie.settings.max_tokens == 16
        assert reverie.chat.messages(reply.conversation)[-1].text == "hey"
        assert len(reverie.chat.signals()) == 1
