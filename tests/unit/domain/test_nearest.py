"""Passing over what cannot be nearest changes nothing of what is found."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.nearest import Asked, nearest

START = datetime(2026, 1, 1, tzinfo=UTC)
TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g"]), max_size=6).map(" ".join)


@st.composite
def edits(draw: st.DrawFn, pins: Sequence[bool] = (False,)) -> list[Asked]:
    prompts = draw(st.lists(TEXTS, max_size=14))
    return [
        Asked(
            f"{n:02}",
            START + timedelta(days=draw(st.integers(0, 2))),
            prompt,
            pinned=draw(st.sampled_from(pins)),
        )
        for n, prompt in enumerate(prompts)
    ]


def plainly(prompt: str, asked: list[Asked], count: int) -> list[str]:
    """Every one is compared."""
    documents = [set(edit.prompt.split()) for edit in asked]
    often = Counter(term for document in documents for term in document)
    total = len(documents)

    def weight(term: str) -> float:
        return (math.log((1 + total) / (1 + often[term])) + 1.0) ** 2

    query = set(prompt.split())
    length = math.sqrt(math.fsum(map(weight, query))) or 1.0

    def similarity(document: set[str]) -> float:
        norm = math.sqrt(math.fsum(map(weight, document))) or 1.0
        return math.fsum(map(weight, query & document)) / (length * norm)

    ranked = sorted(
        zip(asked, documents, strict=True),
        key=lambda pair: (similarity(pair[1]), pair[0].at, pair[0].id),
    )
    return [edit.id for edit, _ in ranked[-count:]]


@given(TEXTS, edits(), st.integers(1, 4))
def test_the_nearest_are_those_of_comparing_every_one(
    prompt: str, asked: list[Asked], count: int
) -> None:
    assert [edit.id for edit in nearest(prompt, asked, count)] == plainly(prompt, asked, count)


@given(TEXTS, edits(pins=(False, False, True)), st.integers(1, 4))
def test_pinned_ones_stand_first_whatever_was_asked(
    prompt: str, asked: list[Asked], count: int
) -> None:
    found = nearest(prompt, asked, count)
    pinned = [edit for edit in asked if edit.pinned]
    assert len(found) == min(count, len(asked))
    assert [edit.pinned for edit in found] == sorted((e.pinned for e in found), reverse=True)
    shown = [edit.id for edit in found if edit.pinned]
    assert shown == plainly(prompt, pinned, count)
    others = [edit for edit in asked if not edit.pinned]
    left = count - len(shown)
    assert [e.id for e in found if not e.pinned] == (plainly(prompt, others, left) if left else [])


def test_of_none_there_is_none() -> None:
    assert nearest("a", [], 3) == []
    assert nearest("a", [Asked("1", START, "a")], 0) == []
