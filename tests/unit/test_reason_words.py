"""How the making of a reply is put into words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.ledger import Arm, Memory, MemoryKind, Message, Night, Origin, Role
from app.services.context import Weight
from app.services.reasons import Reason
from app.ui import reasonwords, words

NOON = datetime(2025, 11, 24, 12, tzinfo=UTC)
REPLY = Message("m", "c", 1, Role.ASSISTANT, "Hello", NOON, arm=Arm.BOTH, origin=Origin())
MEMORY = Memory("x", "Ann is a vet.", MemoryKind.FACT, NOON)
PLAIN = Reason(REPLY, (), (), None, None, is_of_this_base=True, arms={})


def test_the_base_alone() -> None:
    assert reasonwords.layers(PLAIN) == "The base model alone."


def test_all_layers_in_one_sentence() -> None:
    reply = replace(REPLY, adapter="a", origin=Origin(summary="m0"))
    night = Night("n", NOON)
    reason = replace(PLAIN, message=reply, memories=(MEMORY,), examples=(None,) * 3, night=night)
    assert reasonwords.layers(reason) == (
        "The base model with 1 thing that it knows about you, 3 of your past corrections as "
        f"examples, what it learned {words.on_day(NOON)} and a summary of the earlier messages."
    )


def test_one_example_and_a_night_that_is_gone() -> None:
    reply = replace(REPLY, adapter="a")
    reason = replace(PLAIN, message=reply, examples=(None,), is_of_this_base=False)
    assert reasonwords.layers(reason) == (
        "Another base model than today's with 1 of your past corrections as an example and what "
        "it had learned by then."
    )


def test_what_was_not_recorded_is_not_made_up() -> None:
    unknown = replace(REPLY, arm=None, origin=None)
    assert "not recorded" in reasonwords.layers(replace(PLAIN, message=unknown))
    assert reasonwords.figures(unknown) == ""


def test_figures_stand_in_one_line() -> None:
    made = Origin((), (), 1312, 250, 2, 48, 0.42, 31.4)
    assert reasonwords.figures(replace(REPLY, origin=made)) == (
        "Read 1,312 tokens, 250 of them from before · wrote 48 · first word after 0.4 s · "
        "31 tokens a second · left out 2 older turns"
    )


@pytest.mark.parametrize(
    ("weight", "warning"),
    [
        (Weight(10, 100), ""),
        (Weight(100, 100), ""),
        (Weight(101, 100, older=1), "1 older message will be summarised"),
        (Weight(101, 100, older=2), "2 older messages will be summarised"),
        (Weight(101, 100), "The oldest messages will be left out"),
        (Weight(300, 100, is_too_long=True), reasonwords.TOO_LONG),
    ],
)
def test_what_happens_on_sending_is_told_before(weight: Weight, warning: str) -> None:
    assert reasonwords.warning(weight) == warning


def test_how_full_it_will_be() -> None:
    assert "1,792 of the 3,584 tokens" in reasonwords.fullness(Weight(1792, 3584))
    assert "(50%)" in reasonwords.fullness(Weight(1792, 3584))
