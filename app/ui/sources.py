"""What the command palette finds: sources that answer at once or later, each with its heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.ledger import Conversation
from app.ui import words
from app.ui.actions import Action, Actions
from app.ui.language import tr
from app.ui.matching import Grade, best

MOST_ROWS = 8
RECENT_CONVERSATIONS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """Something found. `key` tells it from all others of its source, whatever was typed."""

    key: str
    title: str
    detail: str
    icon: str
    run: Callable[[], object]
    grade: Grade = Grade.PART


Show = Callable[[Sequence[Row]], object]


class Source(Protocol):
    """`find` gives its rows to `show` on the UI thread: before it returns, or later and then as
    often as more is found. Answers to what is no longer asked are dropped by the palette."""

    heading: str

    def find(self, typed: str, show: Show) -> None: ...


class Commands:
    """The actions that can do something now; those used last come first before one types."""

    def __init__(self, actions: Actions) -> None:
        self.heading = tr("Commands")
        self._actions = actions
        self._used: list[str] = []

    def find(self, typed: str, show: Show) -> None:
        offered = [action for action in self._actions.all.values() if action.offered()]
        if not typed.strip():
            offered.sort(key=lambda action: self._age(action.id))
            show([self._row(action) for action in offered])
            return
        fits = best(typed, [action.title for action in offered], MOST_ROWS)
        show([self._row(offered[fit.at], fit.grade) for fit in fits])

    def _row(self, action: Action, grade: Grade = Grade.PART) -> Row:
        def run() -> None:
            self._used = [action.id, *(used for used in self._used if used != action.id)]
            self._actions.run(action.id)

        key = self._actions.key_shown(action.id)
        return Row(action.id, action.title, key, action.icon, run, grade)

    def _age(self, action: str) -> int:
        return self._used.index(action) if action in self._used else len(self._used)


class Conversations:
    """Conversations by title; the newest before one types."""

    def __init__(
        self, listed: Callable[[], Sequence[Conversation]], open_one: Callable[[str], object]
    ) -> None:
        self.heading = tr("Conversations")
        self._listed = listed
        self._open = open_one

    def find(self, typed: str, show: Show) -> None:
        listed = self._listed()
        if not typed.strip():
            show([self._row(one) for one in listed[:RECENT_CONVERSATIONS]])
            return
        fits = best(typed, [one.title for one in listed], MOST_ROWS)
        show([self._row(listed[fit.at], fit.grade) for fit in fits])

    def _row(self, one: Conversation, grade: Grade = Grade.PART) -> Row:
        day = words.sentence(words.day(one.updated))
        return Row(one.id, one.title, day, "chat", lambda: self._open(one.id), grade)
