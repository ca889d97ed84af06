"""Search over all conversations that are kept: the places, conversation by conversation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.ledger import Role
from app.domain.searching import Excerpt, Term, excerpt, parse
from app.store import Store
from app.store.search import Place

LIMIT = 40
MOST_OF_ONE = 3  # hits of one conversation, so that none hides the others
TITLE_HELPS = 0.5  # what a place has over others when its title fits as well


@dataclass(frozen=True, slots=True)
class Hit:
    """A message that fits, or a conversation whose title alone does; then `message` is None."""

    conversation: str
    title: Excerpt
    message: str | None
    role: Role | None
    at: datetime
    snippet: Excerpt


class Search:
    """Thread-safe. Temporary conversations are never searched."""

    def __init__(self, store: Store) -> None:
        self._index = store.search

    def prepare(self) -> None:
        """What the first search would have to wait for."""
        self._index.prepare()

    def find(self, text: str, limit: int = LIMIT) -> list[Hit]:
        """Best first; those of one conversation follow each other. Of branches that are not shown
        as well."""
        findings = self._index.find(parse(text))
        chosen = _by_conversation(findings.places)[:limit]
        texts = self._index.texts([place.message for place in chosen if place.message])
        titles = self._index.titles([place.conversation for place in chosen])
        return [
            _hit(place, titles[place.conversation], texts.get(place.message or ""), findings.terms)
            for place in chosen
            if place.conversation in titles
        ]


def _by_conversation(places: Iterable[Place]) -> list[Place]:
    """A title that fits lifts the messages under it; it stands alone only where none fits."""
    places = list(places)
    entitled = {place.conversation: place.fit for place in places if place.message is None}
    lifted = [
        replace(place, score=place.score + TITLE_HELPS)
        if entitled.get(place.conversation) == place.fit
        else place
        for place in places
    ]
    lifted.sort(key=lambda place: (place.fit, -place.score))
    groups: dict[str, list[Place]] = {}
    for place in lifted:
        groups.setdefault(place.conversation, []).append(place)
    return [place for group in groups.values() for place in _spoken(group)[:MOST_OF_ONE]]


def _spoken(group: list[Place]) -> list[Place]:
    return [place for place in group if place.message] or group


def _hit(place: Place, title: str, text: str | None, terms: Iterable[Term]) -> Hit:
    wanted = tuple(terms)
    return Hit(
        place.conversation,
        excerpt(title, wanted, whole=True),
        place.message,
        place.role,
        place.at,
        excerpt(text or "", wanted),
    )
