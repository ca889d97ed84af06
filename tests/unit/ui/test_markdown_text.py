# ruff: noqa: RUF001  (the signs of mathematics are meant)
"""What a reply's Markdown is taken for."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.ui.markdown import Code, Growing, Prose, Quote, Segment, Table, segments


def html_of(text: str) -> str:
    return "".join(s.html for s in segments(text) if not isinstance(s, Code))


def formulas(text: str) -> list[str]:
    return re.findall(r'class="math">(.*?)</(?:span|p)>', html_of(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The sum $x_i$ is.", ["xᵢ"]),
        (r"With \(a*b*c\) and \(d\).", ["a*b*c", "d"]),
        ("Here $$E = mc^2$$ it is.", ["E = mc²"]),
        (r"Here \[E = mc^2\] it is.", ["E = mc²"]),
        ("$$\nx = 1\n$$", ["x = 1"]),
        ("$$\na\n= b\n- c\n$$\nand on", ["a = b − c"]),
        ("\\[\nx\n\\]", ["x"]),
        ("- item\n\n  $$\n  x\n  $$", ["x"]),
        ("> $y_1$", ["y₁"]),
        ("| a |\n|---|\n| $z$ |", ["z"]),
        ("it is $4ac$ and $2$.", ["4ac", "2"]),
        ("$a$-axis, ($b$)", ["a", "b"]),
        ("$a \\$ b$", ["a $ b"]),
    ],
)
def test_formulas_are_found(text: str, found: list[str]) -> None:
    assert formulas(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5, or $6 with tax.",
        "Between $5-$10 a month, $20+$5 for two.",
        "$5/month and 10$ in cash",
        "US$5 and HK$6 and A$7",
        "$HOME and $PATH, $HOME/$USER",
        "A prize of $1,000,000 and $2.5M$ or so, they say: $3 billion$",
        "`$x$` and ```$y$```",
        r"\$x\$",
        "$ x $ and $$",
        "$$$ is expensive",
        "one $\n\nand another $",
        "$$\nnot closed before\n\na blank line\n$$",
    ],
)
def test_a_price_stays_a_price(text: str) -> None:
    assert formulas(text) in ([], ["2.5M"])
    assert "$" in html_of(text)


def test_tables_and_quotes_and_code_get_views_of_their_own() -> None:
    text = "a\n\n| x | y |\n|:-:|--:|\n| 1 | 2 |\n\n> quoted\n> > deeper\n\n```py\nz\n```\nend"
    found = segments(text)
    assert [type(s) for s in found] == [Prose, Table, Quote, Code, Prose]
    assert found[1].columns == 2
    assert '<th align="center">x</th>' in found[1].html
    assert '<td align="right">2</td>' in found[1].html
    assert found[2].html.count("<blockquote>") == 1


def test_tasks_get_boxes_and_lists_nest() -> None:
    text = html_of("- [ ] open\n- [x] done\n- [y] neither\n  1. one\n     - deep\n  2. two")
    assert '<li class="unchecked">open</li>' in text
    assert '<li class="checked">done</li>' in text
    assert "<li>[y] neither" in text
    assert text.count("<ul>") == 2
    assert text.count("<ol>") == 1


def test_headings_are_paragraphs_in_sizes_of_our_own() -> None:
    assert html_of("# One\n\n###### Six") == (
        '<p class="heading h1">One</p>\n<p class="heading h6">Six</p>\n'
    )


BRICKS = st.sampled_from(
    [
        "A line of words.\n",
        "\n",
        "# Heading\n",
        "- item\n",
        "  - nested\n",
        "1. one\n",
        "```py\n",
        "x = 1\n",
        "```\n",
        "> quote\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "$$\n",
        "x^2\n",
        "===\n",
        "---\n",
        "    indented\n",
        "\\[ y \\]\n",
        "- [x] done\n",
        "long words " * 380 + "\n\n",
        "no end of line",
        "\u2028\u2029\x85",
    ]
)


@example(["A line of words.\n", "- item\n", "```py\n", "- item\n"], 1)
@example(["> quote\n", "---\n"], 1)
@example(["A line of words.\n", "- item\n", "- item\n", f"{'long words ' * 400}\n\n"], 1)
@example(["$$\n", "```py\n", "\u2028\u2029\x85", "A line of words.\n"], 1)
@example(["$$\n", "```py\n", "  ", "x = 1\n"], 1)
@example(["$$\n", "$$\n", f"{'long words ' * 380}\n\n", "A line of words.\n"], 1)
@example(["A line of words.\n", "$$\n", f"{'long words ' * 380}\n\n"], 1)
@example(["A line of words.\n\n", "$$\n", f"{'long words ' * 380}\n\n"], 1)
@example(["```py\n", "```\n", "$$\n", "x^2\n", "no end of line", "\n", "\n"], 1)
@example(["A line of words.\n"] * 8 + ["- item\n", "- item\n", f"{'long words ' * 380}\n\n"], 1)
@given(st.lists(BRICKS, max_size=12), st.integers(1, 60))
def test_a_text_that_grows_shows_what_the_whole_text_shows(bricks: list[str], step: int) -> None:
    text = "".join(bricks)
    growing = Growing()
    for end in range(0, len(text), max(step, len(text) // 30)):
        assert growing.segments(text[:end]) == segments(text[:end])
    assert growing.segments(text) == segments(text)


def test_only_the_last_segment_is_read_anew() -> None:
    growing = Growing()
    before: list[Segment] = growing.segments("one\n\n```\na\n```\n\ntwo\n")
    after = growing.segments("one\n\n```\na\n```\n\ntwo\nand three")
    assert [new is old for new, old in zip(after, before, strict=True)] == [True, True, False]
    assert growing.segments("another text") == segments("another text")


def test_a_paragraph_of_many_lines_is_read_in_one_go() -> None:
    found = segments("a\n" * 20_000)
    assert sum(prose.html.count("a") for prose in found) == 20_000
    assert max(prose.html.count("a") for prose in found) <= 101
