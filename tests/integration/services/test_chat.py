"""Replies over the real store and the real engine, and what a stop or a crash costs."""

from __future__ import annotations

import os
import signal as signals
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import KnownError
from app.domain.events import ReplyDone, ReplyEvent, ReplyPiece, ReplyStarted, StopReason
from app.domain.ledger import Arm, Message, Role, Setup
from app.engine.client import EngineCrashed, EngineDone, EngineEvent, EngineStarted, Stop
from app.services import Reverie
from app.services.serving import NOTHING
from app.services.unanswerable import EmptyPrompt, NothingToContinue
from tests.support.replies import OPEN, brief, done, talk
from tests.support.story import LONG_STORY


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    yield from brief(profile)


def test_a_reply_streams_and_is_stored(reverie: Reverie) -> None:
    conversation = reverie.conversations.new()
    events = list(reverie.chat.send(conversation.id, "Name a colour, please."))
    assert isinstance(events[0], ReplyStarted)
    assert isinstance(events[-1], ReplyDone)
    streamed = "".join(e.text for e in events if isinstance(e, ReplyPiece))
    asked, reply = reverie.conversations.messages(conversation.id)
    assert (asked.role, asked.text) == (Role.USER, "Name a colour, please.")
    assert reply.text == streamed.strip() == events[-1].message.text
    assert reply.base == reverie.models.base_sha256()
    assert reverie.conversations.all()[0].title == "Name a colour, please."


def test_an_engine_that_dies_before_its_first_word_is_told(
    reverie: Reverie, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed = EngineDone("", StopReason.CRASHED, 0, 0, 0.0, 0.0)
    monkeypatch.setattr(reverie.models.engine(), "generate", lambda *_: iter([crashed]))
    conversation = reverie.conversations.new()
    with pytest.raises(EngineCrashed):
        list(reverie.chat.send(conversation.id, "Name a colour."))
    assert [m.role for m in reverie.conversations.messages(conversation.id)] == [Role.USER]


def test_the_next_turn_reads_only_what_is_new(reverie: Reverie) -> None:
    conversation = reverie.conversations.new()
    list(reverie.chat.send(conversation.id, "Name a colour."))
    started = next(iter(reverie.chat.send(conversation.id, "And another one?")))
    assert isinstance(started, ReplyStarted)
    assert started.reused_tokens > started.prompt_tokens / 2


def test_a_correction_does_not_cost_the_conversation_its_beginning(reverie: Reverie) -> None:
    conversation = reverie.conversations.new()
    first = done(reverie.chat.send(conversation.id, "Write to Ann, who likes tea, about lunch."))
    reverie.gestures.edit(first.message.id, "hey Ann, tea and lunch?")
    last = done(reverie.chat.send(conversation.id, "And one about dinner."))
    stored = reverie.conversations.message(last.message.id)
    assert stored is not None and stored.origin is not None
    assert stored.origin.examples == ()
    assert stored.origin.reused_tokens >= first.prompt_tokens - 1


def test_an_empty_prompt_is_refused_and_stores_nothing(reverie: Reverie) -> None:
    conversation = reverie.conversations.new()
    with pytest.raises(EmptyPrompt):
        list(reverie.chat.send(conversation.id, " \n"))
    assert reverie.conversations.messages(conversation.id) == []


def test_a_prompt_beyond_the_context_is_told_and_kept(reverie: Reverie) -> None:
    conversation = reverie.conversations.new()
    with pytest.raises(KnownError, match="too long"):
        list(reverie.chat.send(conversation.id, "word " * 9000))
    assert len(reverie.conversations.messages(conversation.id)) == 1


def test_an_old_reply_stays_as_another_version(reverie: Reverie) -> None:
    reply = talk(reverie, "Tell me something.")
    again = done(reverie.chat.regenerate(reply.conversation)).message
    read = reverie.conversations.read(reply.conversation)
    assert read.versions[again.id] == (reply.id, again.id)
    list(reverie.chat.send(reply.conversation, "And then?"))
    reverie.conversations.show(reply.id)
    assert reverie.conversations.messages(reply.conversation)[-1].id == reply.id
    reverie.conversations.show(again.id)
    assert len(reverie.conversations.messages(reply.conversation)) == 4


def test_a_message_sent_again_is_a_branch_and_what_it_answered_is_its_prompt(
    reverie: Reverie,
) -> None:
    first = talk(reverie, "Name a colour.")
    asked = reverie.conversations.messages(first.conversation)[0]
    second = done(reverie.chat.send_again(asked.id, "Name an animal.")).message
    branch = [m.text for m in reverie.conversations.messages(first.conversation)]
    assert branch == ["Name an animal.", second.text]
    kept = reverie.gestures.accept(second.id)
    old = reverie.gestures.accept(first.id)
    assert kept is not None and old is not None
    assert (kept.prompt, old.prompt) == ("Name an animal.", "Name a colour.")


def test_a_message_of_ones_own_can_be_put_right_without_an_answer(reverie: Reverie) -> None:
    reply = talk(reverie, "Name a color.")
    asked = reverie.conversations.messages(reply.conversation)[0]
    reverie.conversations.rewrite(asked.id, "Name a colour.")
    texts = [m.text for m in reverie.conversations.messages(reply.conversation)]
    assert texts == ["Name a colour.", reply.text]


def test_a_cut_reply_is_continued_in_its_own_place(reverie: Reverie) -> None:
    reverie.change_settings(max_tokens=16)
    reply = talk(reverie, LONG_STORY)
    assert reply.partial
    ended = done(reverie.chat.go_on(reply.id))
    assert ended.message.id == reply.id
    assert ended.message.text.startswith(reply.text) and len(ended.message.text) > len(reply.text)
    stored = reverie.conversations.messages(reply.conversation)
    assert [m.text for m in stored[1:]] == [ended.message.text]


def test_what_is_whole_or_corrected_is_not_continued(reverie: Reverie) -> None:
    reverie.change_settings(max_tokens=16)
    reply = talk(reverie, LONG_STORY)
    reverie.gestures.edit(reply.id, "No story.")
    with pytest.raises(NothingToContinue):
        list(reverie.chat.go_on(reply.id))


def test_a_temporary_chat_leaves_nothing_behind(reverie: Reverie, profile: Path) -> None:
    conversation = reverie.conversations.new(temporary=True)
    reply = done(reverie.chat.send(conversation.id, "A secret about Wistfulcanary.")).message
    again = done(reverie.chat.regenerate(conversation.id)).message
    assert reverie.gestures.edit(again.id, "Wistfulcanary, edited.") is None
    assert reverie.gestures.accept(reply.id) is None
    read = reverie.conversations.read(conversation.id)
    assert read.temporary and [m.text for m in read.messages][1:] == ["Wistfulcanary, edited."]
    assert reverie.conversations.all() == [] and reverie.signals.all() == []
    assert not any("istfulcanary" in text for text in reverie.store.dump())
    reverie.conversations.delete(conversation.id)
    with pytest.raises(KnownError, match="gone"):
        reverie.conversations.read(conversation.id)


def test_a_reply_knows_what_it_was_made_from(reverie: Reverie) -> None:
    corrected = talk(reverie, "Write to Ann about lunch.")
    example = reverie.gestures.edit(corrected.id, "hey Ann, lunch?")
    assert example is not None
    reply = talk(reverie, "Write to Ann about dinner.")
    stored = reverie.conversations.message(reply.id)
    assert stored is not None and stored.origin is not None
    assert stored.origin.examples == (example.id,)
    assert stored.origin.prompt_tokens > 0 and stored.origin.completion_tokens > 0


def test_a_conversation_is_answered_as_it_is_set_up(reverie: Reverie) -> None:
    conversation = reverie.conversations.new()
    setup = Setup(system="You only ever say hello.", arm=Arm.BASE, max_tokens=16)
    reverie.conversations.set_up(conversation.id, setup)
    reply = done(reverie.chat.send(conversation.id, "Tell me about the sea at length."))
    assert reply.message.arm is Arm.BASE and reply.completion_tokens <= 16
    plain = talk(reverie, "Tell me about the sea at length.")
    assert plain.text != reply.message.text


def test_a_stopped_reply_is_kept_as_far_as_it_came(reverie: Reverie) -> None:
    reverie.change_settings(max_tokens=400)
    conversation = reverie.conversations.new()
    events: list[ReplyEvent] = []
    for event in reverie.chat.send(conversation.id, LONG_STORY):
        events.append(event)
        if len(events) == 6:
            reverie.chat.underway.stop()
    last = events[-1]
    assert isinstance(last, ReplyDone)
    assert last.stop_reason is StopReason.STOPPED
    assert last.message.partial
    assert reverie.conversations.messages(conversation.id)[-1].text == last.message.text


def test_a_reply_that_waits_behind_another_is_stopped_alone(reverie: Reverie) -> None:
    """At once, while the other one goes on; nothing of it is stored but the question."""
    reverie.change_settings(max_tokens=60)
    quick, chat = reverie.conversations.new().id, reverie.conversations.new().id
    first = reverie.chat.send(quick, LONG_STORY)
    next(first)
    stop, events = Stop(), list[ReplyEvent]()
    waits = threading.Thread(
        target=lambda: events.extend(reverie.chat.send(chat, "And about a river.", stop=stop))
    )
    waits.start()
    stop.ask()
    waits.join(30)
    assert not waits.is_alive(), "it waited for the other one"
    assert events == []
    assert done(first).stop_reason is not StopReason.STOPPED
    assert [m.role for m in reverie.conversations.messages(chat)] == [Role.USER]
    assert done(reverie.chat.send(chat, "Say hello.")).message.text


def test_a_reply_that_is_stopped_before_its_first_word_is_not_stored(
    reverie: Reverie, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither where the engine had begun to read."""
    conversation, stop = reverie.conversations.new().id, Stop()
    generate = reverie.models.engine().generate

    def begun_already(*given: Any) -> Iterator[EngineEvent]:
        for event in generate(*given):
            if isinstance(event, EngineStarted):
                yield event
                yield NOTHING
                return

    monkeypatch.setattr(reverie.models.engine(), "generate", begun_already)
    (event,) = reverie.chat.send(conversation, "Name a colour.", stop=stop)
    assert isinstance(event, ReplyStarted)
    assert [m.role for m in reverie.conversations.messages(conversation)] == [Role.USER]


def test_closing_in_mid_reply_keeps_what_was_written(
    models_folder: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the thread that writes it is late: the store waits for it."""
    opened = Reverie.open(profile, **OPEN)
    conversation = opened.conversations.new().id
    append, begun = opened.store.messages.append, threading.Event()

    def late(message: Message) -> Message:
        if message.role is Role.ASSISTANT:
            time.sleep(0.5)
        return append(message)

    def read() -> None:
        for event in opened.chat.send(conversation, LONG_STORY):
            if isinstance(event, ReplyPiece):
                begun.set()

    monkeypatch.setattr(opened.store.messages, "append", late)
    reader = threading.Thread(target=read)
    reader.start()
    assert begun.wait(60)
    opened.close()
    reader.join(60)
    with Reverie.open(profile, **OPEN) as again:
        asked, reply = again.conversations.messages(conversation)
        assert asked.text == LONG_STORY
        assert reply.partial and reply.text


def test_a_killed_engine_costs_one_reply_and_nothing_else(reverie: Reverie) -> None:
    reverie.change_settings(max_tokens=400)
    conversation = reverie.conversations.new()
    events: list[ReplyEvent] = []
    for event in reverie.chat.send(conversation.id, LONG_STORY):
        events.append(event)
        pid = reverie.models.engine().pid
        if len(events) == 6 and pid:
            os.kill(pid, signals.SIGKILL)
    last = events[-1]
    assert isinstance(last, ReplyDone)
    assert last.stop_reason is StopReason.CRASHED
    written = "".join(e.text for e in events if isinstance(e, ReplyPiece)).strip()
    assert reverie.conversations.messages(conversation.id)[-1].text == written
    reverie.change_settings(max_tokens=16)
    again = done(reverie.chat.send(conversation.id, "And now?"))
    assert again.completion_tokens > 0
    assert len(reverie.conversations.messages(conversation.id)) == 4


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
        reverie.gestures.edit(reply.id, "hey")
    with Reverie.open(profile, **OPEN) as reverie:
        assert reverie.settings.max_tokens == 16
        assert reverie.conversations.messages(reply.conversation)[-1].text == "hey"
        assert len(reverie.signals.all()) == 1
