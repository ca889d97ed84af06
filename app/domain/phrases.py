"""Sentences that know how they were made, so that a front end can say them in another language.

Where they cross to another process or are stored, template and facts go beside the English text,
which stays what counts: `{"template": …, "facts": {name: text, number or another of these}}`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

_SPEC = re.compile(r",?(\.\d)?[df]?")
"""How a fact may be formatted; anything more a stranger could hurt us with."""
_DEEPEST = 8


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

    def filled(self, **facts: object) -> Phrase:
        """For a table of templates, which are phrases without facts."""
        return Phrase(self.template, facts)

    def __reduce__(self) -> tuple[type[Phrase], tuple[str, dict[str, Any]]]:
        return Phrase, (self.template, self.facts)


def phrase(template: str, **facts: object) -> Phrase:
    """`phrase("No model is called {name}.", name="x")`. The template stands in the call, in full:
    what is to be translated is gathered from the source."""
    return Phrase(template, facts)


def as_said(text: str) -> dict[str, Any] | None:
    """A phrase's template and facts, for JSON; None for any other string. The learner's phrases,
    which are its own (see `adapters.phrases`), are taken as well."""
    if not hasattr(text, "template") or not hasattr(text, "facts"):
        return None
    return {"template": text.template, "facts": {n: _plain(f) for n, f in text.facts.items()}}


def restored(text: str, said: object) -> str:
    """`text` as the phrase that it was, where `said` really makes it; else as it is."""
    try:
        made = _made(said, _DEEPEST)
    except (ValueError, OverflowError):
        return text
    return made if made == text else text


def part(message: Mapping[str, Any], name: str) -> str:
    """The sentence `name` of a message from another process, a phrase again if it was one."""
    said = message.get("phrases")
    return restored(str(message[name]), said.get(name) if isinstance(said, dict) else None)


def ours(text: str) -> str:
    """A phrase of the learner's as one of ours."""
    return restored(text, as_said(text))


def _plain(fact: Any) -> Any:
    if isinstance(fact, float) and not math.isfinite(fact):
        return str(fact)  # JSON has no such number
    return (as_said(fact) or str(fact)) if isinstance(fact, str) else fact


def _made(said: object, deepest: int) -> Phrase:
    """ValueError where `said` is not what `as_said` writes."""
    match said:
        case {"template": str(template), "facts": dict(given)} if deepest:
            pass
        case _:
            raise ValueError("no phrase")
    facts = {name: _fact(fact, deepest) for name, fact in given.items()}
    for _, name, spec, conversion in Formatter().parse(template) if facts else ():
        if name is not None and (
            name not in facts or conversion or not _SPEC.fullmatch(spec or "")
        ):
            raise ValueError("not a template of these facts")
    return Phrase(template, facts)


def _fact(fact: object, deepest: int) -> str | int | float:
    if isinstance(fact, str | int | float):
        return fact
    return _made(fact, deepest - 1)
