"""What was changed, word by word: in one text or in two side by side.

A diff of texts that have little in common takes up to a second, so none is made on the UI thread.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui import theme, worddiff
from app.ui.controls import Label, column, row
from app.ui.language import tr
from app.ui.runner import Runner
from app.ui.textview import TextView
from app.ui.worddiff import Op, Part

NARROW = 520  # design pixels under which the sides stand one above the other
PAUSE_MS = 120  # between two diffs while somebody types


class Form(IntEnum):
    """How changes are shown; the order is that of the buttons which choose."""

    OFF = 0
    INLINE = 1
    SIDES = 2


class DiffView(QWidget):
    """`shown` each time a diff has been painted."""

    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form.INLINE
        self._texts = ("", "")
        self._parts: list[Part] = []
        self._unfolded: set[int] = set()
        self._runner = Runner()
        self.destroyed.connect(self._runner.close)
        self._working = False
        self._stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._compare)
        self.whole = TextView(tr("What you changed"))
        self.before = TextView(tr("Written by the model"))
        self.after = TextView(tr("Your version"))
        self._sides = row(space=20)
        for view, title in (
            (self.before, tr("Written by the model")),
            (self.after, tr("Your version")),
        ):
            self._sides.addLayout(column(Label(title, "label"), view, None, space=6), 1)
        self._beside = QWidget()
        self._beside.setLayout(self._sides)
        self._legend = Label("", "caption", wrap=True)
        self.setLayout(column(self.whole, self._beside, self._legend))
        for view in (self.whole, self.before, self.after):
            # Later: the text engine still works on the document that the link was in.
            view.link.connect(self._fold, Qt.ConnectionType.QueuedConnection)
        theme.current().changed.connect(self._paint)
        self.set_form(self.form)

    def compare(self, before: str, after: str) -> None:
        """Shows the way from one text to the other, soon."""
        if (before, after) != self._texts:
            self._texts = (before, after)
            self._stale = True
            if not self._pause.isActive():
                self._pause.start()

    def set_form(self, form: Form) -> None:
        self.form = form
        self.whole.setVisible(form is Form.INLINE)
        self._beside.setVisible(form is Form.SIDES)
        self._paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.current().px(NARROW)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _compare(self) -> None:
        if self._working or not self._stale:
            return
        self._working, self._stale = True, False
        before, after = self._texts
        self._runner.call(lambda: worddiff.diff(before, after), self._compared)

    def _compared(self, parts: list[Part]) -> None:
        self._working = False
        self._parts = parts
        self._paint()
        if self._stale:
            self._pause.start()

    def _paint(self) -> None:
        if not self._parts:
            return
        parts = worddiff.fold(self._parts)
        same = all(part.op in (Op.KEPT, Op.FOLDED) for part in parts)
        self._legend.setText(
            tr("Nothing is changed yet.")
            if same
            else tr("{minus} written by the model    + yours", minus=worddiff.MINUS)
        )
        said = worddiff.spoken(self._parts)
        if self.form is Form.INLINE:
            self._show(self.whole, parts, said)
        elif self.form is Form.SIDES:
            before, after = worddiff.sides(parts)
            self._show(self.before, before, said)
            self._show(self.after, after, said)
        self.shown.emit()

    def _show(self, view: TextView, parts: list[Part], said: str) -> None:
        view.set_html(f"<p>{worddiff.to_html(parts, self._unfolded)}</p>")
        view.setAccessibleDescription(said)

    def _fold(self, link: QUrl) -> None:
        """The links are ours: `unfold:2` and `fold:2`."""
        number = int(link.path())
        if link.scheme() == "unfold":
            self._unfolded.add(number)
        else:
            self._unfolded.discard(number)
        self._paint()
