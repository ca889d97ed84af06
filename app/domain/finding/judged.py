"""What no pattern knows may be judged by a model, sentence by sentence. Pure.

The model only says of each of the user's own statements whether it is a fact, a preference or
nothing: a grammar leaves it no other word, so that it can neither invent a memory nor put one into
words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.finding import Found, recognised, sentence
from app.domain.finding.statements import statements
from app.domain.ledger import MemoryKind

MOST = 8
"""Statements of one message that are judged."""
_LEAST_WORDS = 3
_OF_ME = re.compile(
    r"\b(?:i|i'm|i've|my|mine|we|we're|our|ich|mein\w*|mir|mich|wir|unser\w*)\b", re.IGNORECASE
)
_KINDS = {kind.value: kind for kind in MemoryKind}
_LINE = re.compile(r"(\d+)\. (fact|preference|nothing)")


def candidates(turn: str, before: Sequence[str] = ()) -> list[str]:
    """The statements of a user's turn that are about them and that no pattern knows."""
    unknown = (
        clause
        for clause in statements(turn, before)
        if len(clause.split()) >= _LEAST_WORDS and _OF_ME.search(clause)
    )
    return [clause for clause in dict.fromkeys(unknown) if recognised(clause) is None][:MOST]


def question(clauses: Sequence[str]) -> str:
    return "\n".join(f"{number}. {clause}." for number, clause in enumerate(clauses, 1))


def grammar(clauses: Sequence[str]) -> str:
    """GBNF of the answers that there can be: one word for each, in order."""
    lines = ' "\\n" '.join(f'"{number}. " word' for number in range(1, len(clauses) + 1))
    return f'root ::= {lines}\nword ::= "fact" | "preference" | "nothing"\n'


def longest(clauses: Sequence[str]) -> int:
    """Tokens that such an answer takes at most."""
    return 12 * len(clauses)


def judged(clauses: Sequence[str], answer: str) -> list[Found]:
    """What the answer lets stand. One that is not in order, or was cut, lets nothing stand."""
    lines = [_LINE.fullmatch(line) for line in answer.strip().split("\n")]
    words = [
        match.group(2) for at, match in enumerate(lines, 1) if match and match.group(1) == str(at)
    ]
    if len(words) != len(clauses) or len(lines) != len(clauses):
        return []
    pairs = zip(clauses, words, strict=True)
    return [Found(sentence(clause), _KINDS[word]) for clause, word in pairs if word in _KINDS]
