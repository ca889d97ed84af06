"""Memories that the user tells: kept, superseded, forgotten, recalled, over a real store."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import KnownError
from app.domain.events import Hearing
from app.domain.ledger import Memory, MemoryKind, MemoryOrigin, MemoryState, Role, Turn, utc_now
from app.services import Reverie
from app.services.wipe import Scope
from tests.support.talk import Talk, texts


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, lambda: "words", insist=True) as opened:
        yield opened


@pytest.fixture
def talk(reverie: Reverie) -> Talk:
    return Talk(reverie)


# told


def test_what_is_told_is_remembered_at_once_with_its_source(reverie: Reverie, talk: Talk) -> None:
    heard = talk.tell("Remember that I prefer short answers.")
    assert heard is not None
    assert heard.hearing is Hearing.REMEMBERED
    (memory,) = reverie.memories.all()
    assert (memory.text, memory.kind) == ("I prefer short answers", MemoryKind.PREFERENCE)
    assert (memory.origin, memory.source) == (MemoryOrigin.STATED, heard.message)
    assert reverie.listening.heard(talk.id) == {heard.message: (heard,)}
    reverie.listening.undo(heard)
    assert reverie.memories.all() == []
    assert reverie.listening.heard(talk.id) == {}


def test_twice_told_is_once_remembered(reverie: Reverie, talk: Talk) -> None:
    talk.tell("Remember that I play the oboe.")
    again = talk.tell("Please remember: I play the oboe!")
    assert again is not None
    assert again.hearing is Hearing.KNOWN
    assert texts(reverie) == ["I play the oboe"]


def test_the_newer_one_wins_and_undoing_it_brings_the_older_back(
    reverie: Reverie, talk: Talk
) -> None:
    talk.tell("Remember that I live in Bonn.")
    reverie.memories.pin([reverie.memories.all()[0].id], True)
    heard = talk.tell("Remember that I live in Kiel.")
    old, new = reverie.memories.all()
    assert (old.superseded_by, old.until) == (new.id, new.from_)
    assert new.pinned
    assert texts(reverie) == ["I live in Kiel"]
    assert heard is not None
    reverie.listening.undo(heard)
    assert texts(reverie) == ["I live in Bonn"]
    assert reverie.memories.all()[0].pinned


@pytest.mark.parametrize("state", [MemoryState.PROPOSED, MemoryState.EXCLUDED])
def test_undone_it_stands_as_it_did_before_it_was_told(
    reverie: Reverie, talk: Talk, state: MemoryState
) -> None:
    reverie.memories.add("I live in Bonn", state=state)
    reverie.memories.add("I live in Kiel")
    before = reverie.memories.all()
    heard = talk.tell("Remember that I live in Bonn.")
    assert heard is not None
    assert heard.hearing is Hearing.REMEMBERED
    assert texts(reverie) == ["I live in Bonn"]
    assert reverie.listening.heard(talk.id) == {heard.message: (heard,)}
    reverie.listening.undo(heard)
    assert reverie.memories.all() == before
    reverie.listening.undo(heard)  # a mark that is still on the screen
    assert reverie.memories.all() == before


def test_typed_it_is_as_if_it_was_told(reverie: Reverie, talk: Talk) -> None:
    bonn = reverie.memories.remember("I live in Bonn")
    assert (bonn.was_known, bonn.memory.kind) == (False, MemoryKind.FACT)
    assert reverie.memories.remember("I live in Bonn.").was_known
    kiel = reverie.memories.remember("I live in Kiel")
    assert [old.id for old in kiel.replaced] == [bonn.memory.id]
    heard = talk.tell("Remember that I live in Kiel.")
    assert heard is not None
    assert heard.hearing is Hearing.KNOWN


@pytest.mark.parametrize("gone", ["memories", "learned", "everything"])
def test_after_a_wipe_nothing_comes_back_through_a_mark(
    reverie: Reverie, talk: Talk, gone: str
) -> None:
    reverie.memories.add("I play the oboe")
    talk.tell("Remember that I play the oboe.")
    heard = talk.tell("Forget that I play the oboe.")
    assert heard is not None
    reverie.wipe.carry_out(Scope(gone))
    assert not reverie.listening._lately
    if gone != "everything":
        reverie.listening.undo(heard)
        assert reverie.memories.all() == []
        assert reverie.listening.heard(talk.id) == {}


def test_a_mark_goes_with_its_memory_and_its_conversation(reverie: Reverie, talk: Talk) -> None:
    oboe = reverie.memories.add("I play the oboe")
    talk.tell("Remember that I play the oboe.")
    reverie.forgetting.forget(memories=[oboe.id])
    assert reverie.listening.heard(talk.id) == {}
    reverie.memories.add("I play the oboe")
    heard = talk.tell("Forget that I play the oboe.")
    assert heard is not None
    reverie.conversations.delete(talk.id)
    reverie.listening.undo(heard)
    assert reverie.memories.all() == []


def test_the_one_that_is_clearly_meant_is_forgotten_and_can_be_undone(
    reverie: Reverie, talk: Talk
) -> None:
    talk.tell("Remember that my sister is called Ann.")
    talk.tell("Remember that my brother is called Tom.")
    heard = talk.tell("Forget my sister's name.")
    assert heard is not None
    assert heard.hearing is Hearing.FORGOTTEN
    assert "Ann" not in heard.text
    assert texts(reverie) == ["My brother is called Tom"]
    reverie.listening.undo(heard)
    assert set(texts(reverie)) == {"My brother is called Tom", "My sister is called Ann"}


def test_what_it_had_replaced_is_forgotten_with_it_and_can_be_told_again(
    reverie: Reverie, talk: Talk
) -> None:
    talk.tell("Remember that I live in Bonn.")
    talk.tell("Remember that I live in Kiel.")
    kept = reverie.memories.all()
    heard = talk.tell("Forget that I live in Kiel.")
    assert heard is not None
    assert reverie.memories.all() == []
    reverie.listening.undo(heard)
    assert reverie.memories.all() == kept
    assert reverie.forgetting.of_conversations([talk.id]).memories == (kept[0].id, kept[1].id)
    talk.tell("Forget that I live in Kiel.")
    told = talk.tell("Remember that I live in Bonn.")
    assert told is not None
    assert told.hearing is Hearing.REMEMBERED
    assert [m.text for m in reverie.recall.choose("Where do I live?")] == ["I live in Bonn"]


def test_a_conversation_takes_what_its_memories_had_replaced(reverie: Reverie, talk: Talk) -> None:
    reverie.memories.add("I live in Bonn")
    talk.tell("Remember that I live in Kiel.")
    assert len(reverie.forgetting.of_conversations([talk.id]).memories) == 2
    reverie.forgetting.forget_conversations([talk.id], also=True)
    assert reverie.memories.all() == []


def test_what_is_over_can_be_told_again(reverie: Reverie, talk: Talk) -> None:
    over = Memory("m", "I live in Bonn", MemoryKind.FACT, utc_now(), until=utc_now())
    reverie.store.memories.add(over)
    assert reverie.memories.known("I live in Bonn") is None
    assert talk.notice("I live in Bonn.") == ["I live in Bonn"]


@pytest.mark.parametrize(
    ("said", "hearing"),
    [
        ("Forget that I like ferns.", Hearing.UNKNOWN),
        ("Forget my bicycle.", Hearing.SEVERAL),
        ("Forget everything you know about me.", Hearing.SEVERAL),
    ],
)
def test_where_none_or_several_are_meant_nothing_is_forgotten(
    reverie: Reverie, talk: Talk, said: str, hearing: Hearing
) -> None:
    reverie.memories.add("My bicycle is green")
    reverie.memories.add("My bicycle has a belt")
    heard = talk.tell(said)
    assert heard is not None
    assert (heard.hearing, heard.can_undo) == (hearing, False)
    assert len(texts(reverie)) == 2


def test_matching_finds_what_is_meant(reverie: Reverie) -> None:
    for text in ("My bicycle is green", "My bicycle has a belt", "I live in Bonn"):
        reverie.memories.add(text)
    assert {m.text for m in reverie.memories.matching("the bicycle")} == {
        "My bicycle is green",
        "My bicycle has a belt",
    }
    assert [m.text for m in reverie.memories.matching("that I live in Bonn")] == ["I live in Bonn"]
    assert reverie.memories.matching("the weather") == []


def test_a_temporary_chat_leaves_nothing(reverie: Reverie) -> None:
    talk = Talk(reverie, temporary=True)
    heard = talk.tell("Remember that I live in Bonn.")
    assert heard is not None
    assert heard.hearing is Hearing.TEMPORARY
    assert talk.notice("I live in Bonn.") == []
    assert reverie.memories.all() == []


def test_two_memories_that_disagree_are_shown(reverie: Reverie) -> None:
    one, other = reverie.memories.add("I live in Bonn"), reverie.memories.add("I live in Kiel")
    reverie.memories.add("I play the oboe")
    assert reverie.memories.contradictions() == [(one, other)]
    reverie.memories.set_state([one.id], MemoryState.EXCLUDED)
    assert reverie.memories.contradictions() == []


# in a prompt


def test_two_thousand_memories_leave_room_and_the_pinned_is_there(reverie: Reverie) -> None:
    with reverie.store.transaction():
        for n in range(2000):
            reverie.store.memories.add(
                Memory(f"m{n}", f"I have seen bird number {n}", MemoryKind.FACT, utc_now())
            )
    pin = reverie.memories.add("Moin is how I am greeted")
    reverie.memories.pin([pin.id], True)
    nuts = reverie.memories.add("I'm allergic to nuts")
    for _ in range(60):
        reverie.memories.add(f"I have met person {uuid.uuid4().hex}")
    first = reverie.recall.choose("What shall I cook tonight?")
    assert {pin.id, nuts.id} <= {m.id for m in first}
    assert sum(len(m.text) for m in first) <= 2048
    assert reverie.recall.choose("What shall I cook tonight?") == first
    more = (Turn(Role.USER, "What shall I cook tonight?"), Turn(Role.USER, "And for dessert?"))
    assert reverie.recall.material(more, None, ()).memories == first


def test_a_memory_that_is_gone_is_a_known_error(reverie: Reverie) -> None:
    with pytest.raises(KnownError):
        reverie.memories.get("nope")
