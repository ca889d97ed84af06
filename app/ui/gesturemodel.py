"""What the person does with a reply, in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.ledger import Kind, Via
from app.domain.ledger import Signal as LedgerSignal
from app.domain.provenance import Draft
from app.services.gestures import Gestures
from app.ui.runner import Problem, Runner


class GestureModel(QObject):
    """`done` after each gesture: what is shown is to be made to agree with the store."""

    done = Signal()
    refused = Signal(str, object)  # message id, Problem: a correction was not stored

    def __init__(
        self,
        gestures: Gestures,
        runner: Runner,
        given: Callable[[str], Sequence[LedgerSignal]],
        parent: QObject,
    ) -> None:
        """`given`: the signals of a message that is shown."""
        super().__init__(parent)
        self._gestures = gestures
        self._runner = runner
        self._given = given

    def correct(self, message_id: str, draft: Draft, learn: bool) -> None:
        """The person's version of a reply. `refused` when it could not be stored."""
        self._change(
            lambda: self._gestures.edit(
                message_id,
                draft.text,
                learn=learn,
                pasted=draft.pasted,
                rewritten=draft.rewritten,
            ),
            lambda problem: self.refused.emit(message_id, problem),
        )

    def set_learning(self, signal_id: str, learn: bool) -> None:
        self._change(lambda: self._gestures.set_learning(signal_id, learn))

    def judge(self, message_id: str, up: bool) -> None:
        judge = self._gestures.accept if up else self._gestures.reject
        self._change(lambda: judge(message_id, Via.THUMB))

    def copied(self, message_id: str) -> None:
        """Copying a reply is a quiet way to accept it; of a corrected one the correction counts."""
        given = self._given(message_id)
        if not any(s.via is Via.COPY or s.kind is Kind.EDIT for s in given):
            self._change(lambda: self._gestures.accept(message_id, Via.COPY))

    def take_back(self, signal_id: str) -> None:
        self._change(lambda: self._gestures.take_back(signal_id))

    def _change(
        self, work: Callable[[], object], failed: Callable[[Problem], object] | None = None
    ) -> None:
        self._runner.in_turn("gestures", work, lambda _: self.done.emit(), failed)
