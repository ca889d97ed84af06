"""How many turns of a conversation that is too long become a summary."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger import Arm, Role, Summary, Turn
from app.domain.prompt import Material
from app.engine.client import Counted
from app.engine.fitting import room_for_prompt
from app.services.context import LONGEST, SHARE, Question, _ends, _to_fold, _to_last_sentence

N_CTX = 400
RESERVE = min(LONGEST, N_CTX // SHARE)


def count(turns: Sequence[Turn]) -> Counted:
    """One token a word and two a turn."""
    return Counted(sum(2 + len(turn.content.split()) for turn in turns), N_CTX)


def question(lengths: Sequence[int], last: int = 5, summary: Summary | None = None) -> Question:
    turns = [
        Turn(role, "word " * length) for length in lengths for role in (Role.USER, Role.ASSISTANT)
    ]
    asked = Turn(Role.USER, "word " * last)
    return Question((*turns, asked), Arm.BASE, None, Material(), "be kind", summary)


def tokens(asked: Question) -> int:
    return count(asked.prompt()).tokens


@given(
    lengths=st.lists(st.integers(0, 60), max_size=12),
    last=st.integers(1, 400),
    max_tokens=st.integers(1, 300),
)
def test_what_is_left_fits_with_its_summary(lengths: list[int], last: int, max_tokens: int) -> None:
    whole = question(lengths, last)
    room = room_for_prompt(N_CTX, max_tokens)
    fold = _to_fold(whole, max_tokens, count)
    if tokens(whole) <= room:
        assert fold == 0
    if fold:
        rest = question(lengths[fold // 2 :], last)
        assert fold in _ends(whole.turns)
        assert tokens(rest) + RESERVE <= room
        if fold < len(whole.turns) - 1:
            assert tokens(rest) + RESERVE <= room // 2, "the next turn would overflow again"
        more = question(lengths[fold // 2 - 1 :], last)
        assert tokens(more) + RESERVE > room // 2, "more than needed was folded"


def test_what_cannot_be_helped_is_not_tried() -> None:
    assert _to_fold(question([]), 20, count) == 0
    assert _to_fold(question([10, 10], last=390), 20, count) == 0


def test_an_exchange_ends_where_a_reply_is_followed_by_the_user() -> None:
    user, reply = Turn(Role.USER, "u"), Turn(Role.ASSISTANT, "a")
    assert _ends([user, reply, user, reply, user]) == [2, 4]
    assert _ends([user, user, reply, user]) == [3], "an unanswered message goes with the next"
    assert _ends([user]) == []


def test_a_summary_stands_in_the_system_turn() -> None:
    earlier = question([3], summary=Summary("m", "base", "They spoke of the sea.")).prompt()
    plain = question([3]).prompt()
    assert earlier[0].content == "be kind\nEarlier in this conversation: They spoke of the sea."
    assert earlier[1:] == plain[1:]


def test_a_summary_that_was_cut_ends_with_a_sentence() -> None:
    assert _to_last_sentence("One. Two\nlines! And then the") == "One. Two lines!"
    assert _to_last_sentence("no end at all") == "no end at all"
