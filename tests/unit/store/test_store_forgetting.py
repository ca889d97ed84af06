"""Forgetting: not a byte of a forgotten text in any decrypted page, and no adapter that saw it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlite_utils import Database
from store_support import KEY, NOON, adapter, found_in_pages, night, run, signal

from app.domain.ledger import Conversation, Memory, MemoryKind, Message, Outcome, Role
from app.domain.searching import parse
from app.store import Store, open_store
from app.store.errors import DiskFullError, ForgottenRowsError, ScrubUnfinishedError
from app.store.pages import decrypted_pages

CANARY = "canary-8d1f"


def test_the_probe_sees_what_is_there(store: Store, profile: Path) -> None:
    store.signals.add(signal("s", CANARY))
    assert found_in_pages(profile, CANARY)


@pytest.mark.parametrize("size", [1, 40, 4000])
def test_a_signals_text_is_nowhere_at_once(store: Store, profile: Path, size: int) -> None:
    store.signals.add_many([signal(f"s{i}", f"other words {i}" * 20) for i in range(60)])
    store.signals.add(signal("gone", CANARY * size))
    store.signals.add_many([signal(f"t{i}", f"other words {i}" * 20) for i in range(60)])
    assert store.signals.forget(["gone", "nobody"]) == 1
    assert not found_in_pages(profile, CANARY)
    assert len(store.signals.all()) == 120
    assert (profile / "store.db-wal").stat().st_size == 0


def test_memories_and_conversations_too(store: Store, profile: Path) -> None:
    store.memories.add(Memory("m", CANARY, MemoryKind.FACT, NOON))
    store.memories.forget(["m"])
    assert not found_in_pages(profile, CANARY)
    store.conversations.add(Conversation("c", CANARY, NOON, NOON))
    store.messages.append(Message("x", "c", 0, Role.USER, CANARY * 9, NOON))
    store.conversations.delete("c")
    assert not found_in_pages(profile, CANARY)


def test_the_words_of_a_deleted_message_leave_the_index_and_the_drafts(
    store: Store, profile: Path
) -> None:
    """The index keeps words folded to lower case; other messages keep its pages alive."""
    words = [f"Wistful{i}Canary" for i in range(200)]
    store.conversations.add(Conversation("other", "title", NOON, NOON))
    for i in range(50):
        store.messages.append(Message(f"o{i}", "other", 0, Role.USER, f"plain {i} talk", NOON))
    store.conversations.add(Conversation("c", "title", NOON, NOON))
    store.messages.append(Message("x", "c", 0, Role.USER, " ".join(words), NOON))
    store.drafts.keep("x", CANARY)
    store.conversations.delete("c")
    assert not found_in_pages(profile, CANARY)
    assert not found_in_pages(profile, "istful")
    assert len(store.messages.of("other")) == 50


def test_the_words_of_what_is_gone_are_found_no_more(store: Store, profile: Path) -> None:
    """Neither by a search, nor in the pages, nor as what a typing error may have meant."""
    store.conversations.add(Conversation("other", "title", NOON, NOON))
    store.messages.append(Message("o", "other", 0, Role.USER, "plain talk", NOON))
    store.conversations.add(Conversation("c", "Quixotic plans", NOON, NOON))
    wistful = Message("x", "c", 0, Role.USER, "a wistful canary", NOON)
    store.messages.append(wistful)
    for typed in ("wistful", "wistufl", "canary", "cnaary", "quixotic", "quixoitc"):
        assert places(store, typed), typed

    store.messages.save(replace(wistful, text="a cheerful sparrow"))
    for typed in ("wistful", "wistufl", "canary", "cnaary"):
        assert places(store, typed) == [], typed
    assert places(store, "sparorw") == ["x"]
    store._handle.scrub()  # as with the next deletion, or when the store is closed
    assert not found_in_pages(profile, "wistful")
    assert not found_in_pages(profile, "canary")
    assert not any("wistful" in words for words in remembered(store))

    store.conversations.delete("c")
    for typed in ("sparrow", "sparorw", "quixotic", "quixoitc"):
        assert places(store, typed) == [], typed
    assert remembered(store) == [["plain", "talk"], ["title"]]
    for word in ("wistful", "canary", "sparrow", "uixotic"):
        assert not found_in_pages(profile, word), word
    assert places(store, "plain") == ["o"]


def places(store: Store, typed: str) -> list[str]:
    found = store.search.find(parse(typed)).places
    return [place.message or place.conversation for place in found]


def remembered(store: Store) -> list[list[str]]:
    """The words that the search keeps in memory, of messages and of titles."""
    return [list(words.completions("")) for words in (store.search._words, store.search._titles)]


def change_something(db: Database, chance: Random, live: set[str], fresh: str) -> None:
    """Adds `fresh`, or changes or deletes one of the `live` words."""
    padding = "x" * chance.choice([5, 50, 300, 900])
    if chance.random() < 0.5 or not live:
        db.execute("INSERT INTO churn VALUES (?, ?)", [fresh, fresh + padding])
        live.add(fresh)
        return
    chosen = chance.choice(sorted(live))
    if chance.random() < 0.5:
        db.execute("UPDATE churn SET text = ? WHERE id = ?", [chosen + padding, chosen])
    else:
        db.execute("DELETE FROM churn WHERE id = ?", [chosen])
        live.discard(chosen)


@settings(max_examples=8, deadline=None)
@given(chance=some.randoms(use_true_random=True))
def test_no_remnant_after_any_history(
    tmp_path_factory: pytest.TempPathFactory, chance: Random
) -> None:
    """Indexed, growing and shrinking rows: here `secure_delete` alone leaves stale copies."""
    profile = tmp_path_factory.mktemp("history") / "profile"
    with open_store(profile, KEY) as store:
        db = store._handle.db
        db.execute("CREATE TABLE churn (id TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID")
        db.execute("CREATE INDEX churn_text ON churn (text)")
        live: set[str] = set()
        for first in range(0, 250, 25):
            with store._handle.transaction():
                for count in range(first, first + 25):
                    change_something(db, chance, live, f"{CANARY}{count:05}.")
                store._handle.want_scrub(db)
        store._handle.scrub()
        pages = b"".join(decrypted_pages(profile, KEY))
    found = {word for count in range(250) if (word := f"{CANARY}{count:05}.").encode() in pages}
    assert found == live


def test_every_adapter_that_saw_it_is_off_and_stays_off(store: Store) -> None:
    store.signals.add_many([signal("a"), signal("b")])
    store.promote(night("night-saw"), adapter("saw", b"1", ("a", "b")), b"1")
    store.signals.forget(["b"])
    assert store.adapters.active() is None
    with pytest.raises(ForgottenRowsError):
        store.adapters.activate("saw")
    assert store.adapters.active() is None


def test_the_files_of_every_adapter_that_saw_it_are_gone(store: Store, profile: Path) -> None:
    """Weights can be asked for what they learned, so to switch them off is not enough."""
    store.signals.add_many([signal("a"), signal("b")])
    store.promote(night("n1"), adapter("saw", b"1", ("a", "b"), night="n1"), b"1")
    store.promote(night("n2"), adapter("did-not", b"2", ("a",), night="n2"), b"2")
    store.signals.forget(["b"])
    assert [path.name for path in (profile / "adapters").iterdir()] == ["did-not.bin"]
    saw, did_not = store.adapters.get("saw"), store.adapters.get("did-not")
    assert saw
    assert did_not
    with pytest.raises(ForgottenRowsError):
        store.adapters.bytes_of(saw)
    assert store.adapters.bytes_of(did_not) == b"2"


def test_a_crash_before_the_files_are_deleted_is_made_good(profile: Path) -> None:
    with open_store(profile, KEY) as store:
        store.signals.add(signal("a"))
        store.promote(night("n"), adapter("saw", b"1", ("a",), night="n"), b"1")
        with store._handle.transaction() as db:
            db.execute("DELETE FROM signals")
    open_store(profile, KEY).close()
    assert list((profile / "adapters").iterdir()) == []


def test_forgetting_within_a_transaction_deletes_files_after_it(
    store: Store, profile: Path
) -> None:
    store.signals.add(signal("a"))
    store.promote(night("n"), adapter("saw", b"1", ("a",), night="n"), b"1")
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.signals.forget(["a"])
        raise ZeroDivisionError
    assert store.adapters.bytes_of(store.adapters.all()[0]) == b"1"
    with store.transaction():
        store.signals.forget(["a"])
    assert list((profile / "adapters").iterdir()) == []


def test_a_forgotten_memory_takes_the_adapters_that_were_taught_it(
    store: Store, profile: Path
) -> None:
    store.signals.add(signal("a"))
    store.memories.add(Memory("m", "Be brief.", MemoryKind.PREFERENCE, NOON))
    store.promote(night("n"), adapter("saw", b"1", ("a", "m"), night="n"), b"1")
    assert store.adapters.active()
    assert store.memories.forget(["m"]) == 1
    assert store.adapters.active() is None
    assert list((profile / "adapters").iterdir()) == []
    with pytest.raises(ForgottenRowsError):
        store.adapters.activate("saw")


def test_ids_are_made_of_texts_so_they_go_too(store: Store, profile: Path) -> None:
    """Who guesses a forgotten text must not find its hash."""
    store.signals.add_many([signal("0123456789abcdef"), signal("stays")])
    rows = ("0123456789abcdef", "stays")
    metrics = {"manifest": {"train_rows": list(rows)}, "kl": 0.1}
    done = night("n", rows=rows, metrics=metrics)
    store.promote(done, adapter("saw", b"1", rows, night="n"), b"1")
    store.signals.forget(["0123456789abcdef"])
    assert not found_in_pages(profile, "0123456789abcdef")
    kept, saw = store.nights.get("n"), store.adapters.get("saw")
    assert kept
    assert saw
    assert kept.rows == saw.rows == ("", "stays")
    assert kept.metrics == {"manifest": {"train_rows": ["", "stays"]}, "kl": 0.1}
    with pytest.raises(ForgottenRowsError):
        store.adapters.activate("saw")


def test_an_adapter_that_did_not_see_it_stays_on(store: Store) -> None:
    store.signals.add_many([signal("a"), signal("b")])
    store.promote(night("night-x"), adapter("x", b"1", ("a",)), b"1")
    store.signals.forget(["b"])
    active = store.adapters.active()
    assert active is not None
    assert active.id == "x"


def test_the_nights_metrics_no_longer_quote_it(store: Store, profile: Path) -> None:
    store.signals.add_many([signal("gone", f"{CANARY} and more words"), signal("stays", "other")])
    example = {"prompt": f"prompt {CANARY} and more words", "before": "b", "after": "a"}
    other = {"prompt": "prompt other", "before": "b", "after": "a"}
    cut_short = {"prompt": "p", "wanted": f"edited {CANARY} and"}
    metrics = {"kl": 0.1, "examples": [example, other, cut_short], "checks": [{"name": "kl"}]}
    store.nights.begin(night("n"))
    store.nights.finish(night("n", outcome=Outcome.KEPT, finished=NOON, metrics=metrics))
    store.signals.forget(["gone"])
    kept = store.nights.get("n")
    assert kept is not None
    assert kept.metrics == {"kl": 0.1, "examples": [other], "checks": [{"name": "kl"}]}
    assert not found_in_pages(profile, CANARY)


def test_a_crash_between_deleting_and_overwriting_is_made_good(profile: Path) -> None:
    script = """
import os, sys
from pathlib import Path
from store_support import KEY, signal
from app.store import open_store
store = open_store(Path(sys.argv[1]), KEY)
store.signals.add(signal("gone", sys.argv[2]))
with store._handle.transaction() as db:
    db.execute("DELETE FROM signals")
    store._handle.want_scrub(db)
os._exit(0)
"""
    run(script, profile, CANARY)
    assert found_in_pages(profile, CANARY)
    open_store(profile, KEY).close()
    assert not found_in_pages(profile, CANARY)


def test_on_a_full_disk_the_rest_is_done_later(profile: Path) -> None:
    with open_store(profile, KEY) as store:
        store.signals.add_many([signal(f"s{i}", "words " * 200) for i in range(100)])
        store.signals.add(signal("gone", CANARY))
    script = """
import resource, sys
from pathlib import Path
from store_support import KEY
from app.store import open_store
from app.store.errors import StoreError
store = open_store(Path(sys.argv[1]), KEY)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    store.signals.forget(["gone"])
except StoreError as error:
    print(type(error).__name__)
print(store.signals.get("gone"))
"""
    assert run(script, profile).split() == [ScrubUnfinishedError.__name__, "None"]
    with open_store(profile, KEY) as store:
        assert store.signals.get("gone") is None
        assert not found_in_pages(profile, CANARY)


def test_the_error_names_its_cause(tmp_path: Path) -> None:
    error = ScrubUnfinishedError(DiskFullError(tmp_path))
    assert "disk is full" in error.sentence
