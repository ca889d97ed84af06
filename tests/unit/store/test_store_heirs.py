"""When an adapter must go: which one takes over, and what of the forgotten row stands beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from store_support import KEY, NOON, adapter, found_in_pages, moment, night, signal, start

from app.domain.ledger import Memory, MemoryKind, Outcome
from app.domain.prompt import in_force
from app.store import Store, open_store
from app.store.errors import ScrubUnfinishedError
from app.store.layout import Layout
from app.store.migrations import back_up


def learn(store: Store, name: str, *rows: str, base: str = "ba5e") -> None:
    """A night that promotes an adapter of that name, which saw `rows`."""
    data = name.encode()
    made = adapter(name, data, rows, night=f"night-{name}", base=base)
    store.promote(night(f"night-{name}", rows=rows, base=base), made, data)


def in_use(store: Store) -> str | None:
    active = store.adapters.active()
    return active.id if active else None


@pytest.fixture
def taught(store: Store) -> Store:
    store.signals.add_many([signal(name) for name in ("a", "b", "c")])
    return store


def test_the_newest_that_never_saw_it_takes_over(taught: Store) -> None:
    learn(taught, "first", "a")
    learn(taught, "second", "a", "b")
    learn(taught, "third", "a", "b", "c")
    taught.signals.forget(["c"])
    assert in_use(taught) == "second"
    taught.signals.forget(["b"])
    assert in_use(taught) == "first"
    taught.signals.forget(["a"])
    assert in_use(taught) is None


def test_one_of_another_base_or_with_a_bad_file_does_not(taught: Store, profile: Path) -> None:
    learn(taught, "sound", "a")
    learn(taught, "altered", "a")
    learn(taught, "other", "a", base="07e4")
    learn(taught, "last", "a", "b")
    (profile / "adapters" / "altered.bin").write_bytes(b"RVA\x01" + bytes(40))
    taught.signals.forget(["b"])
    assert in_use(taught) == "sound"


def test_one_that_was_rolled_back_from_stays_off(taught: Store) -> None:
    learn(taught, "first", "a", "b")
    learn(taught, "second", "a")
    taught.adapters.activate("first")
    taught.signals.forget(["b"])
    assert in_use(taught) is None


def test_who_wants_the_base_keeps_it(taught: Store) -> None:
    learn(taught, "first", "a")
    learn(taught, "second", "a", "b")
    taught.adapters.activate(None)
    taught.signals.forget(["b"])
    assert in_use(taught) is None


def test_it_is_one_transaction_with_the_forgetting(taught: Store) -> None:
    learn(taught, "first", "a")
    learn(taught, "second", "a", "b")
    with pytest.raises(ZeroDivisionError), taught.transaction():
        taught.signals.forget(["b"])
        assert in_use(taught) == "first"
        raise ZeroDivisionError
    assert in_use(taught) == "second"
    assert taught.signals.get("b")


def test_a_memory_that_was_taken_from_a_signal_no_longer_names_it(
    store: Store, profile: Path
) -> None:
    """The id of a signal is a hash of its content."""
    store.signals.add(signal("0123456789abcdef"))
    store.memories.add(Memory("m", "Likes tea.", MemoryKind.FACT, NOON, source="0123456789abcdef"))
    store.signals.forget(["0123456789abcdef"])
    kept = store.memories.get("m")
    assert kept and kept.source is None
    assert not found_in_pages(profile, "0123456789abcdef")


def test_what_a_forgotten_memory_had_replaced_stays_history(store: Store, profile: Path) -> None:
    first = Memory("0000aaaa1111bbbb", "Lives in Kiel.", MemoryKind.FACT, NOON, until=moment(1))
    for memory in (
        replace(first, superseded_by="2222cccc3333dddd"),
        replace(first, id="2222cccc3333dddd", superseded_by="4444eeee5555ffff"),
        replace(first, id="4444eeee5555ffff", until=None),
    ):
        store.memories.add(memory)
    store.memories.forget(["2222cccc3333dddd"])
    kept = store.memories.get(first.id)
    assert kept and kept.superseded_by == "4444eeee5555ffff"
    store.memories.forget(["4444eeee5555ffff"])
    kept = store.memories.get(first.id)
    assert kept and kept.superseded_by is None
    assert not in_force(kept)
    for gone in ("2222cccc3333dddd", "4444eeee5555ffff"):
        assert not found_in_pages(profile, gone)


def test_a_memory_that_a_report_quotes_leaves_it(store: Store, profile: Path) -> None:
    store.memories.add(Memory("m", "Prefers answers in rhymes.", MemoryKind.PREFERENCE, NOON))
    quote = {"prompt": "p", "wanted": "As you said: Prefers answers in rhymes."}
    done = night("n", outcome=Outcome.KEPT, metrics={"examples": [quote], "manifest": ["m"]})
    store.nights.begin(done)
    store.memories.forget(["m"])
    kept = store.nights.get("n")
    assert kept and kept.metrics == {"examples": [], "manifest": [""]}
    assert not found_in_pages(profile, "in rhymes")


def test_a_night_that_ends_after_the_forgetting_quotes_nothing(store: Store, profile: Path) -> None:
    """What it holds in memory must not bring back what is gone from the disk."""
    store.signals.add_many([signal("0123456789abcdef", "a canary in a coal mine"), signal("b")])
    begun = night("n", rows=("0123456789abcdef", "b"))
    store.nights.begin(begun)
    store.signals.forget(["0123456789abcdef"])
    metrics = {
        "examples": [{"wanted": "edited a canary in a coal mine"}],
        "manifest": {"train_rows": ["0123456789abcdef", "b"]},
        "kl": 0.1,
    }
    store.nights.finish(replace(begun, outcome=Outcome.FAILED, metrics=metrics))
    kept = store.nights.get("n")
    assert kept and kept.rows == ("", "b")
    assert kept.metrics == {"manifest": {"train_rows": ["", "b"]}, "kl": 0.1}
    assert not found_in_pages(profile, "canary in a coal")
    assert not found_in_pages(profile, "0123456789abcdef")


def test_what_follows_a_transaction_follows_the_outermost_and_only_a_good_one(
    store: Store,
) -> None:
    called: list[str] = []
    store.when_done(lambda: called.append("at once"))
    with store.transaction():
        with store.transaction():
            store.when_done(lambda: called.append("after"))
        assert called == ["at once"]
    assert called == ["at once", "after"]
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.when_done(lambda: called.append("never"))
        raise ZeroDivisionError
    with store.transaction():
        pass
    assert called == ["at once", "after"]


def test_what_follows_follows_though_the_disk_cannot_be_tidied_up(
    store: Store, profile: Path
) -> None:
    called: list[str] = []
    (profile / "adapters").mkdir(exist_ok=True)
    (profile / "adapters" / "stuck.bin").mkdir()  # which is no file to be deleted
    with pytest.raises(ScrubUnfinishedError), store.transaction():
        store.when_done(lambda: called.append("follows"))
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.when_done(lambda: 1 / 0)
        store.when_done(lambda: called.append("all the same"))
    assert called == ["follows", "all the same"]


def test_learned_weights_alone_can_go(taught: Store, profile: Path) -> None:
    learn(taught, "first", "a")
    done = night("n2", metrics={"examples": [{"wanted": "x"}], "kl": 0.1})
    taught.promote(done, adapter("second", b"2", ("a", "b"), night="n2"), b"2")
    taught.adapters.delete_all()
    with taught.transaction():
        pass
    assert taught.adapters.all() == []
    assert list((profile / "adapters").iterdir()) == []
    assert {one.adapter for one in taught.nights.all()} == {None}
    assert taught.nights.get("n2").metrics == {"kl": 0.1}
    assert len(taught.signals.all()) == 3


class TestBackups:
    def test_which_hold_what_is_forgotten(self, taught: Store, profile: Path) -> None:
        old = back_up(taught._handle, Layout(profile), KEY, "store-v2")
        assert [one.forgotten for one in taught.backups.all()] == [0]
        taught.signals.forget(["a", "b"])
        newer = back_up(taught._handle, Layout(profile), KEY, "store-v3")
        held = {one.name: one for one in taught.backups.all()}
        assert held[old.name].forgotten == 2
        assert held[newer.name].forgotten == 0
        assert held[old.name].bytes == old.stat().st_size
        assert held[old.name].schema == taught._handle.schema_version()
        assert taught.backups.holding(["a"]) == [old.name]
        assert taught.backups.holding(["nobody"]) == []

    def test_one_that_cannot_be_read_may_hold_anything(self, taught: Store, profile: Path) -> None:
        path = back_up(taught._handle, Layout(profile), KEY, "store-v2")
        for harm in (b"", b"noise", bytes(9000)):
            path.write_bytes(harm)
            (one,) = taught.backups.all()
            assert one.schema is None
            assert taught.backups.holding(["a"]) == [path.name]

    def test_looking_changes_nothing(self, taught: Store, profile: Path) -> None:
        path = back_up(taught._handle, Layout(profile), KEY, "store-v2")
        before = path.read_bytes()
        taught.backups.all()
        assert path.read_bytes() == before
        assert [one.name for one in path.parent.iterdir()] == [path.name]

    def test_only_backups_are_deleted(self, taught: Store, profile: Path) -> None:
        path = back_up(taught._handle, Layout(profile), KEY, "store-v2")
        other = path.with_name("mine.txt")
        other.write_text("mine")
        assert taught.backups.delete([path.name, "mine.txt", "../store.db", "none.db"]) == 1
        assert [one.name for one in path.parent.iterdir()] == ["mine.txt"]
        assert (profile / "store.db").exists()


def test_killed_while_forgetting_the_heir_is_in_use_or_nothing_happened(profile: Path) -> None:
    script = """
import os, signal as signals, sys
from pathlib import Path
from store_support import KEY
from app.store import open_store
store = open_store(Path(sys.argv[1]), KEY)
left = int(sys.argv[2])
def watch(event, arguments):
    global left
    if event in ("os.remove", "open") or event.startswith("sqlite3"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signals.SIGKILL)
sys.addaudithook(watch)
store.signals.forget(["b"])
print("done", flush=True)
"""
    with open_store(profile, KEY) as store:
        store.signals.add_many([signal("a"), signal("b")])
        learn(store, "first", "a")
        learn(store, "second", "a", "b")
    for at in range(4):
        with start(script, profile, str(at)) as child:
            child.communicate(timeout=60)
        with open_store(profile, KEY) as store:
            gone = store.signals.get("b") is None
            assert in_use(store) == ("first" if gone else "second")
            assert (profile / "adapters" / "second.bin").exists() is not gone
        if gone:
            break
    assert gone
