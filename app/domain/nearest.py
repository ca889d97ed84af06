"""The past edits nearest to a prompt: examples for the context layer.

Cosine over inverse-document-frequency weighted words, each counted once: short prompts carry
little term frequency, and a rule this small can be explained to the user who asks "why this
example?". Sums are exact (fsum), because the order of a set differs from process to process and
the same ledger must give the same examples in each.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import chain

from app.domain.ledger import Kind, Signal, State

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Asked:
    """Of a past edit what it is found by: the prompt, and when; `message` is its reply's. A pinned
    one is taken before all others."""

    id: str
    at: datetime
    prompt: str
    message: str | None = None
    pinned: bool = False


@lru_cache(maxsize=2**14)
def _terms(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def forget() -> None:
    """No word of any text stays in memory."""
    _terms.cache_clear()


def nearest_edits(prompt: str, signals: Sequence[Signal], count: int = 3) -> list[Signal]:
    """Up to `count` active edits: those that are pinned, then those whose prompts are most like
    `prompt`, of both the nearest, and the nearest last.

    The nearest stands last because a model leans most on the example just before the question.
    Ties go to the newer edit, so a changed preference wins.
    """
    edits = {
        s.id: s for s in signals if s.kind is Kind.EDIT and s.state is State.ACTIVE and s.edited
    }
    asked = [Asked(s.id, s.at, s.prompt, pinned=s.pinned) for s in edits.values()]
    return [edits[one.id] for one in nearest(prompt, asked, count)]


def nearest(prompt: str, edits: Sequence[Asked], count: int) -> list[Asked]:
    """The same of what edits are found by: thousands are compared in some milliseconds."""
    pinned = _nearest(prompt, [edit for edit in edits if edit.pinned], count)
    others = [edit for edit in edits if not edit.pinned]
    return [*pinned, *_nearest(prompt, others, count - len(pinned))]


def _nearest(prompt: str, edits: Sequence[Asked], count: int) -> list[Asked]:
    if count <= 0:
        return []
    documents = [_terms(edit.prompt) for edit in edits]
    frequency = Counter(chain.from_iterable(documents))
    total = len(documents)
    squares = {
        term: (math.log((1 + total) / (1 + often)) + 1.0) ** 2 for term, often in frequency.items()
    }
    unseen = (math.log(1 + total) + 1.0) ** 2
    query = _terms(prompt)
    query_norm = math.sqrt(math.fsum(squares.get(t, unseen) for t in query)) or 1.0
    square = squares.__getitem__
    shared = [math.fsum(map(square, query & document)) for document in documents]
    best: list[tuple[float, datetime, str, int]] = []
    for at in sorted(range(total), key=shared.__getitem__, reverse=True):
        # A text is at least as long as what it shares, so it can be no nearer than this; the
        # hair's breadth is for rounding.
        if len(best) == count and math.sqrt(shared[at]) / query_norm < best[0][0] - 1e-9:
            break
        norm = math.sqrt(math.fsum(map(square, documents[at]))) or 1.0
        place = (shared[at] / (query_norm * norm), edits[at].at, edits[at].id, at)
        (heapq.heappush if len(best) < count else heapq.heappushpop)(best, place)
    return [edits[at] for *_, at in sorted(best)]
