"""A conversation that outgrows the context: its beginning goes on as a summary."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.events import ReplyDone, ReplyEvent, ReplyStarted, ReplySummarising
from app.domain.ledger import Message, Role, Setup, Summary, utc_now
from app.services import Reverie
from app.services.context import Weight

PLAIN = Setup()
ROOM = 512 - 24
LONG = "The garden by the river has roses, herbs and an old apple tree that bears every year. " * 3


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, passphrase=lambda: "words", insist=True) as opened:
        opened.change_settings(max_tokens=24, temperature=0.0, context_tokens=512)
        opened.models.start()
        yield opened


def told(reverie: Reverie, exchanges: int, *, temporary: bool = False) -> str:
    """A conversation of so many long exchanges; five fill the context."""
    conversation = reverie.conversations.new(temporary=temporary).id
    parent = None
    for at in range(2 * exchanges):
        role = Role.ASSISTANT if at % 2 else Role.USER
        message = Message(f"{conversation}-{at}", conversation, 0, role, LONG, utc_now(), parent)
        parent = reverie.conversations.append(message).id
    return conversation


def ask(reverie: Reverie, conversation: str, text: str = "Which tree is it?") -> list[ReplyEvent]:
    return list(reverie.chat.send(conversation, text))


def kinds(events: list[ReplyEvent]) -> list[type]:
    return [type(event) for event in events]


def started(events: list[ReplyEvent]) -> ReplyStarted:
    return next(event for event in events if isinstance(event, ReplyStarted))


def stored(reverie: Reverie, conversation: str) -> Summary | None:
    return reverie.conversations.read(conversation).summary


def test_a_short_conversation_is_read_whole(reverie: Reverie) -> None:
    conversation = told(reverie, 1)
    assert ReplySummarising not in kinds(ask(reverie, conversation))
    assert stored(reverie, conversation) is None


def test_what_no_longer_fits_is_summarised_and_nothing_is_dropped(reverie: Reverie) -> None:
    conversation = told(reverie, 6)
    events = ask(reverie, conversation)
    assert isinstance(events[0], ReplySummarising)
    assert started(events).dropped_turns == 0
    assert started(events).prompt_tokens <= ROOM // 2 + 24
    summary = stored(reverie, conversation)
    assert summary is not None and summary.text
    assert summary.base == reverie.models.base_sha256()
    told_of = [m.id for m in reverie.conversations.messages(conversation)].index(summary.until) + 1
    assert events[0].messages == told_of
    reply = reverie.conversations.messages(conversation)[-1]
    assert reply.origin is not None and reply.origin.summary == summary.until


def test_the_summary_stands_until_the_next_overflow(reverie: Reverie) -> None:
    conversation = told(reverie, 6)
    ask(reverie, conversation)
    first = stored(reverie, conversation)
    again = ask(reverie, conversation, "And the roses?")
    assert ReplySummarising not in kinds(again)
    assert stored(reverie, conversation) == first
    assert started(again).reused_tokens > started(again).prompt_tokens / 2
    ask(reverie, conversation, LONG * 4)
    last = stored(reverie, conversation)
    assert first is not None and last is not None and last.until != first.until


def test_it_is_told_before_anything_is_sent(reverie: Reverie) -> None:
    conversation = told(reverie, 6)
    weight = reverie.chat.weigh(conversation, "Which tree is it?", PLAIN)
    assert weight is not None and weight.room == ROOM and weight.tokens > ROOM
    (first, *_) = ask(reverie, conversation)
    assert isinstance(first, ReplySummarising)
    assert (weight.older, weight.is_too_long) == (first.messages, False)
    lighter = reverie.chat.weigh(conversation, "And the roses?", PLAIN)
    assert lighter is not None and lighter.tokens < ROOM and lighter.older == 0


def test_the_weight_is_that_of_the_prompt_that_is_sent(reverie: Reverie) -> None:
    conversation = told(reverie, 1)
    weight = reverie.chat.weigh(conversation, "Which tree?", PLAIN)
    assert weight == Weight(started(ask(reverie, conversation, "Which tree?")).prompt_tokens, ROOM)
    own = reverie.chat.weigh(None, "Which tree?", Setup(system="Be brief. " * 20, max_tokens=200))
    assert own is not None and own.tokens > 60 and own.room == 512 - 200


def test_a_message_that_is_too_long_by_itself_is_told(reverie: Reverie) -> None:
    weight = reverie.chat.weigh(None, "word " * 900, PLAIN)
    assert weight is not None and weight.is_too_long and weight.older == 0


def test_nothing_is_weighed_while_a_reply_is_written(reverie: Reverie) -> None:
    reverie.change_settings(max_tokens=200)
    conversation = reverie.conversations.new().id
    events = reverie.chat.send(conversation, "Write a long story about the sea.")
    next(events)
    found: list[Weight | None] = []
    other = threading.Thread(target=lambda: found.append(reverie.chat.weigh(None, "x", PLAIN)))
    other.start()
    other.join(30)
    assert found == [None], "it waited for the reply"
    *_, last = events
    assert isinstance(last, ReplyDone) and last.completion_tokens > 5
    assert reverie.chat.weigh(None, "x", PLAIN) is not None


def test_stopped_while_summarising_the_oldest_are_left_out_as_before(reverie: Reverie) -> None:
    conversation = told(reverie, 6)
    events: list[ReplyEvent] = []
    for event in reverie.chat.send(conversation, "Which tree is it?"):
        events.append(event)
        if isinstance(event, ReplySummarising):
            reverie.chat.underway.stop()
    assert stored(reverie, conversation) is None
    assert started(events).dropped_turns > 0
    assert isinstance(events[-1], ReplyDone)


def test_a_summary_of_what_was_changed_is_made_anew(reverie: Reverie) -> None:
    conversation = told(reverie, 3)
    messages = reverie.conversations.messages(conversation)
    reverie.conversations.keep_summary(conversation, Summary(messages[1].id, "base", "A garden."))
    reverie.conversations.rewrite(messages[2].id, "Which flower is it?")
    assert stored(reverie, conversation) is not None, "it tells nothing of this message"
    reverie.conversations.rewrite(messages[0].id, "There is no garden.")
    assert stored(reverie, conversation) is None


def test_another_branch_has_a_summary_of_its_own(reverie: Reverie) -> None:
    conversation = told(reverie, 2)
    first, reply, *_ = reverie.conversations.messages(conversation)
    reverie.conversations.keep_summary(conversation, Summary(reply.id, "base", "A garden."))
    list(reverie.chat.send_again(first.id, "Something else."))
    assert stored(reverie, conversation) is None
    reverie.conversations.show(first.id)
    assert stored(reverie, conversation) is not None


@pytest.mark.parametrize("temporary", [False, True])
def test_a_summary_goes_with_its_conversation(reverie: Reverie, temporary: bool) -> None:
    conversation = told(reverie, 2, temporary=temporary)
    until = reverie.conversations.messages(conversation)[1].id
    secret = Summary(until, "base", "Wistfulcanary likes tea.")
    reverie.conversations.keep_summary(conversation, secret)
    assert stored(reverie, conversation) == secret
    assert any("Wistfulcanary" in text for text in reverie.store.dump()) is not temporary
    notebook = reverie.conversations.notebook(conversation)
    reverie.conversations.delete(conversation)
    assert notebook.summaries.of(conversation) == {}
    assert not any("Wistfulcanary" in text for text in reverie.store.dump())
