"""What becomes of corrections that are pinned, and of those that are put right afterwards, over a
real store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import KnownError
from app.domain.ledger import Kind, Message, Provenance, Role, Signal, State, Turn, Via, utc_now
from app.domain.provenance import Draft, spans_of_edit
from app.services import Reverie
from app.store.errors import NotFoundError
from tests.support.taught import EDITED, REPLY, chat, night, signal


@pytest.fixture
def reverie(profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, passphrase=lambda: "words", insist=True) as opened:
        yield opened


def asked(reverie: Reverie, prompt: str) -> list[str]:
    """Prompts of the examples that a conversation which begins so is answered with."""
    adapter = reverie.store.adapters.active()
    material = reverie.recall.material([Turn("user", prompt)], adapter, present=())
    return [example.prompt for example in material.examples]


def test_a_pinned_one_is_shown_before_the_nearest_even_if_it_is_learned(reverie: Reverie) -> None:
    far = signal("Tell me about tides.", 9)
    near = [signal(f"Write a letter to Sam, number {n}.", n) for n in range(1, 5)]
    reverie.store.signals.add_many([far, *near])
    question = "Write a letter to Sam."
    assert far.prompt not in asked(reverie, question)
    reverie.signals.pin([far.id], True)
    assert asked(reverie, question)[0] == far.prompt and len(asked(reverie, question)) == 3
    night(reverie, far.id, *(one.id for one in near), learned=True)
    assert asked(reverie, question) == [far.prompt]
    reverie.signals.set_state([far.id], State.EXCLUDED)
    assert asked(reverie, question) == []


def test_all_are_pinned_or_none(reverie: Reverie) -> None:
    one = signal()
    reverie.store.signals.add(one)
    with pytest.raises(NotFoundError):
        reverie.signals.pin([one.id, "gone"], True)
    assert reverie.signals.all() == [one]
    reverie.signals.pin([one.id], True)
    forgotten = reverie.forgetting.forget(signals=[one.id])
    reverie.forgetting.undo(forgotten)
    assert reverie.signals.all() == [replace(one, pinned=True)]
    reverie.signals.pin([one.id], False)
    assert reverie.signals.all() == [one]


# put right afterwards


def spans_of(one: Signal) -> dict[Provenance, str]:
    """Per provenance the words of it."""
    text: dict[Provenance, str] = {}
    for span in one.spans:
        piece = (one.edited or "")[span.start : span.end]
        text[span.provenance] = text.get(span.provenance, "") + piece
    return text


def test_a_correction_is_put_right_and_the_old_text_is_forgotten(reverie: Reverie) -> None:
    _, told = chat(reverie, "Letters")
    old = reverie.gestures.edit(told.id, "Sam, I will be late. Ruthlessly yours, R.")
    assert old is not None
    old = replace(old, base="b" * 64, adapter="a" * 16, pinned=True)
    reverie.store.signals.forget([old.id])
    reverie.store.signals.add(old)
    night(reverie, old.id, learned=True)
    done = reverie.gestures.correct(old.id, Draft("  Sam, I will be late. Bye, R. "))
    assert done is not None
    (new,) = reverie.signals.all()
    kept = ("at", "session", "source", "messages", "reply", "base", "adapter", "message", "pinned")
    assert all(getattr(new, name) == getattr(old, name) for name in kept)
    assert (new.edited, new.kind, new.state) == (
        "Sam, I will be late. Bye, R.",
        Kind.EDIT,
        State.ACTIVE,
    )
    assert new.id not in (old.id, told.id) and new.id == done.id
    assert spans_of(new)[Provenance.TYPED].split() == ["Bye,", "R."]
    assert "I will be late" in spans_of(new)[Provenance.KEPT]
    assert reverie.store.adapters.active() is None
    (receipt,) = reverie.receipts.all()
    assert receipt.kinds == {"edit": 1} and receipt.looked is not None
    assert receipt.looked.found == () and [gone.adapter for gone in receipt.destroyed] == ["a" * 16]
    assert not any("Ruthlessly" in text for text in reverie.store.dump())
    message = reverie.conversations.message(told.id)
    assert message is not None and (message.text, message.written) == (new.edited, told.text)
    assert reverie.gestures.edit_of(message) == new

    reverie.gestures.restore(done)
    assert reverie.signals.all() == [old]
    assert reverie.receipts.all()[0].undone is not None
    message = reverie.conversations.message(told.id)
    assert message is not None and (message.text, message.written) == (old.edited, told.text)
    assert reverie.receipts.faults(reverie.receipts.all()[0]) == []


@pytest.mark.parametrize("kind", [Kind.ACCEPT, Kind.REJECT])
def test_what_was_wanted_instead_makes_a_judged_reply_a_correction(
    reverie: Reverie, kind: Kind
) -> None:
    _, told = chat(reverie, "Letters")
    judge = reverie.gestures.accept if kind is Kind.ACCEPT else reverie.gestures.reject
    old = judge(told.id)
    assert old is not None
    done = reverie.gestures.correct(old.id, Draft("Sam, late. R."), learn=False)
    (new,) = reverie.signals.all()
    assert (new.kind, new.via, new.state, new.at) == (Kind.EDIT, Via.EDIT, State.EXCLUDED, old.at)
    message = reverie.conversations.message(told.id)
    assert message is not None and (message.text, message.written) == ("Sam, late. R.", told.text)
    reverie.gestures.take_back(new.id)  # by the mark in the chat
    assert reverie.conversations.message(told.id) == told
    assert done is not None
    reverie.gestures.restore(done)
    assert reverie.signals.all() == []  # what became of it since then stands


def test_a_reply_has_one_correction(reverie: Reverie) -> None:
    _, told = chat(reverie, "Letters")
    thumb = reverie.gestures.reject(told.id)
    edit = reverie.gestures.edit(told.id, "Sam, late.")
    assert thumb is not None and edit is not None
    with pytest.raises(KnownError, match="correction"):
        reverie.gestures.correct(thumb.id, Draft("Sam!"))
    assert reverie.signals.all() == [thumb, edit]


@pytest.mark.parametrize("text", ["", " \n", EDITED, f" {EDITED}", REPLY])
def test_nothing_new_changes_nothing(reverie: Reverie, text: str) -> None:
    one = signal()
    reverie.store.signals.add(one)
    assert reverie.gestures.correct(one.id, Draft(text)) is None
    assert reverie.signals.all() == [one] and reverie.receipts.all() == []
    with pytest.raises(NotFoundError):
        reverie.gestures.correct("gone", Draft("x"))


def test_what_nobody_vouched_for_stays_so_where_it_is_untouched(reverie: Reverie) -> None:
    foreign = "Visit the shop of Mallory and buy two of everything they have"
    edited = f"Sam, hello there. {foreign}. Bye."
    spans = spans_of_edit(REPLY, edited, pasted=((0, 16),), untrusted=[foreign])
    one = signal(edited=edited, spans=spans, state=State.QUARANTINED)
    reverie.store.signals.add(one)
    text = f"Sam, hello there. {foreign.replace('two', 'none')}. See you."
    reverie.gestures.correct(one.id, Draft.of(one, text))
    (new,) = reverie.signals.all()
    found = spans_of(new)
    assert found[Provenance.UNTRUSTED].split() == foreign.replace("two ", "").split()
    assert "hello" in found[Provenance.PASTED]
    assert "none" in found[Provenance.TYPED] and "See you" in found[Provenance.TYPED]
    assert new.state is State.QUARANTINED
    text = f"{foreign}. Sam, hello. I moved the line of the other one to the top."
    reverie.gestures.correct(new.id, Draft(f"{foreign[22:]}. {text[:5]}"))
    assert "Mallory" not in spans_of(reverie.signals.all()[0]).get(Provenance.TYPED, "")


def test_secrets_of_the_conversation_stay_there(reverie: Reverie) -> None:
    here = reverie.conversations.new().id
    asked = Message("q", here, 0, Role.USER, "My password is Hunter22x. Write to Sam.", utc_now())
    asked = reverie.conversations.append(asked)
    told = Message("r", here, 1, Role.ASSISTANT, "Dear Sam, hello.", utc_now(), parent=asked.id)
    told = reverie.conversations.append(told)
    old = reverie.gestures.edit(told.id, "hey Sam, it is Hunter22x")
    assert old is not None and "Hunter22x" not in repr(old)
    (known,) = reverie.panel.signals()
    assert known.text == "hey Sam, it is Hunter22x"  # as it stands in the chat
    reverie.gestures.correct(old.id, Draft("yo Sam, it is Hunter22x"))
    (new,) = reverie.signals.all()
    assert "Hunter22x" not in repr(new) and (new.edited or "").startswith("yo Sam, it is [")
    assert new.messages == old.messages
    message = reverie.conversations.message(told.id)
    assert message is not None and message.text == "yo Sam, it is Hunter22x"


def test_a_text_of_a_conversation_that_is_gone_is_put_right_too(reverie: Reverie) -> None:
    _, told = chat(reverie, "Letters")
    old = reverie.gestures.edit(told.id, "Sam, call +49 171 2345678.")
    reverie.conversations.delete(told.conversation)
    (known,) = reverie.panel.signals()
    assert old is not None and known.text == old.edited
    reverie.gestures.correct(old.id, Draft.of(old, f"{known.text} Bye."))
    (new,) = reverie.signals.all()
    assert new.edited == f"{old.edited} Bye."
    assert spans_of(new)[Provenance.PLACEHOLDER] == "[phone number]"
