"""Gestures and corrections on real replies: what each says, and that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import KnownError
from app.domain.ledger import Kind, Provenance, State, Via
from app.services import Reverie
from app.services.gestures import EmptyEdit, NothingChanged
from tests.support.replies import brief, done, talk


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    yield from brief(profile)


def test_an_edit_is_a_signal_with_provenance_and_can_be_taken_back(reverie: Reverie) -> None:
    reply = talk(reverie)
    edited = reply.text + " ok?"
    signal = reverie.gestures.edit(reply.id, edited)
    assert signal is not None
    assert (signal.kind, signal.via, signal.reply, signal.edited) == (
        Kind.EDIT,
        Via.EDIT,
        reply.text,
        edited,
    )
    assert {s.provenance for s in signal.spans} == {Provenance.KEPT, Provenance.TYPED}
    assert reverie.conversations.messages(reply.conversation)[-1].text == edited
    reverie.gestures.take_back(signal.id)
    assert reverie.conversations.messages(reply.conversation)[-1].text == reply.text
    assert reverie.signals.all() == []


def test_a_second_edit_replaces_the_first_and_keeps_the_models_words(reverie: Reverie) -> None:
    reply = talk(reverie)
    reverie.gestures.edit(reply.id, "one")
    second = reverie.gestures.edit(reply.id, "two")
    assert second is not None
    assert second.reply == reply.text
    assert [s.edited for s in reverie.signals.all()] == ["two"]
    assert reverie.gestures.edit(reply.id, reply.text) is None
    assert reverie.signals.all() == []


@pytest.mark.parametrize(("text", "error"), [("  \n", EmptyEdit), (None, NothingChanged)])
def test_edits_that_say_nothing(
    reverie: Reverie, text: str | None, error: type[KnownError]
) -> None:
    reply = talk(reverie)
    with pytest.raises(error):
        reverie.gestures.edit(reply.id, reply.text if text is None else text)
    assert reverie.conversations.messages(reply.conversation)[-1].text == reply.text


def test_thumbs_exclude_each_other(reverie: Reverie) -> None:
    reply = talk(reverie)
    up = reverie.gestures.accept(reply.id)
    assert reverie.gestures.accept(reply.id).id == up.id
    reverie.gestures.accept(reply.id, Via.COPY)
    down = reverie.gestures.reject(reply.id)
    of_reply = reverie.gestures.signals_of(reply.conversation)[reply.id]
    assert {(s.kind, s.via) for s in of_reply} == {
        (Kind.ACCEPT, Via.COPY),
        (Kind.REJECT, Via.THUMB),
    }
    reverie.gestures.take_back(down.id)
    assert len(reverie.signals.all()) == 1


def test_regenerate_rejects_what_it_replaces(reverie: Reverie) -> None:
    reply = talk(reverie, "Tell me something.")
    again = done(reverie.chat.regenerate(reply.conversation)).message
    assert [m.id for m in reverie.conversations.messages(reply.conversation)][1:] == [again.id]
    if not reply.partial:
        (signal,) = reverie.signals.all()
        assert (signal.kind, signal.via, signal.reply) == (
            Kind.REJECT,
            Via.REGENERATE,
            reply.text,
        )


def test_a_correction_only_here_is_kept_from_learning_and_can_be_taken_back(
    reverie: Reverie,
) -> None:
    reply = talk(reverie)
    signal = reverie.gestures.edit(reply.id, "Just here.", learn=False)
    assert signal is not None
    (stored,) = reverie.signals.all()
    assert (stored.state, stored.edited) == (State.EXCLUDED, "Just here.")
    reverie.gestures.edit(reply.id, "Just here.")
    (learned,) = reverie.signals.all()
    assert (learned.state, learned.reply) == (State.ACTIVE, reply.text)
    reverie.gestures.take_back(learned.id)
    assert reverie.conversations.messages(reply.conversation)[-1].text == reply.text


def test_only_here_and_kept_for_learning_can_be_switched_later(reverie: Reverie) -> None:
    reply = talk(reverie)
    edit = reverie.gestures.edit(reply.id, "hello. - k", learn=False)
    for learn, state in ((True, State.ACTIVE), (False, State.EXCLUDED)):
        reverie.gestures.set_learning(edit.id, learn)
        assert reverie.store.signals.get(edit.id).state is state
    reverie.store.signals.set_state(edit.id, State.QUARANTINED)
    reverie.gestures.set_learning(edit.id, True)
    assert reverie.store.signals.get(edit.id).state is State.QUARANTINED


def test_what_was_pasted_reaches_the_ledger_where_it_stands(reverie: Reverie) -> None:
    reply = talk(reverie)
    edit = reverie.gestures.edit(
        reply.id, "  zzz pasted, and taken ", pasted=[(6, 12)], rewritten=[(18, 24)]
    )
    found = {
        span.provenance: edit.edited[span.start : span.end]
        for span in edit.spans
        if span.provenance in (Provenance.PASTED, Provenance.REWRITTEN)
    }
    assert found == {Provenance.PASTED: "pasted", Provenance.REWRITTEN: "taken"}
    assert reverie.store.signals.get(edit.id).spans == edit.spans
