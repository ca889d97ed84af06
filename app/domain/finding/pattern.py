"""The form of a pattern: what kind of statement it is, what it is about, how it is said. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.ledger import MemoryKind

FACT, PREFERENCE = MemoryKind.FACT, MemoryKind.PREFERENCE

Row = tuple[MemoryKind, str, str]
"""Kind, what it is about, and the clause as a regular expression. About: empty where many such
statements can be true at once; "{r} name" with groups of the clause; "taste {v}=liked" where the
value is no part of the clause, which else is its group `v`."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What a statement says something about, and what it says: both folded."""

    about: str
    value: str


@dataclass(frozen=True, slots=True)
class Pattern:
    regex: re.Pattern[str]
    kind: MemoryKind
    about: str

    @classmethod
    def of(cls, row: Row) -> Pattern:
        kind, about, clause = row
        return cls(re.compile(clause, re.IGNORECASE), kind, about)

    def slot(self, match: re.Match[str]) -> Slot | None:
        """What the statement fills, where only one thing can be true."""
        groups = {name: fold(value or "") for name, value in match.groupdict().items()}
        about, _, value = self.about.format(**groups).partition("=")
        value = value or _ARTICLE.sub("", groups.get("v", ""))
        return Slot(about, value) if about and value else None


_ARTICLE = re.compile(r"^(?:an?|the|eine?[mnrs]?|de[rnm]|die|das) ")


def fold(text: str) -> str:
    """To compare: the words alone, without capitals."""
    return " ".join(re.findall(r"[\w+#]+", text.casefold()))
