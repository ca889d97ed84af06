"""Whether an answer heeds a stated preference is measured by rule."""

from __future__ import annotations

import pytest

from benchmarks.stated import ARMS, PREFERENCES, TOLD, _table

HEEDED = {one.name: one.heeded for one in PREFERENCES}


@pytest.mark.parametrize(
    ("name", "answer", "value"),
    [
        ("short", "Salt lowers the melting point.", 5),
        ("short", "", 0),
        ("lower case", "all small, 12", 1.0),
        ("lower case", "AbCd", 0.5),
        ("lower case", "123", 1.0),
        ("lists", "- one\n\n- two\n", 2),
    ],
)
def test_heeded(name: str, answer: str, value: float) -> None:
    assert HEEDED[name](answer) == value


def test_the_told_base_writes_no_mails_and_the_table_says_so() -> None:
    found = {arm: {"heeded": 12.0, "nll": 0.5, "mail": 0.25} for arm in ARMS}
    del found[TOLD]["mail"]
    rows = _table(PREFERENCES[0], found).splitlines()
    assert [row.split()[-1] for row in rows[-len(ARMS) :]] == ["0.250", "-", "0.250", "0.250"]
