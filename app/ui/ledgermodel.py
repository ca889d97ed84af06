"""What the pages of memories and corrections have in common, without a widget: rows that are read,
sifted and ordered in the background; forgetting with an undo; files.

What the person does is seen at once, and told to the store meanwhile.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from app.services import Reverie
from app.services.forgetting import Forgotten
from app.services.panel import Use
from app.services.transcripts import NOT_ENCRYPTED
from app.ui.language import tr
from app.ui.ledgerrows import Entry
from app.ui.runner import Problem, Runner, problem_of

FIRST = 100
"""Rows that are read before all others: more than any screen shows."""

E = TypeVar("E", bound=Entry)
Q = TypeVar("Q")


class LedgerModel(QObject, Generic[E, Q]):
    """`entries` is all there is, `rows` what is listed of it. Lives on the UI thread."""

    listed = Signal()  # `entries`, `rows` or `question` is new
    said = Signal(str, object)  # what was done, and what takes it back
    altered = Signal()  # the store says something else now
    problem = Signal(object)  # Problem
    name = ""

    def __init__(
        self, services: Reverie, runner: Runner, question: Q, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self.question = question
        self.entries: list[E] = []
        self.rows: list[Entry] = []
        self.was_read = False  # at least what comes first
        self.complete = False
        self._hidden: frozenset[str] = frozenset()

    # what a page of its own kind brings

    @abstractmethod
    def _read(self, most: int | None) -> list[E]:
        """All, or so many of those that come first. Slow."""

    @abstractmethod
    def _sifted(self, entries: Sequence[E], question: Q) -> list[Entry]:
        """Slow where there are many."""

    @abstractmethod
    def _forget(self, keys: Sequence[str]) -> Forgotten:
        """Slow."""

    @abstractmethod
    def _forgotten(self, count: int) -> str:
        """A sentence."""

    @abstractmethod
    def _export(self, file: Path, keys: Collection[str]) -> None:
        """Slow."""

    # reading

    def refresh(self) -> None:
        """The first time, what comes first is shown before all the rest is read."""
        if self.complete:
            self._read_all()
        else:
            self._runner.latest(f"{self.name}: read", lambda: self._read(FIRST), self._got_first)

    def ask(self, question: Q) -> None:
        """What is to be listed, and in which order."""
        if question != self.question:
            self.question = question
            self._sift()

    def use_of(self, key: str, show: Callable[[Use], object]) -> None:
        """What is told of a row when it is opened."""
        self._runner.call(lambda: self._services.panel.use_of(key), show, self.problem.emit)

    # doing

    def forget(self, keys: Collection[str]) -> None:
        """Out of sight at once, out of the store soon; undone from what is `said`."""
        wanted = tuple(keys)
        self._runner.overtake(f"{self.name}: read")
        self._hidden |= set(wanted)
        self._sift()

        def failed(problem: Problem) -> None:
            self._hidden -= set(wanted)
            self._failed(problem)

        def done(forgotten: Forgotten) -> None:
            self.entries = [one for one in self.entries if one.key not in wanted]
            self._hidden -= set(wanted)
            count = len(forgotten.memories) + len(forgotten.signals)
            if count:
                told = " ".join(filter(None, (self._forgotten(len(wanted)), about(forgotten))))
                self.said.emit(told, lambda: self._undo(forgotten))
            if forgotten.unfinished is not None:
                self.problem.emit(problem_of(forgotten.unfinished))
            self._done()

        self._runner.in_turn(self.name, lambda: self._forget(wanted), done, failed)

    def export(self, file: Path, keys: Collection[str]) -> None:
        """Over the file of that name, if there is one: the dialog has asked."""
        told = tr("Saved as {name}. {warning}", name=file.name, warning=NOT_ENCRYPTED)
        self._runner.call(
            lambda: self._export(file, frozenset(keys)),
            lambda _: self.said.emit(told, None),
            self.problem.emit,
        )

    # inside

    def _undo(self, forgotten: Forgotten) -> None:
        self._change(lambda: self._services.forgetting.undo(forgotten))

    def _change(
        self, work: Callable[[], object], told: str = "", back: Callable[[], object] | None = None
    ) -> None:
        """`told` and `back`: what to say once it is done, and what takes it back."""

        def done(_: object) -> None:
            if told:
                self.said.emit(told, back)
            self._done()

        self._runner.in_turn(self.name, work, done, self._failed)

    def _overlay(self, new: dict[str, E]) -> None:
        """How rows will be, before the store says so."""
        self._runner.overtake(f"{self.name}: read")
        self.entries = [new.get(one.key, one) for one in self.entries]
        self._sift()

    def _done(self) -> None:
        self.refresh()
        self.altered.emit()

    def _failed(self, problem: Problem) -> None:
        self.refresh()
        self.problem.emit(problem)

    def _read_all(self) -> None:
        self._runner.latest(f"{self.name}: read", lambda: self._read(None), self._got)

    def _got_first(self, entries: list[E]) -> None:
        self.was_read = True
        self.entries = entries
        self._sift()
        self._read_all()

    def _got(self, entries: list[E]) -> None:
        self.was_read = self.complete = True
        self.entries = entries
        self._sift()

    def _sift(self) -> None:
        entries, question, hidden = self.entries, self.question, self._hidden

        def work() -> list[Entry]:
            return self._sifted([one for one in entries if one.key not in hidden], question)

        self._runner.latest(f"{self.name}: sift", work, self._show)

    def _show(self, rows: list[Entry]) -> None:
        self.rows = rows
        self.listed.emit()


def about(forgotten: Forgotten) -> str:
    """What came of it for the model in use."""
    if forgotten.switched_off is None:
        return ""
    if forgotten.in_use is None:
        return tr("What last night learned is off until the next night.")
    return tr("An earlier night answers until the next one.")
