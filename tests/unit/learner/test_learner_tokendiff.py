"""What an edit did, in tokens: what changed, and where the text became shorter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from adapters.tokendiff import changed_tokens, cuts

TEXTS = st.lists(st.integers(0, 9), max_size=30)


def test_a_cut_in_the_middle_marks_where_the_texts_part() -> None:
    before, after = changed_tokens([1, 2, 3, 4, 9], [1, 4, 9])
    assert before == [False, True, True, False, False]
    assert after == [False, True, False]


def test_a_cut_is_told_where_the_text_goes_on() -> None:
    assert cuts([1, 2, 3, 4, 5, 6, 7, 9], [1, 2, 3, 4, 9]) == {4: 3}
    assert cuts([5, 6, 1, 2, 3, 4], [1, 2, 3, 4]) == {0: 2}
    assert cuts([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 8]) == {4: 2}  # replaced by less


def test_an_insertion_is_no_cut_nor_is_a_replacement_of_the_same_length() -> None:
    assert cuts([1, 2, 3, 4, 9], [1, 2, 3, 4, 5, 6, 9]) == {}
    assert cuts([1, 2, 3, 4, 5, 9], [1, 2, 3, 4, 6, 9]) == {}


def test_what_unrelated_texts_share_by_chance_is_not_followed() -> None:
    assert cuts([1, 2, 7, 3, 4, 5, 9], [8, 2, 3, 6, 9]) == {}


@given(TEXTS, TEXTS)
def test_cuts_stand_on_changed_tokens_and_are_no_longer_than_the_reply(
    before: list[int], after: list[int]
) -> None:
    _, changed = changed_tokens(before, after)
    for place, lost in cuts(before, after).items():
        assert changed[place]
        assert 0 < lost <= len(before)


@given(TEXTS)
def test_an_unchanged_text_has_none(text: list[int]) -> None:
    assert cuts(text, text) == {}
