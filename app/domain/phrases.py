"""Sentences that know how they were made, so that a front end can say them in another language."""

from __future__ import annotations


class Phrase(str):
    """English, as any other string; besides, the template and the facts that it was made from."""

    __slots__ = ("facts", "template")
    template: str
    facts: dict[str, object]

    def __new__(cls, template: str, facts: dict[str, object]) -> Phrase:
        made = super().__new__(cls, template.format(**facts) if facts else template)
        made.template, made.facts = template, facts
        return made


def phrase(template: str, **facts: object) -> Phrase:
    """`phrase("No model is called {name}.", name="x")`. The template stands in the call, in full:
    what is to be translated is gathered from the source."""
    return Phrase(template, facts)
