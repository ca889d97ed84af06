"""Memories in a prompt: which, within which budget, in which words; and which ones disagree."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contradiction import contradicted, contradictions
from app.domain.ledger import Arm, Memory, MemoryKind, MemoryState, Role, Turn
from app.domain.likeness import likeness
from app.domain.prompt import line_of, opening, system_with
from app.domain.recall import LEAST, MOST, Candidates, budget, chosen, in_force
from app.domain.topics import MOST_RELATED, MOST_WORDS, related, words

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)


def memory(text: str, id_: str = "", **changes: object) -> Memory:
    kind = changes.pop("kind", MemoryKind.FACT)
    return Memory(id_ or text, text, kind, changes.pop("from_", NOW), **changes)  # type: ignore[arg-type]


MEMORIES = st.lists(
    st.builds(
        memory,
        st.text("abc ", min_size=1, max_size=60),
        id_=st.uuids().map(str),
        pinned=st.booleans(),
    ),
    max_size=12,
)


@given(MEMORIES, MEMORIES, MEMORIES, MEMORIES, st.integers(0, 400))
def test_never_more_than_the_budget_and_none_twice(
    pinned: list[Memory],
    preferences: list[Memory],
    relevant: list[Memory],
    recent: list[Memory],
    characters: int,
) -> None:
    found = chosen(Candidates(pinned, preferences, relevant, [*recent, *relevant]), characters)
    assert sum(len(m.text) for m in found) <= characters
    assert len({m.id for m in found}) == len(found)


def test_pinned_ones_go_before_all_others_and_stand_last() -> None:
    pin = memory("x" * 40, pinned=True, from_=NOW - timedelta(days=9))
    others = [memory(f"{n}" * 40) for n in range(9)]
    found = chosen(Candidates([pin], [], others, others), 100)
    assert found[-1] is pin
    assert len(found) == 2


def test_preferences_do_not_crowd_out_what_is_relevant() -> None:
    wishes = [memory(f"wish {n:02}", kind=MemoryKind.PREFERENCE) for n in range(40)]
    facts = [memory(f"fact {n:02}") for n in range(40)]
    found = chosen(Candidates((), wishes, facts, ()), 240)
    kinds = [m.kind for m in found]
    assert kinds.count(MemoryKind.FACT) > kinds.count(MemoryKind.PREFERENCE) > 0
    assert len(chosen(Candidates((), wishes, (), ()), 240)) == 240 // 11


def test_the_budget_is_a_part_of_the_context() -> None:
    assert budget(512) == LEAST
    assert budget(4096) == 2048
    assert budget(131_072) == MOST


@pytest.mark.parametrize(
    ("changes", "used"),
    [
        ({}, True),
        ({"until": NOW + timedelta(days=1)}, True),
        ({"until": NOW - timedelta(days=1)}, False),
        ({"superseded_by": "x"}, False),
        ({"state": MemoryState.PROPOSED}, False),
        ({"state": MemoryState.EXCLUDED}, False),
    ],
)
def test_what_is_in_force(changes: dict[str, object], used: bool) -> None:
    assert in_force(memory("I live in Bonn", **changes), NOW) is used


def test_first_person_is_quoted_and_dated_only_where_the_words_count_from_a_day() -> None:
    assert line_of(memory("Lives in Bonn.")) == "Lives in Bonn."
    assert line_of(memory('I say "moin"')) == "\"I say 'moin'\""
    assert line_of(memory("I'm 34")) == '"I\'m 34" (said in May 2026)'
    assert line_of(memory("I'm moving next month")).endswith("(said in May 2026)")
    assert "said in" not in line_of(memory("I live in Bonn"))
    assert system_with("S", [memory("Lives in Bonn.")]) == "S\nAbout the user:\n- Lives in Bonn."


def test_the_opening_is_the_users_first_words_without_files() -> None:
    turns = [
        Turn(Role.SYSTEM, "s"),
        Turn(Role.USER, 'first\n\nAttached file "a", quoted: x'),
        Turn(Role.USER, "second"),
    ]
    assert opening(turns) == "first"
    assert Arm.MEMORY.uses_memory


# finding


def test_stop_words_are_not_looked_for_and_topics_lead_on() -> None:
    assert words("What shall I cook for my wife?") == ("shall", "cook", "wife")
    assert "allergic" in related(["cook"])
    assert "allergic" in related(["cooking"])
    assert related(["zzz"]) == ()


@given(st.text(max_size=300))
def test_any_text_has_few_words_that_are_safe_in_a_question(text: str) -> None:
    found = words(text)
    assert len(found) <= MOST_WORDS
    assert all(word.replace("_", "").isalnum() or not word.isascii() for word in found)
    assert '"' not in "".join(found)
    assert len(related(found)) <= MOST_RELATED


def test_likeness_is_of_the_words_that_tell_something() -> None:
    assert likeness("my sister's name", "My sister is called Ann") == 100
    assert likeness("the piano", "I play the piano") == 100
    assert likeness("my sister", "I play the piano") == 0
    assert likeness("", "I play the piano") == 0


# contradictions


def test_two_values_for_one_thing_contradict() -> None:
    bonn, kiel = memory("I live in Bonn"), memory("I live in Kiel")
    ann, eva = memory("My sister is called Ann"), memory("My sister is called Eva")
    other = memory("My brother is called Tom")
    assert contradictions([bonn, ann, kiel, eva, other]) == [(bonn, kiel), (ann, eva)]
    assert contradicted("I moved to Ulm", [bonn, ann]) == [bonn]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I live in Kiel", "I live in Kiel, Germany"),
        ("I like coffee", "I like tea"),
        ("I speak German", "I speak French"),
        ("I work as a nurse", "I work at a hospital"),
        ("I have two cats", "I have a dog"),
    ],
)
def test_both_can_be_true(one: str, other: str) -> None:
    assert contradictions([memory(one), memory(other)]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I like coffee", "I hate coffee"),
        ("I prefer short answers", "I like long answers"),
        ("I'm vegan", "I'm a vegetarian"),
        ("Ich wohne in Kiel", "Ich lebe in Ulm"),
        ("The user lives in Kiel", "I live in Ulm"),
    ],
)
def test_both_cannot_be_true(one: str, other: str) -> None:
    assert len(contradictions([memory(one), memory(other)])) == 1
