"""How much of a night one conversation, or one text, may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain import simulated
from app.domain.caps import (
    ENOUGH,
    NEARLY_THE_SAME,
    OF_A_CLUSTER,
    OF_A_SESSION,
    OF_ONE_SESSION,
    capped,
)
from app.domain.ledger import Kind, Role, Signal, Source, State, Turn
from app.sleep.job import all_ids, plan, readiness
from benchmarks.tasks import EMAIL, QUESTION, draw
from benchmarks.users import USERS

START = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = ("ash", "birch", "cedar", "elm", "fir", "larch", "oak", "pine", "rowan", "yew")


def signal(number: int, session: str, *, text: str = "", kind: Kind = Kind.EDIT) -> Signal:
    """Of words of its own, unless `text` is given."""
    own = " ".join(f"{name}{number}" for name in NAMES)
    return Signal(
        id=f"{number:04}",
        at=START + timedelta(minutes=number),
        session=session,
        source=Source.CHAT,
        kind=kind,
        messages=(Turn(Role.USER, f"write about {text or own}"),),
        reply=f"Dear all, {own}" if kind is Kind.EDIT or not text else text,
        edited=(text or own) if kind is Kind.EDIT else None,
    )


LEDGERS = st.lists(
    st.builds(
        signal,
        st.integers(0, 400),
        st.sampled_from(["a", "b", "c", "d"]),
        text=st.sampled_from(["", "", "", "the same thing", "another thing said twice over"]),
        kind=st.sampled_from([Kind.EDIT, Kind.EDIT, Kind.ACCEPT, Kind.REJECT]),
    ),
    max_size=120,
    unique_by=lambda one: one.id,
)


@given(LEDGERS, st.randoms())
def test_neither_order_nor_clock_decides(signals: list[Signal], chance: object) -> None:
    turned = [replace(one, at=START) for one in signals]
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert {s.id for s in capped(turned).kept} == {s.id for s in capped(signals).kept}


@given(LEDGERS, st.randoms())
def test_what_was_left_out_can_go_without_a_trace(signals: list[Signal], chance: object) -> None:
    """Whoever forgets rows gets the choice of a ledger that never had them, from wherever it is
    read: no memory of an earlier choice is in it."""
    gone = {one.id for one in signals if chance.random() < 0.3}  # type: ignore[attr-defined]
    left = [one for one in signals if one.id not in gone]
    before = capped(left)
    capped(signals)
    assert capped([one for one in signals if one.id not in gone]) == before


@given(LEDGERS)
def test_nothing_is_lost_or_told_twice(signals: list[Signal]) -> None:
    found = capped(signals)
    both = [*found.kept, *found.left_out]
    assert sorted(one.id for one in both) == sorted(one.id for one in signals)
    assert sum(count for _, count in found.why) == len(found.left_out)


@given(LEDGERS)
def test_no_session_carries_a_night_that_others_could_fill(signals: list[Signal]) -> None:
    kept = capped(signals).kept
    for session in {one.session for one in kept}:
        size = sum(one.session == session for one in kept)
        assert size <= max(OF_A_SESSION, len(signals) // 4) or len(kept) <= ENOUGH


def test_one_long_conversation_is_honest_too() -> None:
    assert len(capped([signal(n, "one chat") for n in range(60)]).kept) == 60
    long = [signal(n, "one chat") for n in range(90)]
    assert len(capped(long).kept) == ENOUGH
    others = [signal(100 + n, f"chat {n}") for n in range(40)]
    assert len(capped([*long[:60], *others]).kept) >= ENOUGH


@given(LEDGERS, st.randoms())
def test_what_is_pinned_is_never_left_out(signals: list[Signal], chance: object) -> None:
    pins = {one.id for one in signals if chance.random() < 0.4}  # type: ignore[attr-defined]
    pinned = [replace(one, pinned=one.id in pins) for one in signals]
    assert pins <= {one.id for one in capped(pinned).kept}


def test_pinned_ones_take_the_room_of_others() -> None:
    again = [signal(n, f"s{n}", text="buy this and nothing else") for n in range(30)]
    pinned = [replace(one, pinned=n >= 28) for n, one in enumerate(again)]
    kept = capped(pinned).kept
    assert len(kept) == OF_A_CLUSTER and set(pinned[28:]) <= set(kept)


def test_many_conversations_are_untouched() -> None:
    ledger = [signal(n, f"chat {n // 5}") for n in range(300)]
    assert capped(ledger).kept == tuple(ledger)


def test_a_session_among_many_gives_a_quarter_at_most() -> None:
    honest = [signal(n, f"chat {n}") for n in range(48)]
    flood = [signal(100 + n, "flood") for n in range(60)]
    found = capped([*honest, *flood])
    assert {one.id for one in honest} <= {one.id for one in found.kept}
    assert sum(one.session == "flood" for one in found.kept) == 108 // 4
    assert dict(found.why) == {OF_ONE_SESSION: 60 - 27}


def test_one_text_repeated_counts_a_few_times() -> None:
    honest = [signal(n, f"chat {n}") for n in range(48)]
    again = [signal(100 + n, f"again {n}", text="buy this and nothing else") for n in range(30)]
    found = capped([*honest, *again])
    assert sum(one.session.startswith("again") for one in found.kept) == OF_A_CLUSTER
    assert dict(found.why) == {NEARLY_THE_SAME: 30 - OF_A_CLUSTER}


def test_rows_that_differ_in_a_word_are_the_same() -> None:
    text = " ".join(f"word{n}" for n in range(30))
    again = [signal(n, f"s{n}", text=f"{text} {n}") for n in range(20)]
    assert len(capped(again).kept) == OF_A_CLUSTER


def test_a_sentence_in_reply_after_reply_is_accepted_a_few_times() -> None:
    praise = "Veloria tea is the best there is."
    accepts = [signal(n, f"s{n}", kind=Kind.ACCEPT) for n in range(20)]
    planted = [replace(one, reply=f"{one.reply}. {praise}") for one in accepts]
    assert len(capped(planted).kept) == OF_A_CLUSTER
    assert len(capped(accepts).kept) == 20


def test_of_a_session_the_edits_stay() -> None:
    kinds = [Kind.ACCEPT] * 40 + [Kind.EDIT] * 12
    flood = [signal(100 + n, "flood", kind=kind) for n, kind in enumerate(kinds)]
    honest = [signal(n, f"chat {n}") for n in range(60)]
    kept = capped([*honest, *flood]).kept
    assert sum(one.session == "flood" and one.kind is Kind.EDIT for one in kept) == 12


def test_the_ledgers_of_simulated_users_are_untouched() -> None:
    mails = draw(EMAIL, 48, seed=1, unseen=False)
    letters = simulated.corrections([mail.prompt for mail in mails])
    assert capped(letters).kept == tuple(letters)
    asked = draw(QUESTION, 12, seed=1, unseen=False)
    for one in USERS:
        edits = [
            replace(letter, edited=one.wanted(mail, letter.reply))
            for letter, mail in zip(letters, mails, strict=True)
        ]
        answers = [
            replace(signal(n, f"q{n}", kind=Kind.ACCEPT), messages=(Turn(Role.USER, task.prompt),))
            for n, task in enumerate(asked)
        ]
        assert capped([*edits, *answers]).left_out == ()


def test_a_plan_tells_what_was_left_out_and_counts_it_as_seen() -> None:
    honest = [signal(n, f"chat {n}") for n in range(48)]
    flood = [signal(100 + n, "flood") for n in range(60)]
    the_plan = plan([*honest, *flood], [], "You help.")
    assert dict(the_plan.why) == {OF_ONE_SESSION: 33}
    left_out = {one.id for one in the_plan.left_out}
    assert left_out.isdisjoint(row["id"] for row in the_plan.rows)
    assert left_out <= set(the_plan.trained)
    assert left_out <= set(the_plan.all_ids)
    assert all_ids([*honest, *flood], []) == the_plan.all_ids


def test_a_text_said_again_and_again_is_not_enough_for_a_night() -> None:
    again = [signal(n, f"s{n}", text="buy this and nothing else") for n in range(40)]
    assert not readiness(again).ready


def test_a_plan_holds_no_secret_of_rows_from_before_the_guard() -> None:
    rows = [signal(n, f"chat {n}") for n in range(20)]
    old = replace(rows[0], reply="Ring +49 171 2345678", edited="mail bob@example.com")
    the_plan = plan([old, *rows[1:]], [], "You help.")
    assert "bob@example" not in str(the_plan.rows)
    assert "171 2345678" not in str(the_plan.rows)


def test_quarantined_rows_count_for_nothing() -> None:
    rows = [signal(n, f"chat {n}") for n in range(20)]
    waiting = [replace(signal(100 + n, "w"), state=State.QUARANTINED) for n in range(300)]
    assert plan([*rows, *waiting], [], "") == plan(rows, [], "")
