"""The tables give back what was put in, in the promised order, all or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from store_support import KEY, adapter, conversation, message, moment, night, run, signal

from app.domain.ledger import (
    Kind,
    Memory,
    MemoryKind,
    MemoryState,
    Outcome,
    Provenance,
    Role,
    Signal,
    Source,
    Span,
    State,
    Turn,
    Via,
)
from app.domain.phrases import Phrase, as_said, phrase
from app.store import Store, open_store
from app.store.errors import ForgottenRowsError, NotFoundError


def memory(identity: str, minutes: int = 0, **changes: object) -> Memory:
    return Memory(identity, f"fact {identity}", MemoryKind.FACT, moment(minutes), **changes)  # type: ignore[arg-type]


texts = some.text(max_size=60)
turns = some.builds(Turn, some.sampled_from(Role), texts)
spans = some.builds(Span, some.integers(0, 99), some.integers(0, 99), some.sampled_from(Provenance))
moments = some.datetimes(
    min_value=datetime(1970, 1, 2),
    max_value=datetime(2100, 1, 1),
    timezones=some.sampled_from([timezone(timedelta(hours=hours)) for hours in (-11, 0, 5)]),
)
signals = some.builds(
    Signal,
    id=some.uuids().map(str),
    at=moments,
    session=texts,
    source=some.sampled_from(Source),
    kind=some.sampled_from(Kind),
    messages=some.lists(turns, max_size=3).map(tuple),
    reply=texts,
    edited=some.none() | texts,
    spans=some.lists(spans, max_size=3).map(tuple),
    base=some.none() | texts,
    adapter=some.none() | texts,
    state=some.sampled_from(State),
    via=some.sampled_from(Via),
    message=some.none() | texts,
    pinned=some.booleans(),
)


class TestSignals:
    @settings(
        max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(some.lists(signals, max_size=4, unique_by=lambda one: one.id))
    def test_any_signal_comes_back_as_it_was(self, store: Store, batch: list[Signal]) -> None:
        store.signals.forget([one.id for one in store.signals.all()])
        assert store.signals.add_many(batch) == len(batch)
        for one in batch:
            assert store.signals.get(one.id) == one

    def test_known_ids_are_passed_over(self, store: Store) -> None:
        assert store.signals.add(signal("a", "first"))
        assert not store.signals.add(signal("a", "second"))
        batch = [signal("a", "third"), signal("b"), signal("b"), signal("c")]
        assert store.signals.add_many(batch) == 2
        assert store.signals.get("a") == signal("a", "first")
        assert store.signals.add_many([]) == 0

    def test_a_batch_is_added_whole_or_not_at_all(self, store: Store) -> None:
        bad = replace(signal("c"), at=datetime(2026, 1, 1))
        with pytest.raises(ValueError, match="zone"):
            store.signals.add_many([signal(f"s{i}") for i in range(300)] + [bad])
        assert store.signals.all() == []

    def test_oldest_first_then_order_of_arrival(self, store: Store) -> None:
        late = replace(signal("late"), at=moment(5))
        store.signals.add_many([late, signal("z"), signal("a")])
        assert [one.id for one in store.signals.all()] == ["z", "a", "late"]

    def test_pinned_ones_come_before_the_newest(self, store: Store) -> None:
        store.signals.add_many([signal(str(n), at=moment(n)) for n in range(5)])
        store.signals.pin("0", True)
        assert [one.id for one in store.signals.foremost(3)] == ["0", "3", "4"]
        assert store.signals.get("0") == signal("0", at=moment(0), pinned=True)
        store.signals.pin("0", False)
        assert [one.id for one in store.signals.foremost(3)] == ["2", "3", "4"]
        with pytest.raises(NotFoundError):
            store.signals.pin("x", True)

    def test_by_state(self, store: Store) -> None:
        store.signals.add_many([signal("a"), signal("b")])
        store.signals.set_state("b", State.QUARANTINED)
        assert [one.id for one in store.signals.all(State.QUARANTINED)] == ["b"]
        assert [one.id for one in store.signals.all(State.ACTIVE)] == ["a"]
        with pytest.raises(NotFoundError):
            store.signals.set_state("nobody", State.ACTIVE)

    def test_of_one_conversation(self, store: Store) -> None:
        for identity in ("c", "d"):
            store.conversations.add(conversation(identity))
        store.messages.add_many([message("m"), message("n", conversation="d")])
        store.signals.add_many(
            [signal("a", message="m"), signal("b", message="n"), signal("imported")]
        )
        assert [one.id for one in store.signals.of_conversation("c")] == ["a"]


class TestMemories:
    def test_round_trip_and_state(self, store: Store) -> None:
        old = memory(
            "old", 1, until=moment(5), superseded_by="new", source="s", pinned=True,
            state=MemoryState.PROPOSED,
        )  # fmt: skip
        new = memory("new", 0)
        store.memories.add(old)
        store.memories.add(new)
        assert store.memories.all() == [new, old]
        assert store.memories.all(MemoryState.PROPOSED) == [old]
        assert store.memories.get("old") == old

    def test_forget(self, store: Store) -> None:
        store.memories.add(memory("a"))
        store.memories.add(memory("b"))
        assert store.memories.forget(["a", "nobody"]) == 1
        assert [one.id for one in store.memories.all()] == ["b"]


class TestNights:
    def test_begin_and_finish(self, store: Store) -> None:
        store.signals.add_many([signal("a"), signal("b")])
        store.nights.begin(night("n"))
        assert store.nights.get("n") == night("n")
        done = night(
            "n", finished=moment(9), outcome=Outcome.KEPT, reason="Not better.", base="b",
            recipe="r1", rows=("a", "b"), metrics={"kl": 0.25, "checks": [{"name": "kl"}]},
        )  # fmt: skip
        store.nights.finish(done)
        assert store.nights.get("n") == done
        with pytest.raises(NotFoundError):
            store.nights.finish(night("unknown"))

    @pytest.mark.parametrize("metrics", [None, {"kl": 0.25}])
    def test_a_reason_keeps_what_it_was_made_from(
        self, store: Store, metrics: dict[str, object] | None
    ) -> None:
        why = phrase("{file} “{size:.1f}”", file="{ä}'\"", size=2)
        reason = phrase("{why} Sleep again.", why=why)
        store.nights.begin(night("n"))
        store.nights.finish(night("n", reason=reason, metrics=metrics))
        found = store.nights.get("n")
        assert found == night("n", reason="{ä}'\" “2.0” Sleep again.", metrics=metrics)
        assert isinstance(found.reason, Phrase)
        assert as_said(found.reason) == as_said(reason)

    def test_a_reason_that_was_stored_as_text_stays_text(self, store: Store) -> None:
        store.nights.begin(night("n", reason="Not better.", metrics={}))
        found = store.nights.get("n")
        assert found == night("n", reason="Not better.", metrics={})
        assert type(found.reason) is str

    def test_newest_first(self, store: Store) -> None:
        for identity, minutes in (("a", 1), ("b", 3), ("c", 2)):
            store.nights.begin(night(identity, started=moment(minutes)))
        assert [one.id for one in store.nights.all()] == ["b", "c", "a"]

    def test_last_success_counts_nights_that_ran_to_their_end(self, store: Store) -> None:
        assert store.nights.last_success() is None
        ends = [Outcome.SKIPPED, Outcome.KEPT, Outcome.FAILED, Outcome.INTERRUPTED]
        for minutes, outcome in enumerate(ends):
            store.nights.begin(night(outcome.value))
            store.nights.finish(night(outcome.value, finished=moment(minutes), outcome=outcome))
        assert store.nights.last_success() == moment(1)

    def test_a_night_that_was_cut_off_is_told_so_at_the_next_start(self, profile: Path) -> None:
        with open_store(profile, KEY) as store:
            store.nights.begin(night("n"))
        with open_store(profile, KEY) as store:
            found = store.nights.get("n")
        assert found is not None
        assert found.outcome is Outcome.INTERRUPTED
        assert isinstance(found.reason, Phrase)
        assert found.metrics is None
        assert found.reason
        assert found.finished is None


class TestAdapters:
    def test_promotion_switches_and_ends_the_night(self, store: Store) -> None:
        store.signals.add(signal("s"))
        for identity in ("a", "b"):
            store.nights.begin(night(f"night-{identity}"))
            data = identity.encode() * 999
            store.promote(night(f"night-{identity}"), adapter(identity, data, ("s",)), data)
        active = store.adapters.active()
        assert active == adapter("b", b"b" * 999, ("s",), active=True)
        assert store.adapters.bytes_of(active) == b"b" * 999
        assert [(one.id, one.active) for one in store.adapters.all()] == [("b", True), ("a", False)]
        ended = store.nights.get("night-b")
        assert ended is not None
        assert (ended.outcome, ended.adapter) == (Outcome.PROMOTED, "b")
        assert store.nights.last_success() == ended.finished

    def test_activate_and_switch_off(self, store: Store) -> None:
        for identity in ("a", "b"):
            data = identity.encode()
            store.promote(night(f"night-{identity}"), adapter(identity, data), data)
        store.adapters.activate("a")
        assert store.adapters.active() == adapter("a", b"a", active=True)
        store.adapters.activate(None)
        assert store.adapters.active() is None
        with pytest.raises(NotFoundError):
            store.adapters.activate("nobody")

    def test_a_failed_activation_keeps_the_active_one(self, store: Store) -> None:
        store.promote(night("night-a"), adapter("a", b"a"), b"a")
        with pytest.raises(NotFoundError):
            store.adapters.activate("nobody")
        assert store.adapters.active() is not None

    def test_a_promoted_id_is_not_taken_twice(self, store: Store) -> None:
        store.promote(night("night-a"), adapter("a", b"a"), b"a")
        with pytest.raises(ValueError, match="promoted before"):
            store.promote(night("night-a"), adapter("a", b"b"), b"b")
        assert store.adapters.bytes_of(adapter("a", b"a")) == b"a"

    def test_a_row_forgotten_during_the_night_stops_the_promotion(
        self, store: Store, profile: Path
    ) -> None:
        store.signals.add_many([signal("kept"), signal("gone")])
        store.promote(night("night-old"), adapter("old", b"old", ("kept",)), b"old")
        store.nights.begin(night("night-new"))
        store.signals.forget(["gone"])
        candidate = adapter("new", b"new", ("kept", "gone"))
        with pytest.raises(ForgottenRowsError):
            store.promote(night("night-new"), candidate, b"new")
        active = store.adapters.active()
        assert active is not None
        assert active.id == "old"
        assert [path.name for path in (profile / "adapters").iterdir()] == ["old.bin"]


def test_threads_share_one_store(store: Store) -> None:
    store.conversations.add(conversation("c"))
    faults: list[BaseException] = []

    def write(writer: int) -> None:
        try:
            for count in range(25):
                store.messages.append(message(f"{writer}-{count}"))
                store.signals.add(signal(f"{writer}-{count}"))
                store.messages.of("c")
        except BaseException as fault:  # noqa: BLE001 - told below, in the test's own thread
            faults.append(fault)

    writers = [Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert faults == []
    assert [one.position for one in store.messages.of("c")] == list(range(100))
    assert len(store.signals.all()) == 100


def test_importing_the_store_loads_nothing_heavy() -> None:
    script = (
        "import app.store, sys; "
        "print([m for m in ('PySide6', 'torch', 'transformers', 'llama_cpp', 'app.engine',"
        " 'adapters') if m in sys.modules])"
    )
    assert run(script).strip() == "[]"


def test_a_transaction_keeps_all_or_nothing(store: Store) -> None:
    store.signals.add(signal("old"))
    with pytest.raises(RuntimeError), store.transaction():
        store.signals.forget(["old"])
        store.signals.add(signal("new"))
        raise RuntimeError
    assert [s.id for s in store.signals.all()] == ["old"]
    with store.transaction():
        store.signals.forget(["old"])
        store.signals.add(signal("new"))
    assert [s.id for s in store.signals.all()] == ["new"]
