"""Whatever is forgotten, what a night is asked to do is what it would be had it never been there.

The job decides the adapter: same job, same bytes (tests/integration/erasure). So a forgotten row
could only come back by the job: by the split, by a cap, by an example in a prompt, by an order.
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from app.domain.ledger import Kind, Memory, MemoryKind, Signal, State, Via
from app.domain.simulated import correction, rewrite
from app.sleep.job import Plan, plan, readiness
from app.store import Key, open_store

KEY = Key(bytes(range(32)))
TOPICS = ("rent", "a late train", "the choir", "soup", "the garden", "a lost key", "the roof")


def a_signal(number: int, kind: Kind, session: int, day: int, state: State) -> Signal:
    reply = f"Dear Sir or Madam, this is about {TOPICS[number % 7]}. It is number {number}. Best."
    edit = correction(
        f"Write about {TOPICS[number % 7]}.",
        reply,
        rewrite(reply),
        session=f"session {session}",
        day=day,
        copy=number,
    )
    if kind is not Kind.EDIT:
        edit = replace(edit, kind=kind, edited=None, spans=(), via=Via.COPY)
    return replace(edit, state=state)


@some.composite
def ledgers(draw: some.DrawFn) -> list[Signal]:
    """From too little for a night to more than enough, in few sessions or many."""
    sessions = draw(some.integers(1, 30))
    kinds = some.sampled_from([Kind.EDIT] * 4 + [Kind.ACCEPT, Kind.REJECT])
    states = some.sampled_from([State.ACTIVE] * 5 + [State.EXCLUDED])
    pins = some.sampled_from([False] * 4 + [True])
    made = [
        a_signal(number, draw(kinds), draw(some.integers(0, sessions)), day, draw(states))
        for number, day in enumerate(draw(some.lists(some.integers(0, 9), min_size=8, max_size=45)))
    ]
    return [replace(one, pinned=draw(pins)) for one in made]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ledgers(), gone=some.sampled_from(["Be brief.", "Use metres.", "Is called Ada."]))
def test_so_is_one_after_forgetting_what_was_stated(
    tmp_path_factory: object, rows: list[Signal], gone: str
) -> None:
    """Preferences are taught, facts are not."""
    folder = tmp_path_factory.mktemp("ledgers")
    stated = [
        Memory(text[:6], text, kind, rows[0].at)
        for text, kind in (
            ("Be brief.", MemoryKind.PREFERENCE),
            ("Use metres.", MemoryKind.PREFERENCE),
            ("Is called Ada.", MemoryKind.FACT),
        )
    ]
    plans = []
    for name, known in (("with", stated), ("never", [m for m in stated if m.text != gone])):
        with open_store(folder / name, KEY) as store:
            for memory in known:
                store.memories.add(memory)
            store.memories.forget([m.id for m in known if m.text == gone])
            plans.append(plan(rows, store.memories.all(), "Be kind."))
    after, never = plans
    assert after == never
    assert gone not in [memory.text for memory in after.preferences]


def planned(profile: Path, rows: list[Signal], forgotten: list[Signal]) -> tuple[Plan, str]:
    with open_store(profile, KEY) as store:
        memory = Memory("m", "Is called Ada.", MemoryKind.FACT, rows[0].at)
        store.memories.add(memory)
        store.signals.add_many(rows)
        store.signals.forget([row.id for row in forgotten])
        kept = store.signals.all(State.ACTIVE)
        return plan(kept, [memory], "Be kind."), readiness(kept).why


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ledgers(), gone=some.integers(1, 12), chance=some.randoms(use_true_random=False))
def test_a_night_after_forgetting_is_that_of_a_ledger_that_never_had_the_rows(
    tmp_path_factory: object, rows: list[Signal], gone: int, chance: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("ledgers")
    chance.shuffle(rows)
    forgotten, kept = rows[:gone], rows[gone:]
    mixed = chance.sample(rows, len(rows))
    if not kept:
        return
    after, said = planned(folder / "with", mixed, forgotten)
    never, said_never = planned(folder / "without", kept, [])
    assert after == never
    assert said == said_never
