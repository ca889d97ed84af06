"""What the pages of memories and corrections read, and what becomes of what is done there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import KnownError
from app.domain.exchange import parse_lines
from app.domain.ledger import Memory, MemoryOrigin, MemoryState, Source, State, utc_now
from app.services import Reverie
from app.services.forgetting import Forgotten
from tests.support.taught import chat, memory, night, signal


@pytest.fixture
def reverie(profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, passphrase=lambda: "words", insist=True) as opened:
        yield opened


def test_a_memory_is_shown_with_its_source_and_what_it_replaced(reverie: Reverie) -> None:
    asked, _ = chat(reverie, "Trip to Kiel")
    bonn = reverie.memories.add("I live in Bonn", origin=MemoryOrigin.STATED, source=asked.id)
    mainz = reverie.memories.supersede(bonn.id, "I live in Mainz")
    kiel = reverie.memories.supersede(mainz.id, "I live in Kiel")
    (known,) = reverie.panel.memories()
    assert known.key == kiel.id
    assert [one.text for one in known.earlier] == ["I live in Mainz", "I live in Bonn"]
    assert known.chain == (kiel.id, mainz.id, bonn.id)
    assert known.place is not None
    place = known.place
    assert (place.title, place.message) == ("Trip to Kiel", asked.id)
    assert place.conversation == asked.conversation
    reverie.conversations.delete(asked.conversation)
    assert reverie.panel.memories()[0].place is None


def test_a_memory_that_came_by_a_signal_leads_to_its_message(reverie: Reverie) -> None:
    _, told = chat(reverie, "Letters")
    made = reverie.gestures.edit(told.id, "Sam, late.")
    assert made is not None
    reverie.memories.add("I write short letters", source=made.id)
    place = reverie.panel.memories()[0].place
    assert place is not None and place.message == told.id


def test_memories_that_replace_each_other_in_a_circle_are_still_read(reverie: Reverie) -> None:
    one, other, head = memory("one"), memory("other"), memory("head")
    reverie.store.memories.add(head)
    reverie.store.memories.add(replace(one, superseded_by=other.id))
    reverie.store.memories.add(replace(other, superseded_by=one.id))
    assert [known.memory.text for known in reverie.panel.memories()] == ["head"]


def test_what_the_adapter_in_use_saw_is_marked_and_its_nights_are_named(reverie: Reverie) -> None:
    seen, unseen = signal("seen", days=2), signal("unseen")
    reverie.store.signals.add_many([seen, unseen])
    known = reverie.memories.add("I live in Kiel")
    used = night(reverie, seen.id, known.id, learned=True)
    by_key = {one.key: one for one in reverie.panel.signals()}
    assert by_key[seen.id].learned and not by_key[unseen.id].learned
    assert reverie.panel.memories()[0].learned
    assert [one.id for one in reverie.panel.use_of(seen.id).nights] == [used.id]
    assert [one.id for one in reverie.panel.use_of(known.id).nights] == [used.id]
    assert reverie.panel.use_of(unseen.id).nights == ()
    assert reverie.panel.rows_of_night(used.id) == {seen.id, known.id}
    assert reverie.panel.rows_of_night("no such night") == frozenset()


def test_the_model_that_wrote_a_reply_and_what_had_taught_it(reverie: Reverie) -> None:
    base = reverie.models.all()[0]
    before = signal()
    reverie.store.signals.add(before)
    taught = night(reverie, before.id, learned=True)
    after = signal(base=base.sha256, adapter="a" * 16)
    reverie.store.signals.add(after)
    use = reverie.panel.use_of(after.id)
    assert use.model == base.title
    assert use.taught is not None and use.taught.id == taught.id


def test_signals_leave_as_lines_that_can_be_brought_in_again(
    reverie: Reverie, tmp_path: Path
) -> None:
    kept, other = signal("one", state=State.EXCLUDED), signal("two", source=Source.IMPORT)
    reverie.store.signals.add_many([kept, other])
    file = tmp_path / "out.jsonl"
    file.write_text("something else")
    reverie.panel.export_signals(file, [kept.id])
    lines = file.read_bytes().splitlines()
    assert parse_lines(lines, name="out", now=utc_now()) == [kept]
    assert file.stat().st_mode & 0o077 == 0


def test_memories_leave_as_lines(reverie: Reverie, tmp_path: Path) -> None:
    one, other = reverie.memories.add("Ünal is my name"), reverie.memories.add("I like tea")
    file = tmp_path / "out.jsonl"
    reverie.panel.export_memories(file, [one.id, other.id])
    said = [json.loads(line) for line in file.read_text().splitlines()]
    assert [line["text"] for line in said] == ["Ünal is my name", "I like tea"]
    assert said[0]["state"] == "active" and said[0]["from"] == one.from_.isoformat()


def test_a_file_that_cannot_be_written_is_told(reverie: Reverie, tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        reverie.panel.export_memories(tmp_path / "nowhere" / "out.jsonl", ["x"])


def test_a_correction_keeps_the_history(reverie: Reverie) -> None:
    bonn = reverie.memories.add("I live in Bonn")
    kiel = reverie.memories.supersede(bonn.id, "I live in Keil")
    right, _ = reverie.memories.correct(kiel.id, "I live in Kiel")
    (known,) = reverie.panel.memories()
    assert known.chain == (right.id, bonn.id)
    with pytest.raises(KnownError):
        reverie.memories.get(kiel.id)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(how=st.lists(st.sampled_from(["correct", "supersede"]), min_size=1, max_size=4))
def test_taking_back_leaves_everything_as_it_was(reverie: Reverie, how: list[str]) -> None:
    here = reverie.memories.add("version 0")
    for number, act in enumerate(how):
        before, old = set(reverie.memories.all()), here
        new, forgotten = rewritten(reverie, act, here.id, f"version {number + 1}")
        reverie.memories.restore(old, new.id, forgotten)
        assert set(reverie.memories.all()) == before
        here, _ = rewritten(reverie, act, here.id, f"version {number + 1}")
    assert reverie.memories.get(here.id).state is MemoryState.ACTIVE
    listed = reverie.receipts.all()
    assert listed
    assert [fault for one in listed for fault in reverie.receipts.faults(one)] == []


def rewritten(
    reverie: Reverie, act: str, memory_id: str, text: str
) -> tuple[Memory, Forgotten | None]:
    if act == "supersede":
        return reverie.memories.supersede(memory_id, text), None
    return reverie.memories.correct(memory_id, text)
