"""Tables go between their marks on a page, and nothing else on it changes."""

from __future__ import annotations

import pytest

from benchmarks.page import filled, markdown

MARKS = "<!-- table: {} -->\n<!-- end of table -->"
PAGE = f"Before.\n\n{MARKS.format('one')}\n\nBetween.\n\n{MARKS.format('two')}\nAfter.\n"


def test_a_table_has_a_rule_under_its_head() -> None:
    assert markdown(("what", "cost"), [["mail", "0.1"]]).splitlines() == [
        "| what | cost |",
        "| --- | --- |",
        "| mail | 0.1 |",
    ]


def test_tables_are_put_between_their_marks_and_replaced_the_next_time() -> None:
    page = filled(PAGE, {"two": r"second \1", "one": "first"})
    outside = [line for line in page.splitlines() if line and not line.startswith("<!--")]
    assert outside == ["Before.", "first", "Between.", r"second \1", "After."]
    again = filled(page, {"one": "newer", "two": r"second \1"})
    assert again == page.replace("first", "newer")


@pytest.mark.parametrize(
    ("page", "named"),
    [
        ("Nothing.", "one, two"),
        (PAGE + MARKS.format("three"), "three"),
        (PAGE + MARKS.format("two"), "twice"),
    ],
)
def test_marks_and_tables_must_be_the_same(page: str, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        filled(page, {"one": "first", "two": "second"})
