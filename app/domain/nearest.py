"""The past edits nearest to a prompt: examples for the context layer.

Cosine over inverse-document-frequency weighted words, each counted once: short prompts carry
little term frequency, and a rule this small can be explained to the user who asks "why this
example?". Sums are exact (fsum), because the order of a set differs from process to process and
the same ledger must give the same examples in each.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from app.domain.ledger import Kind, Signal, State

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=2**14)
def _terms(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def nearest_edits(prompt: str, signals: Sequence[Signal], count: int = 3) -> list[Signal]:
    """Up to `count` active edits whose prompts are most like `prompt`, the nearest last.

    The nearest stands last because a model leans most on the example just before the question.
    Ties go to the newer edit, so a changed preference wins.
    """
    edits = [s for s in signals if s.kind is Kind.EDIT and s.state is State.ACTIVE and s.edited]
    documents = [_terms(s.prompt) for s in edits]
    frequency = Counter(term for document in documents for term in document)
    total = len(documents)

    squares = {
        term: (math.log((1 + total) / (1 + often)) + 1.0) ** 2 for term, often in frequency.items()
    }
    unseen = (math.log(1 + total) + 1.0) ** 2
    query = _terms(prompt)
    query_norm = math.sqrt(math.fsum(squares.get(t, unseen) for t in query)) or 1.0

    def similarity(document: frozenset[str]) -> float:
        shared = math.fsum(squares[t] for t in query & document)
        norm = math.sqrt(math.fsum(squares[t] for t in document)) or 1.0
        return shared / (query_norm * norm)

    ranked = sorted(
        zip(edits, documents, strict=True),
        key=lambda pair: (similarity(pair[1]), pair[0].at, pair[0].id),
    )
    return [signal for signal, _ in ranked[-count:]] if count > 0 else []
