"""Passages that a model rewrites: found in the text, and freed of what is put around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.passage import passage_of, rewritten, whole_sentences, whole_words

TEXT = some.text("ab \n\"'.,:\U0001f331", max_size=30)


@pytest.mark.parametrize(
    ("source", "shown", "found"),
    [
        ("Say **hello** to [Ann](http://a.example).", "hello to Ann", "hello** to [Ann"),
        ("- one\n- two words\n", "one\ntwo", "one\n- two"),
        ("It ends here. Really.", "ends here.", "ends here."),
        ("It ends here.", "ds he", "ds he"),
    ],
)
def test_what_is_selected_on_the_screen_is_found_in_the_source(
    source: str, shown: str, found: str
) -> None:
    start, end = passage_of(source, shown)
    assert source[start:end] == found


def test_the_same_words_further_down_are_not_mistaken_for_the_first() -> None:
    assert passage_of("no, no, no", "no", occurrence=2) == (8, 10)
    assert passage_of("no, no", "no", occurrence=7) == (4, 6)


def test_what_is_not_there_is_not_found() -> None:
    assert passage_of("some text", "other") is None
    assert passage_of("some text", " ... ") is None


def test_half_a_word_is_taken_as_the_word() -> None:
    assert whole_words("one two three", (5, 9)) == (4, 13)
    assert whole_words("one two three", (3, 8)) == (3, 8)


@pytest.mark.parametrize(
    "written",
    [
        "Come on Friday.",
        '"Come on Friday."',
        "Here is a shorter version:\n\nCome on Friday.",
        'Sure! Here\'s the rewritten text: "Come on Friday."',
        "```\nCome on Friday.\n```",
        "Dear Anna,\n\nCome on Friday.\n\nBest regards,\n[Your Name]",
        "Come\non Friday.",
    ],
)
def test_what_small_models_put_around_it_is_taken_off(written: str) -> None:
    assert rewritten(" I would like you to come on Friday.\n", written) == " Come on Friday.\n"


def test_a_greeting_and_a_closing_that_were_there_stay() -> None:
    passage = "Dear Anna,\n\nplease do come.\n\nBest regards,\nTom"
    written = "Hi Anna,\n\ncome!\n\nBest,\nTom"
    assert rewritten(passage, written) == written


def test_quotes_that_were_there_and_lists_stay() -> None:
    assert rewritten('"Yes."', '"No."') == '"No."'
    assert rewritten("milk and eggs", "- milk\n- eggs") == "- milk\n- eggs"


def test_a_sentence_that_was_cut_off_is_dropped_if_another_stands() -> None:
    assert whole_sentences('He said "no." And then he') == 'He said "no."'
    assert whole_sentences("Version 1.5 is what we") == "Version 1.5 is what we"


def test_nothing_written_leaves_the_passage() -> None:
    assert rewritten("Yes.", '""') == "Yes."


@given(TEXT, TEXT)
def test_the_white_space_around_the_passage_is_never_touched(passage: str, written: str) -> None:
    found = rewritten(passage, written)
    before = passage[: len(passage) - len(passage.lstrip())]
    after = passage[len(passage.rstrip()) :]
    assert found.startswith(before)
    assert found.endswith(after)
    assert bool(found.strip()) == bool(passage.strip())


@given(TEXT, some.integers(0, 30), some.integers(0, 30))
def test_whole_words_only_ever_add(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    wider = whole_words(text, (start, end))
    assert wider[0] <= start <= end <= wider[1]
    assert whole_words(text, wider) == wider
