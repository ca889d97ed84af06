"""What was wanted once and taken out again since is not learned from older rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters import learning
from adapters.examples import WITHDRAWN, Row, Span, TrainingSet, build
from adapters.heldout import asked_about, cases_of, wanted_text
from adapters.job import MIN_HELD_OUT, MIN_TRAIN
from adapters.recipe import Recipe
from adapters.runtime import Base
from adapters.withdrawn import MOST_PROMPTS, mark_withdrawn

MAIL = "Write a mail to Sam about the meeting."
SIGNATURE = "\nWarmly, Jo"


def row(age: int, kind: str, reply: str, edited: str | None = None, asked: str = MAIL) -> Row:
    turns = ({"role": "user", "content": asked},)
    return Row(f"row{age}", kind, "edit", turns, turns, reply, edited, age=age)


def body(age: int) -> str:
    return f"The meeting is on day {age}."


def signs(age: int, asked: str = MAIL) -> Row:
    return row(age, "edit", body(age), body(age) + SIGNATURE, asked)


def cuts(age: int, asked: str = MAIL) -> Row:
    return row(age, "edit", body(age) + SIGNATURE, body(age), asked)


def takes(age: int) -> Row:
    return row(age, "accept", body(age) + SIGNATURE)


def gone(rows: list[Row]) -> dict[str, str]:
    """What is withdrawn, by row."""
    found = {}
    for one in mark_withdrawn(rows):
        spans = [span for span in one.spans if span.provenance == WITHDRAWN]
        text = wanted_text(one)
        places = {place for span in spans for place in range(span.start, span.end)}
        if places:
            found[one.id] = "".join(text[place] for place in sorted(places))
    return found


def test_what_was_taken_out_twice_is_withdrawn_wherever_it_stands() -> None:
    assert gone([cuts(0), cuts(1), takes(2), signs(3)]) == {
        "row2": SIGNATURE,
        "row3": SIGNATURE,
    }


def test_once_says_what_one_reply_should_have_been() -> None:
    assert gone([cuts(0), signs(1)]) == {}


@pytest.mark.parametrize("wanted", [signs(0), takes(0)])
def test_what_was_wanted_again_since_holds(wanted: Row) -> None:
    assert gone([wanted, cuts(1), cuts(2), signs(3)]) == {}


def test_what_was_wanted_in_between_begins_the_count_anew() -> None:
    assert gone([cuts(0), takes(1), cuts(2), signs(3)]) == {}


def test_a_few_removals_do_not_outweigh_a_long_habit() -> None:
    habit = [signs(10 + n) for n in range(6)]
    assert gone([cuts(0), cuts(1), *habit]) == {}
    assert len(gone([cuts(0), cuts(1), cuts(2), *habit])) == 6


def plain(age: int, asked: str = MAIL) -> Row:
    return row(age, "accept", body(age), asked=asked)


def test_texts_that_do_without_it_since_weigh_against_what_was_put_in() -> None:
    poisoned = [signs(10 + n) for n in range(5)]
    assert gone([cuts(0), cuts(1), *poisoned]) == {}
    assert len(gone([cuts(0), cuts(1), plain(2), *poisoned])) == 5
    assert len(gone([plain(0), cuts(1), cuts(2), *poisoned])) == 5


def test_texts_of_another_kind_that_do_without_it_say_nothing() -> None:
    other = "Why does bread go stale?"
    assert gone([cuts(0), cuts(1), plain(2, other), *[signs(10 + n) for n in range(5)]]) == {}


def test_texts_that_do_without_it_do_not_stand_in_for_taking_it_out_twice() -> None:
    assert gone([cuts(0), *[plain(1 + n) for n in range(8)], signs(10)]) == {}


def test_older_texts_that_do_without_it_say_nothing_of_now() -> None:
    older = [plain(20 + n) for n in range(8)]
    assert gone([cuts(0), cuts(1), *[signs(10 + n) for n in range(5)], *older]) == {}


def test_what_the_model_said_of_itself_is_no_word_of_the_users() -> None:
    """They put it in nowhere, so that there is nothing to withdraw."""
    assert gone([cuts(0), cuts(1), takes(2)]) == {}


def test_a_line_that_was_broken_elsewhere_is_no_word_of_the_users_either() -> None:
    """Where the model's own [Name] stands in a line, and whether it goes, differs by the day."""
    kept = row(2, "edit", f"Dear all, {body(2)} Best, [Name]", f"{body(2)}\n- Best, [Name]")
    wiped = [row(n, "edit", f"{body(n)}\n- Best, [Name]", body(n)) for n in range(2)]
    assert gone([*wiped, kept]) == {}


def test_what_is_unwanted_to_one_reader_may_be_a_habit_to_another() -> None:
    friend = "Dear old Tess is coming over; something warm for her, please"
    assert gone([cuts(0), cuts(1), signs(2, friend)]) == {}


def test_what_is_pinned_holds_for_all_rows() -> None:
    pinned = replace(signs(3), pinned=True)
    assert gone([cuts(0), cuts(1), signs(2), pinned]) == {}


def test_a_rejected_reply_holds_nothing_that_was_wanted() -> None:
    assert gone([cuts(0), cuts(1), row(2, "reject", body(2) + SIGNATURE), signs(3)]) == {
        "row3": SIGNATURE
    }


def test_capitals_and_marks_make_no_other_passage() -> None:
    again = row(0, "edit", f"{body(0)}\n\n- WARMLY - jo!", body(0))
    assert gone([again, cuts(1), signs(2)]) == {"row2": SIGNATURE}


TEXTS = st.sampled_from(
    [body(0), body(0) + SIGNATURE, "Hi there," + SIGNATURE, "", "x", "\n\n", "a b\nc d e"]
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["edit", "accept", "reject"]),
        TEXTS,
        TEXTS,
        st.sampled_from([MAIL, "Why is it dark?", ""]),
    ),
    max_size=MOST_PROMPTS + 6,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_marks_lie_in_the_text_and_the_order_of_the_rows_is_no_matter(drawn, random) -> None:  # type: ignore[no-untyped-def]
    rows = [
        row(age, kind, reply, edited if kind == "edit" else None, asked)
        for age, (kind, reply, edited, asked) in enumerate(drawn)
    ]
    marked = mark_withdrawn(rows)
    shuffled = random.sample(rows, len(rows))
    assert {one.id: one for one in mark_withdrawn(shuffled)} == {one.id: one for one in marked}
    assert [replace(one, spans=()) for one in marked] == rows
    for one in marked:
        assert all(0 <= s.start < s.end <= len(wanted_text(one)) for s in one.spans)


@given(ROWS)
def test_marking_twice_is_marking_once(drawn) -> None:  # type: ignore[no-untyped-def]
    """Nothing that is told apart by spans decides."""
    rows = [
        row(age, kind, reply, edited or None, asked)
        for age, (kind, reply, edited, asked) in enumerate(drawn)
    ]
    once = mark_withdrawn(rows)
    spans = [set(one.spans) for one in mark_withdrawn(once)]
    assert spans == [set(one.spans) for one in once]


# What becomes of it


@pytest.mark.parametrize(
    "spans",
    [(), (Span(0, len(body(2)), "kept"), Span(len(body(2)), len(body(2) + SIGNATURE), "typed"))],
)
def test_what_is_withdrawn_weighs_nothing_and_the_rest_what_it_did(
    spans: tuple[Span, ...], base: Base
) -> None:
    before = [cuts(0), cuts(1), replace(signs(2), spans=spans)]
    plain, marked = (
        {one.id: one for one in build(rows, base, Recipe()).examples}["row2"]
        for rows in (before, mark_withdrawn(before))
    )
    words = plain.tokens[plain.target_start :]
    changed = [
        place
        for place, (was, now) in enumerate(zip(plain.weights, marked.weights, strict=True))
        if was != now
    ]
    assert base.detokenize([words[place] for place in changed]) == SIGNATURE
    assert {marked.weights[place] for place in changed} == {0.0}


def test_a_reply_that_was_taken_is_not_learned_there_either(base: Base) -> None:
    rows = mark_withdrawn([cuts(0), cuts(1), takes(2), signs(3)])
    taken = {one.id: one for one in build(rows, base, Recipe()).examples}["row2"]
    words = taken.tokens[taken.target_start :]
    silent = [token for token, weight in zip(words, taken.weights, strict=True) if weight == 0]
    assert base.detokenize(silent) == SIGNATURE


def test_a_night_does_not_check_itself_with_what_is_wanted_no_more(base: Base) -> None:
    rows = [cuts(0), cuts(1), replace(signs(2), held_out=True)]
    (plain,), (marked,) = (cases_of(it, base) for it in (rows, mark_withdrawn(rows)))
    assert (plain.aim, marked.aim) == (body(2) + SIGNATURE, body(2))
    words = zip(plain.wanted_tokens, plain.counted, marked.counted, strict=True)
    silent = [token for token, was, now in words if was and not now]
    assert base.detokenize(silent) == SIGNATURE


def test_which_rows_are_asked_about_does_not_depend_on_what_they_say() -> None:
    """Labels by lot: of the held-out rows those that agree would be left to be asked about."""
    rows = [cuts(0), cuts(1), *(replace(signs(n), held_out=True) for n in range(2, 5))]
    rows += [replace(cuts(n), held_out=True) for n in range(5, 7)]
    marked = mark_withdrawn(rows)
    assert {row.id for row in marked if row.has_withdrawn} == {"row2", "row3", "row4"}
    assert [row.id for row in asked_about(marked)] == [row.id for row in asked_about(rows)]


def test_a_night_marks_its_rows_and_tells_how_many(base: Base) -> None:
    rows = [cuts(n) for n in range(MIN_TRAIN)]
    rows += [replace(cuts(10 + n), held_out=True) for n in range(MIN_HELD_OUT)]
    settled = learning.still_holding([*rows, signs(20), signs(21)], base, lambda: None)
    assert {row.id for row in settled.rows if row.has_withdrawn} == {"row20", "row21"}
    told = learning._telling(settled, TrainingSet((), (), {"too long": 1}))
    assert told.left_out == {"too long": 1, "parts that were taken out again later": 2}


def test_where_nothing_else_was_corrected_there_is_no_direction_to_be_asked_for(base: Base) -> None:
    rows = [cuts(n) for n in range(MIN_TRAIN)]
    rows += [replace(signs(10 + n), held_out=True) for n in range(MIN_HELD_OUT)]
    settled = learning.still_holding(rows, base, lambda: None)
    cases = cases_of(settled.rows, base)
    assert len(cases) == MIN_HELD_OUT
    assert all(case.corrected for case in cases_of(rows, base))
    assert not any(case.corrected for case in cases)
