"""Quoted text cannot pass for the request, whatever it holds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from app.domain.quoted import MOST, request_with

HOSTILE = st.text(alphabet=st.sampled_from("`~ \nab#>"), max_size=60)


@given(HOSTILE, HOSTILE)
def test_what_stands_between_the_marks_is_the_text_and_nothing_after_it(
    request: str, text: str
) -> None:
    turn = request_with(request, text)
    head, fence, rest = re.split(r"Quoted text:\n(`{3,})\n", turn, maxsplit=1)
    assert head.strip() == request.strip()
    # As a reader of CommonMark: the first line of at least as many marks closes it.
    lines = rest.split("\n")
    end = next(n for n, line in enumerate(lines) if re.fullmatch(f" {{0,3}}{fence}`*\\s*", line))
    assert end == len(lines) - 1, "the text closed its own fence"
    assert "\n".join(lines[:end]) == text.strip("\n")


def test_a_long_text_is_cut() -> None:
    assert len(request_with("Shorten this.", "word " * 10_000)) < MOST + 100
