"""Durable facts and preferences are found in a person's own plain words, and in nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.finding import english, find, german, kind_of, slot_of
from app.domain.finding.judged import MOST, candidates, grammar, judged, question
from app.domain.finding.pattern import Pattern
from app.domain.finding.statements import statements
from app.domain.ledger import MemoryKind

FACT, PREFERENCE = MemoryKind.FACT, MemoryKind.PREFERENCE


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("I live in Gdansk. What is the tide there?", ["I live in Gdansk"]),
        ("By the way, my son is called Ole. Thanks!", ["My son is called Ole"]),
        ("I'm allergic to wasps, what do I pack?", ["I'm allergic to wasps"]),
        ("Call me Tess, please.", ["Call me Tess"]),
        ("I'm a roofer and I hate winter.", ["I'm a roofer", "I hate winter"]),
        ("About me: I speak Czech. I'm vegan.", ["I speak Czech", "I'm vegan"]),
        ("Ich wohne in Jena. Was ist hier los?", ["Ich wohne in Jena"]),
        ("Meine Frau heißt Ida und mag Tee.", ["Meine Frau heißt Ida"]),
        ("I\u2019m vegetarian.", ["I'm vegetarian"]),
    ],
)
def test_what_is_said_outright_is_found_in_the_words_it_was_said_in(
    said: str, found: list[str]
) -> None:
    assert [one.text for one in find(said)] == found


@pytest.mark.parametrize(
    "said",
    [
        "Do I live in Gdansk?",
        "I live in Gdansk, right?",
        "If I lived in Gdansk, I would swim.",
        "I don't live in Gdansk.",
        "I used to live in Gdansk.",
        "I'm tired today.",
        "Write a story in which I live in Gdansk.",
        "Write a poem. I live in Gdansk.",
        "Translate this: I live in Gdansk.",
        "My friend says: I live in Gdansk.",
        'He wrote "I live in Gdansk and I am vegan".',
        "> I live in Gdansk.\nWhat does he want?",
        "```\nI live in Gdansk.\n```",
        "    I live in Gdansk.",
        "Dear Sir,\nI live in Gdansk.\nKind regards\nIs this polite?",
        "Suppose I'm a nurse.",
        "Maybe I'm lactose intolerant.",
        "I love this answer.",
        "Call me later.",
        "Angenommen, ich wohne in Jena.",
        "Übersetze: Ich wohne in Jena.",
        "x " * 2000 + "I live in Gdansk.",
    ],
)
def test_what_is_not_said_outright_is_left_alone(said: str) -> None:
    assert find(said) == []


def test_files_are_not_the_persons_words() -> None:
    assert (
        find('What is this?\n\nAttached file "cv.txt", quoted: x\n```\nI live in Gdansk.\n```')
        == []
    )


def test_after_a_part_was_asked_for_nothing_is_meant() -> None:
    assert find("I live in Gdansk.")
    assert find("I live in Gdansk.", ["Let's role-play: you are my doctor."]) == []
    assert find("I live in Gdansk.", ["What is the tide?"])


@given(st.text(max_size=400), st.lists(st.text(max_size=60), max_size=2))
def test_any_text_can_be_looked_through(text: str, before: list[str]) -> None:
    for one in find(text, before):
        assert one.text.casefold() in text.replace("\u2019", "'").casefold().replace('"', "")


@given(
    st.sampled_from(["I live in Gdansk.", "I'm vegan.", "My dog is called Rex."]),
    st.text(max_size=80),
)
def test_what_stands_in_a_fence_is_never_found(inside: str, around: str) -> None:
    around = around.replace("`", "").replace("~", "")
    found = [one.text for one in find(f"{around}\n```\n{inside}\n```")]
    assert inside.rstrip(".") not in found


def test_each_pattern_is_a_pattern_and_no_two_are_the_same() -> None:
    rows = (*english.PATTERNS, *german.PATTERNS)
    assert len({clause for _, _, clause in rows}) == len(rows)
    assert all(isinstance(Pattern.of(row), Pattern) for row in rows)


def test_what_is_said_of_the_user_by_another_fills_the_same_slot() -> None:
    assert (
        slot_of("The user lives in Kiel.") == slot_of("I live in Kiel") != slot_of("I live in Ulm")
    )
    assert slot_of("User's sister is called Ann") == slot_of("My sister is named Ann")
    assert slot_of("We went to Kiel once") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I live in Kiel", FACT),
        ("The bins go out on Mondays", FACT),
        ("I prefer short answers", PREFERENCE),
        ("Always greet me with Moin", PREFERENCE),
        ("Ich mag keine Ausrufezeichen", PREFERENCE),
    ],
)
def test_a_kind_is_guessed(text: str, kind: MemoryKind) -> None:
    assert kind_of(text) is kind


# what a model may judge


def test_only_what_no_pattern_knows_is_put_to_a_model() -> None:
    said = "I live in Gdansk. My shed leans to the left. What now?"
    assert candidates(said) == ["My shed leans to the left"]
    assert len(candidates(" ".join(f"My shed number {n} leans." for n in range(20)))) == MOST


def test_a_model_can_only_choose_among_the_persons_own_sentences() -> None:
    clauses = ["my shed leans", "our well is dry"]
    assert question(clauses) == "1. my shed leans.\n2. our well is dry."
    assert '"2. " word' in grammar(clauses)
    kept = judged(clauses, "1. nothing\n2. fact")
    assert [(one.text, one.kind) for one in kept] == [("Our well is dry", FACT)]


@given(st.text(max_size=80))
def test_an_answer_out_of_order_lets_nothing_stand(answer: str) -> None:
    clauses = ["my shed leans", "our well is dry"]
    for text in (
        answer,
        "2. fact\n1. fact",
        "1. fact",
        "1. fact\n2. fact\n3. fact",
        "1. fact\n2. fac",
    ):
        assert judged(clauses, text) == []


def test_statements_end_where_a_question_begins() -> None:
    assert statements("I'm vegan, what can I cook?") == ["I'm vegan"]
