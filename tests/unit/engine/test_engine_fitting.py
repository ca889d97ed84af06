"""Which turns are left out when a conversation outgrows the context window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.errors import LearnerError
from app.engine.fitting import fit

Turn = dict[str, str]


def words(turns: list[Turn]) -> list[int]:
    """One token a word and two a turn, like a chat template's markers."""
    return [0] * sum(2 + len(turn["content"].split()) for turn in turns)


def conversation(pairs: int, length: int) -> list[Turn]:
    turns = [{"role": "system", "content": "be kind"}]
    for _ in range(pairs):
        turns.append({"role": "user", "content": "u " * length})
        turns.append({"role": "assistant", "content": "a " * length})
    return [*turns, {"role": "user", "content": "last question"}]


def test_what_fits_is_left_alone() -> None:
    turns = conversation(2, 3)
    fitted = fit(turns, words, n_ctx=100, max_tokens=20)
    assert fitted.dropped == 0
    assert fitted.tokens == words(turns)


def test_the_oldest_pair_goes_first() -> None:
    turns = conversation(3, 10)  # 4 + 3 * 24 + 4 = 80 tokens
    fitted = fit(turns, words, n_ctx=80, max_tokens=20)
    assert fitted.dropped == 2
    assert len(fitted.tokens) == 80 - 24


@given(
    pairs=st.integers(0, 12),
    length=st.integers(1, 9),
    n_ctx=st.integers(24, 200),
    max_tokens=st.integers(1, 300),
)
def test_properties(pairs: int, length: int, n_ctx: int, max_tokens: int) -> None:
    turns = conversation(pairs, length)
    read: list[list[Turn]] = []

    def remember(kept: list[Turn]) -> list[int]:
        read.append(kept)
        return words(kept)

    fitted = fit(turns, remember, n_ctx=n_ctx, max_tokens=max_tokens)
    kept = read[-1] if fitted.dropped else turns
    budget = n_ctx - min(max_tokens, n_ctx // 2)
    assert len(fitted.tokens) == len(words(kept)) <= budget
    assert kept[0] == turns[0]
    assert kept[-1] == turns[-1]
    assert kept[1]["role"] == "user"
    assert kept[1:] == turns[1 + fitted.dropped :]
    if fitted.dropped:
        assert len(words([turns[0], *turns[1 + fitted.dropped - 2 :]])) > budget


def test_one_message_that_cannot_fit_is_told_with_numbers() -> None:
    turns = [{"role": "user", "content": "w " * 500}]
    with pytest.raises(LearnerError) as told:
        fit(turns, words, n_ctx=100, max_tokens=40)
    assert told.value.title == "Prompt too long"
    assert "502 tokens" in told.value.sentence
    assert "60" in told.value.sentence
    assert told.value.remedy


@pytest.mark.parametrize(
    "turns",
    [
        [],
        [{"role": "system", "content": "be kind"}],
        [{"role": "user", "content": " \n\t"}],
        [{"role": "user", "content": "a"}, {"role": "user", "content": ""}],
    ],
)
def test_nothing_to_answer(turns: list[Turn]) -> None:
    with pytest.raises(LearnerError, match="empty"):
        fit(turns, words, n_ctx=100, max_tokens=40)
