"""Sentences that know how they were made, so that whoever shows them can say them in another
language. The learner is a library of its own, and so are its phrases; what reads them takes any
string that has `template` and `facts`, and the same as JSON.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any


class Phrase(str):
    """English, as any other string; besides, the template and the facts that it was made from."""

    __slots__ = ("facts", "template")
    template: str
    facts: dict[str, Any]

    def __new__(cls, template: str, facts: Mapping[str, object]) -> Phrase:
        kept = {
            name: f if isinstance(f, str | int | float) else str(f) for name, f in facts.items()
        }
        made = super().__new__(cls, template.format(**kept) if kept else template)
        made.template, made.facts = template, kept
        return made

    def as_said(self) -> dict[str, Any]:
        """Plain JSON values: facts are texts, numbers and phrases in the same form."""
        return {"template": self.template, "facts": {n: _plain(f) for n, f in self.facts.items()}}

    def __reduce__(self) -> tuple[type[Phrase], tuple[str, dict[str, Any]]]:
        return Phrase, (self.template, self.facts)


def phrase(template: str, **facts: object) -> Phrase:
    """The template stands in the call, in full: what is to be translated is gathered from the
    source."""
    return Phrase(template, facts)


def as_said(**texts: str) -> dict[str, Any]:
    """Of these texts those that are phrases, for the field "phrases" of a frame."""
    return {name: text.as_said() for name, text in texts.items() if isinstance(text, Phrase)}


def _plain(fact: Any) -> Any:
    if isinstance(fact, Phrase):
        return fact.as_said()
    if isinstance(fact, float) and not math.isfinite(fact):
        return str(fact)  # JSON has no such number
    return str(fact) if isinstance(fact, str) else fact
