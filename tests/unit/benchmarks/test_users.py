"""Simulated users: what they would make of a reply is left alone when they see it again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.tasks import BOSS, EMAIL, FRIEND, Task
from benchmarks.users import NEWCOMERS, USERS, User

REPLIES = (
    "Subject: Keys\n\nDear Sir,\n\nI hope this finds you well. I am in the office. The keys are in "
    "a box! We will not move it. It is heavy.\n\nBest regards,\n[Your Name]",
    "1. I have the key.\n2. Do not open the door.\n3. A plumber will come.\n\nThanks,",
    "Hello,\n- The water is off.\n- I cannot say when it will be back.",
    "I will. We would. Yes.",
)
SENTENCES = st.sampled_from(
    ["I am here.", "The box is full.", "We will come.", "Do not wait!", "Is it a plan?"]
)


@pytest.mark.parametrize("one", (*USERS, *NEWCOMERS), ids=lambda one: one.name)
@given(replies=st.one_of(st.sampled_from(REPLIES), st.lists(SENTENCES, min_size=1).map(" ".join)))
def test_what_is_right_already_costs_nothing(one: User, replies: str) -> None:
    for reader in (BOSS, FRIEND):
        task = Task(EMAIL, "an e-mail", reader)
        wanted = one.wanted(task, replies)
        assert one.wanted(task, wanted) == wanted


NEW = {
    "numbered": "1. I hope this finds you well.\n2. I am in the office.\n3. The keys are in a box!"
    "\nPat Lund",
    "telegram": "Hope this finds you well. / Am in office. / Keys are in box!",
    "contracted": "I hope this finds you well. I'm in the office. The keys are in a box! We'll "
    "not move it.\nSee you, Al",
    "postscript": "I hope this finds you well. I am in the office.\nLin\nPS The keys are in a box!",
}


@pytest.mark.parametrize("one", NEWCOMERS, ids=lambda one: one.name)
def test_newcomers(one: User) -> None:
    assert one.wanted(Task(EMAIL, "an e-mail", BOSS), REPLIES[0]) == NEW[one.name]


def test_names_are_told_apart() -> None:
    names = [one.name for one in (*USERS, *NEWCOMERS)]
    assert len(set(names)) == len(names)
