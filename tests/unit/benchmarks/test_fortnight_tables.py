"""What is kept of the simulated fortnight, as tables."""

from __future__ import annotations

from benchmarks import fortnight_tables
from benchmarks.arms import BASE, OURS, STOCK
from tests.support.lived import line


def test_the_page_has_a_table_a_measure_and_says_what_it_rests_on() -> None:
    lines = [
        {**line(name, arm=arm, night=night), "setup": {"tests": 12}}
        for name in ("terse", "warm")
        for arm in (OURS, BASE)
        for night in (1, 2)
    ]
    text = fortnight_tables.as_markdown(lines)
    told, mails, *_, forgotten, _ = text.split("\n\n")
    assert told == "**base, ours**: means over 2 users, seed 1, 12 unseen tasks of each kind."
    assert mails.splitlines()[0] == "| e-mails, night | 1 | 2 |"
    assert mails.splitlines()[2:] == ["| base | 0.600 | 0.600 |", "| ours | 0.600 | 0.600 |"]
    assert len(forgotten.splitlines()) == 3, "the base forgets nothing, so it has no row"


def test_an_arm_that_is_not_through_comes_after_the_others_on_what_it_has() -> None:
    lives = [(name, night) for name in ("terse", "warm") for night in (1, 2)]
    lines = [line(name, arm=arm, night=night) for name, night in lives for arm in (BASE, OURS)]
    lines.append(line("warm", arm=STOCK, night=2))
    lines = [{**it, "setup": {"tests": 12}} for it in lines]
    assert fortnight_tables.everywhere(lines) == [BASE, OURS]
    first, second = fortnight_tables.as_markdown(lines).split("\n\n**")
    assert "2 users" in first and "| e-mails, night | 1 | 2 |" in first and "stock" not in first
    assert second.startswith("base, stock, ours**: means over 1 user,")
    assert "| e-mails, night | 2 |" in second
