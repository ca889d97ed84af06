"""The pure rules: provenance, nearest edits, prompts, hold-out, when to sleep."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.holdout import MIN_HELD_OUT, MIN_TRAIN, split
from app.domain.ledger import (
    Arm,
    Kind,
    Memory,
    MemoryKind,
    Provenance,
    Role,
    Signal,
    Source,
    Turn,
)
from app.domain.nearest import nearest_edits
from app.domain.prompt import assemble
from app.domain.provenance import Change, spans_of_edit, word_diff
from app.domain.schedule import Power, decide, last_due

NOW = datetime(2026, 11, 23, 3, 30, tzinfo=UTC)


def signal(name: str, prompt: str = "p", kind: Kind = Kind.EDIT, session: str = "") -> Signal:
    return Signal(
        id=name,
        at=NOW,
        session=session or name,
        source=Source.IMPORT,
        kind=kind,
        messages=(Turn(Role.USER, prompt),),
        reply="reply",
        edited=f"edited {name}" if kind is Kind.EDIT else None,
    )


# provenance


@given(st.text(), st.text())
def test_a_diff_holds_both_texts(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(p.text for p in pieces if p.change is not Change.ADDED) == before
    assert "".join(p.text for p in pieces if p.change is not Change.REMOVED) == after


@given(st.text(), st.text())
def test_spans_cover_the_edit_without_gaps(reply: str, edited: str) -> None:
    position = 0
    for span in spans_of_edit(reply, edited):
        assert span.start == position < span.end
        position = span.end
    assert position == len(edited)


def test_kept_words_are_kept_and_new_words_typed() -> None:
    spans = spans_of_edit("Dear Sam, thanks.", "hey Sam, thanks.")
    assert [(s.provenance, s.start, s.end) for s in spans] == [
        (Provenance.TYPED, 0, 3),
        (Provenance.KEPT, 3, 16),
    ]


# nearest edits and prompts


def test_the_nearest_edit_stands_last() -> None:
    rows = [
        signal("a", "an email to my landlord"),
        signal("b", "a poem about rain"),
        signal("c", "an email to my sister about rain"),
    ]
    found = nearest_edits("a poem about the rain", rows, 2)
    assert [s.id for s in found] == ["c", "b"]


def test_only_edits_are_examples() -> None:
    assert nearest_edits("p", [signal("a", kind=Kind.ACCEPT)], 3) == []


def test_arms_decide_what_the_model_reads() -> None:
    memory = Memory("m", "Lives in Bonn.", MemoryKind.FACT, NOW)
    old = Memory("n", "Lives in Kiel.", MemoryKind.FACT, NOW, superseded_by="m")
    turns = [Turn(Role.USER, "hello")]
    parts = {"system": "S", "memories": [memory, old], "signals": [signal("a", "hello you")]}
    bare = assemble(turns, arm=Arm.ADAPTER, **parts)
    assert [t.content for t in bare] == ["S", "hello"]
    rich = assemble(turns, arm=Arm.BOTH, **parts)
    assert "Bonn" in rich[0].content
    assert "Kiel" not in rich[0].content
    assert [t.content for t in rich[1:]] == ["hello you", "edited a", "hello"]


def test_later_turns_do_not_change_the_beginning() -> None:
    rows = [signal(str(n), f"topic {n}") for n in range(9)]
    turns = [Turn(Role.USER, "topic 4")]
    first = assemble(turns, system="S", arm=Arm.MEMORY, signals=rows)
    more = [*turns, Turn(Role.ASSISTANT, "x"), Turn(Role.USER, "topic 7")]
    later = assemble(more, system="S", arm=Arm.MEMORY, signals=rows)
    assert later[: len(first)] == first


# hold-out


def test_whole_sessions_are_held_out() -> None:
    rows = [signal(f"{s}-{n}", session=f"s{s}") for s in range(40) for n in range(3)]
    parts = split(rows)
    assert parts.unit == "session"
    assert not {s.session for s in parts.train} & {s.session for s in parts.held_out}
    assert 0.05 < len(parts.held_out) / len(rows) < 0.4


@given(st.sets(st.integers(0, 10_000), min_size=60, max_size=80), st.data())
def test_deleting_a_row_never_moves_another(names: set[int], data: st.DataObject) -> None:
    rows = [signal(str(n)) for n in names]
    gone = data.draw(st.sampled_from(rows))
    before, after = split(rows), split([r for r in rows if r is not gone])
    if before.unit == after.unit == "session":
        assert {s.id for s in after.held_out} == {s.id for s in before.held_out} - {gone.id}


@pytest.mark.parametrize("count", [13, 16, 48])
def test_one_long_session_can_be_learned_from(count: int) -> None:
    parts = split([signal(str(n), session="one") for n in range(count)])
    assert parts.enough
    assert parts.unit == "row"
    assert len(parts.train) >= MIN_TRAIN
    assert len(parts.held_out) >= MIN_HELD_OUT


def test_too_few_is_not_enough() -> None:
    assert not split([signal(str(n)) for n in range(12)]).enough


def test_only_edits_are_held_out() -> None:
    rows = [signal(str(n), kind=Kind.EDIT if n % 2 else Kind.ACCEPT) for n in range(200)]
    assert {s.kind for s in split(rows).held_out} == {Kind.EDIT}


# when to sleep

AT = time(3, 0)
LONG = timedelta(hours=1)


def test_a_missed_night_is_made_up_for_once() -> None:
    nine = NOW.replace(hour=9)
    long_ago, just_now = nine - timedelta(days=3), nine - timedelta(minutes=5)
    assert decide(nine, long_ago, long_ago, AT, Power(True), idle=LONG).sleep
    assert not decide(nine, just_now, just_now, AT, Power(True), idle=LONG).sleep


def test_a_failed_night_waits_for_the_next() -> None:
    nine = NOW.replace(hour=9)
    failed = nine - timedelta(minutes=5)
    assert not decide(nine, None, failed, AT, Power(True), idle=LONG).sleep
    assert decide(nine + timedelta(days=1), None, failed, AT, Power(True), idle=LONG).sleep


def test_the_first_night_needs_no_history() -> None:
    assert decide(NOW, None, None, AT, Power(True), idle=LONG).sleep


@pytest.mark.parametrize(
    ("power", "idle", "reason"),
    [
        (Power(False, 80), LONG, "Waiting for mains power."),
        (Power(True), timedelta(seconds=20), "Waiting until you are away."),
    ],
)
def test_it_waits_for_power_and_for_quiet(power: Power, idle: timedelta, reason: str) -> None:
    decision = decide(NOW, None, None, AT, power, idle=idle)
    assert not decision.sleep
    assert decision.reason == reason


def test_a_night_in_the_evening_is_not_followed_by_one_at_three() -> None:
    evening = NOW.replace(hour=22) - timedelta(days=1)
    assert not decide(NOW, evening, evening, AT, Power(True), idle=LONG).sleep


@given(
    st.datetimes(
        timezones=st.just(UTC), max_value=datetime(2100, 1, 1), min_value=datetime(2000, 1, 2)
    )
)
def test_the_last_due_moment_is_within_a_day(now: datetime) -> None:
    due = last_due(now, AT)
    assert timedelta(0) <= now - due < timedelta(days=1)
