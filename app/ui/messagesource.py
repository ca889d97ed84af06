"""What the command palette finds in the texts of all conversations."""

from __future__ import annotations

from collections.abc import Callable, Collection

from app.services.search import Hit, Search
from app.ui import words
from app.ui.language import mark
from app.ui.runner import Runner
from app.ui.sources import MOST_ROWS, Row, Show

LEAST = 2  # characters; one is in everything


class Messages:
    """Places, the best of each conversation first; titles are found by another source."""

    heading = mark("In your conversations")

    def __init__(
        self,
        search: Search,
        runner: Runner,
        open_hit: Callable[[Hit], object],
        hidden: Callable[[], Collection[str]],
    ) -> None:
        self._search = search
        self._runner = runner
        self._open = open_hit
        self._hidden = hidden

    def find(self, typed: str, show: Show) -> None:
        if len(typed.strip()) < LEAST:
            self._runner.overtake("palette")
            return
        self._runner.latest(
            "palette",
            lambda: self._search.find(typed, 2 * MOST_ROWS),
            lambda hits: show([self._row(hit) for hit in self._shown(hits)]),
        )

    def _shown(self, hits: list[Hit]) -> list[Hit]:
        hidden = self._hidden()
        told = [hit for hit in hits if hit.message and hit.conversation not in hidden]
        return told[:MOST_ROWS]

    def _row(self, hit: Hit) -> Row:
        day = words.sentence(words.day(hit.at))
        return Row(hit.message or "", hit.snippet.text, day, "search", lambda: self._open(hit))
