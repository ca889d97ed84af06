"""Memories in the store: chosen by the index, and gone without a word once they are forgotten."""

from __future__ import annotations

from datetime import timedelta

from app.domain.ledger import Memory, MemoryKind, MemoryState, utc_now
from app.domain.topics import words
from app.store import Store

FACT, PREFERENCE = MemoryKind.FACT, MemoryKind.PREFERENCE


def put(store: Store, text: str, kind: MemoryKind = FACT, **changes: object) -> Memory:
    at = changes.pop("from_", utc_now())
    memory = Memory(f"id-{text}", text, kind, at, **changes)  # type: ignore[arg-type]
    store.memories.add(memory)
    return memory


def texts(found: list[Memory]) -> list[str]:
    return [memory.text for memory in found]


def test_the_best_fit_comes_first_whatever_the_ending_of_its_words(store: Store) -> None:
    put(store, "I have an allergy to nuts and to bees")
    put(store, "My allergies are bad in May, and allergies run in the family")
    put(store, "I live in Bonn")
    found = store.memories.matching(words("allergy"), utc_now(), 5)
    assert len(found) == 2
    assert store.memories.matching((), utc_now(), 5) == []
    assert store.memories.matching(("OR", 'x"y'.replace('"', "")), utc_now(), 5) == []


def test_only_what_is_in_force_is_chosen(store: Store) -> None:
    now = utc_now()
    put(store, "nuts here")
    put(store, "nuts proposed", state=MemoryState.PROPOSED)
    put(store, "nuts excluded", state=MemoryState.EXCLUDED)
    put(store, "nuts replaced", superseded_by="x")
    put(store, "nuts over", until=now - timedelta(days=1))
    put(store, "nuts until tomorrow", until=now + timedelta(days=1))
    wanted = {"nuts here", "nuts until tomorrow"}
    assert set(texts(store.memories.matching(("nuts",), utc_now(), 9))) == wanted
    assert set(texts(store.memories.newest(utc_now(), 9, FACT))) == wanted
    assert len(store.memories.similar(("nuts",), 9)) == 6


def test_the_newest_of_a_kind_and_the_pinned(store: Store) -> None:
    now = utc_now()
    for n in range(5):
        put(store, f"fact {n}", from_=now - timedelta(days=n), pinned=n == 4)
        put(store, f"wish {n}", PREFERENCE, from_=now - timedelta(days=n))
    assert texts(store.memories.newest(now, 2, PREFERENCE)) == ["wish 0", "wish 1"]
    assert texts(store.memories.pinned(now, 9)) == ["fact 4"]


def test_of_a_forgotten_text_only_a_seal_is_left(store: Store) -> None:
    gone = put(store, "My locker is number seventeen")
    store.memories.forget([gone.id])
    assert store.memories.was_forgotten("my locker is number seventeen!")
    assert not store.memories.was_forgotten("My locker is number eighteen")
    assert not any("locker" in value for value in store.dump())
    store.memories.add(gone)  # undone
    assert not store.memories.was_forgotten(gone.text)
