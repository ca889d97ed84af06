"""Search and commands: one field over the window, and what fits underneath."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from app.ui import escape, theme
from app.ui.controls import Label, Panel, Picture, column, row
from app.ui.language import tr
from app.ui.matching import Grade
from app.ui.palettelist import PaletteList, Section, spoken
from app.ui.sources import Row, Source

WIDTH = 600
FROM_TOP = 0.12  # of the height of the window
PAGE = 5  # rows that a page key passes
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class CommandPalette(QWidget):
    """Lies over `host` while it is open; the focus goes back to where it was."""

    def __init__(self, host: QWidget, sources: Sequence[Source]) -> None:
        super().__init__(host)
        self._sources = sources
        self._answers: dict[int, Section] = {}  # by the place of the source
        self._order: list[int] | None = None  # None while the sources are being asked
        self._question = 0
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setProperty("look", "bare")
        self.field.setAccessibleName(tr("Search and commands"))
        self.field.setPlaceholderText(tr("Search conversations and commands"))
        self.field.textChanged.connect(self._ask)
        self.field.installEventFilter(self)
        self.list = PaletteList()
        self.list.picked.connect(self._run)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._nothing = Label(tr("Nothing fits."), "muted")
        self._nothing.setContentsMargins(*(theme.current().px(m) for m in (14, 4, 14, 10)))
        head = row(Picture("search", side=18), self.field, space=10, margins=(16, 6, 12, 6))
        self.panel = Panel("palette")
        self._inner = column(head, self.list, self._nothing, space=2, margins=(6, 6, 6, 8))
        self.panel.setLayout(self._inner)
        self.panel.setParent(self)
        host.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        self.close_palette() if self.isVisible() else self.open_palette()

    def open_palette(self) -> None:
        self._before = QApplication.focusWidget()
        self.field.clear()
        self._ask("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_palette(self) -> None:
        """And the person goes on where they were."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self._question += 1
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    # asking

    def _ask(self, typed: str) -> None:
        """What comes at once is sorted by how well it fits; what comes later is put at the end,
        so that nothing moves under the hand."""
        self._question += 1
        asked = self._question
        self._answers.clear()
        self._order = None
        for at, source in enumerate(self._sources):
            source.find(typed, lambda rows, at=at: self._answer(asked, at, rows))  # type: ignore[misc]
        self._order = sorted(self._answers, key=self._grade)
        self.list.show_first(self._sections())
        self._tell()  # an empty list has no current row that would change
        self._fit()

    def _answer(self, asked: int, at: int, rows: Sequence[Row]) -> None:
        if asked != self._question:
            return
        self._answers[at] = Section(tr(self._sources[at].heading), rows)
        if self._order is not None:
            self._order += [at] if at not in self._order else []
            self.list.show_more(self._sections())
            self._fit()

    def _sections(self) -> list[Section]:
        return [self._answers[at] for at in self._order or ()]

    def _grade(self, at: int) -> int:
        return min((found.grade for found in self._answers[at].rows), default=len(Grade))

    # choosing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.chosen())
        elif key in _STEPS:
            self.list.step(_STEPS[key])

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside: there is nothing else to go to."""
        self.list.step(1 if forward else -1)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def _run(self, found: Row | None) -> None:
        if found is not None:
            self.close_palette()
            found.run()

    def _tell(self) -> None:
        """The field keeps the focus: it says what Enter would do."""
        found = self.list.chosen()
        self.field.setAccessibleDescription(
            spoken(found) if found is not None else tr("Nothing fits")
        )

    # the window around it

    def event(self, event: QEvent) -> bool:
        """Esc closes, before any shortcut of the window."""
        return escape.claimed(event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() not in _STAYS:
                self._before = None  # the focus has been given to somebody else
                self.close_palette()
        elif watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """What lies underneath steps back."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 130 if theme.current().colours.dark else 50))
        painter.end()

    def _fit(self) -> None:
        """As tall as what was found; the field never moves."""
        self._nothing.setVisible(not self.list.rows.places())
        host = self.parentWidget()
        if host is not None:
            gap = theme.current().px(16)
            self.setGeometry(host.rect())
            width = min(theme.current().px(WIDTH), self.width() - 2 * gap)
            top = round(self.height() * FROM_TOP)
            self.panel.setGeometry((self.width() - width) // 2, top, width, self._height(top))

    def _height(self, top: int) -> int:
        self._inner.activate()
        return min(self.panel.sizeHint().height(), self.height() - top - theme.current().px(16))
