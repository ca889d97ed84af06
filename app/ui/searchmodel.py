"""The search over all conversations, without a widget: what is typed, and what was found."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.services.search import Hit, Search
from app.ui.runner import Problem, Runner


class SearchModel(QObject):
    """Asks in the background, one question at a time: what is typed meanwhile is asked next, so
    that questions never pile up. Lives on the UI thread."""

    answered = Signal()  # what was found for what is typed now
    problem = Signal(object)  # Problem

    def __init__(self, search: Search, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._runner = runner
        self._asking = False
        self.typed = ""
        self.hits: list[Hit] = []

    def prepare(self) -> None:
        """A question is about to come."""
        self._runner.call(self._search.prepare)

    def ask(self, typed: str) -> None:
        self.typed = typed.strip()
        if self.typed and not self._asking:
            self._ask()
        elif not self.typed:
            self.hits = []
            self.answered.emit()

    def again(self) -> None:
        """Conversations came, changed or went."""
        if self.typed:
            self.ask(self.typed)

    def _ask(self) -> None:
        self._asking, asked = True, self.typed
        self._runner.call(
            lambda: self._search.find(asked),
            lambda hits: self._show(asked, hits),
            partial(self._failed, asked),
        )

    def _show(self, asked: str, hits: list[Hit]) -> None:
        self._asking = False
        if asked == self.typed:
            self.hits = hits
            self.answered.emit()
        elif self.typed:
            self._ask()

    def _failed(self, asked: str, problem: Problem) -> None:
        self._asking = False
        self.problem.emit(problem)
        if self.typed and self.typed != asked:
            self._ask()
