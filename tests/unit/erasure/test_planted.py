"""What is planted: distinct, drawn by chance alone, and on the side that is trained on."""

from __future__ import annotations

import random

from app.domain import planted, simulated
from app.domain.holdout import split


def test_the_same_seed_plants_the_same_texts() -> None:
    first, second = (planted.canaries(random.Random(7), 20) for _ in range(2))
    assert first == second
    assert planted.notes(random.Random(7), 5) == planted.notes(random.Random(7), 5)
    assert planted.notes(random.Random(8), 5) != planted.notes(random.Random(7), 5)


def test_no_text_is_drawn_twice() -> None:
    for draw in (planted.canaries, planted.notes):
        texts = draw(random.Random(1), 3000).texts
        assert len(set(texts)) == 3000


def test_copies_are_rows_of_their_own() -> None:
    made = planted.canaries(random.Random(1), 3)
    rows = made.signals(made.texts, copies=4)
    assert len({row.id for row in rows}) == 12
    assert {row.edited for row in rows} == set(made.texts)


def test_none_is_held_out() -> None:
    made = planted.notes(random.Random(1), 30)
    rows = made.signals(made.texts)
    user = simulated.corrections([f"Write an email about thing {n}." for n in range(48)])
    parts = split([*user, *rows])
    assert parts.unit == "session"
    assert {row.id for row in rows} <= {row.id for row in parts.train}


def test_the_simulated_user_has_enough_for_a_night() -> None:
    user = simulated.corrections([f"Write an email about thing {n}." for n in range(48)])
    assert split(user).enough
    assert all(row.edited == simulated.rewrite(row.reply) != row.reply for row in user)
