"""One of several answers to the same question, in the making or done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from app.domain.events import StopReason
from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.language import mark, tr
from app.ui.prose import ProseView

FRAME_MS = 40
NARROWEST = 200  # design pixels of a column
WAITING, WRITING = mark("Waits for its turn"), mark("Writing …")


class Answer(Panel):
    """`by` says who answers. Its text can be copied once there is one; `foot` takes more."""

    def __init__(self, by: str) -> None:
        super().__init__("card")
        self.written = ""
        self._over = False
        self.prose = ProseView(tr("Reply: {by}", by=by))
        self.state = Label(tr(WAITING), "caption", wrap=True)
        name = tr("Copy the reply: {by}", by=by)
        self.copy = Button("quiet", tr("Copy"), icon="copy", name=name, on=self._copy)
        self.copy.hide()
        self.foot = row(self.copy, None)
        self.setLayout(
            column(
                Label(by, "label", wrap=True),
                self.prose,
                self.state,
                self.foot,
                None,
                margins=(14, 12, 14, 12),
            )
        )
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._paint)

    def grow(self, piece: str) -> None:
        self.written += piece
        self.state.setText(tr(WRITING))
        if not self._frame.isActive():
            self._frame.start()

    def end(self, text: str, stop: StopReason, tokens: int, tokens_per_s: float) -> None:
        self._over = True
        self.written = text
        self._paint()
        said = [_ended(stop, tokens)]
        if tokens_per_s:
            said.append(tr("{count} a second", count=words.number(round(tokens_per_s))))
        self.state.setText(" · ".join(said))
        self.copy.setVisible(bool(text))

    def give_up(self) -> None:
        """Nothing more comes."""
        if not self._over:
            self.state.setText(tr("Stopped"))
            self.copy.setVisible(bool(self.written))

    def _paint(self) -> None:
        self.prose.show_text(self.written)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.written)
        self.copy.flash(tr("Copied"))


class Answers(QWidget):
    """As many columns as are good to read, else one under the other."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Answer] = []
        self._most = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().px(10))

    def show_answers(self, answers: Sequence[Answer]) -> None:
        for old in self._shown:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = list(answers)
        self._most = max(self._most, len(answers))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @property
    def columns(self) -> int:
        fit = max(1, self.width() // theme.current().px(NARROWEST))
        count = max(1, len(self._shown))
        return 2 if count == 4 and fit == 3 else min(fit, count)

    def _place(self) -> None:
        columns = self.columns
        for at, answer in enumerate(self._shown):
            self._grid.addWidget(answer, at // columns, at % columns)
        for at in range(self._most):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


def _ended(stop: StopReason, tokens: int) -> str:
    match stop:
        case StopReason.STOPPED:
            return tr("Stopped")
        case StopReason.CRASHED:
            return tr("Cut off")
        case _:
            return tr("%n token(s)", "", tokens)
