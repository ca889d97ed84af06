"""A row that is open: a card with all that there is to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.ledger import Night
from app.ui import escape, theme, words
from app.ui.controls import Button, Panel, column, repolish
from app.ui.flow import Flow
from app.ui.language import tr
from app.ui.ledgerrows import Entry


class Card(QWidget):
    """`closed` with its key, when the person is done with it."""

    closed = Signal(str)

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.panel = Panel("card")
        self._outer = column(self.panel)
        self.setLayout(self._outer)

    def fill(self, inner: QBoxLayout) -> None:
        self.panel.setLayout(inner)

    def show_entry(self, entry: Entry) -> None:
        """The same row, as it is now."""

    def edit(self) -> None:
        """The focus into what one would write in first."""
        self.panel.setFocus()

    def show_chosen(self, chosen: bool) -> None:
        if bool(self.panel.property("chosen")) is not chosen:
            self.panel.setProperty("chosen", chosen)
            repolish(self.panel)

    def set_margins(self, left: int, right: int) -> None:
        px = theme.current().px
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        self._outer.setContentsMargins(left, px(4), right, px(4))

    def height_at(self, width: int) -> int:
        """What it needs at that width."""
        layout = self._outer
        if layout.hasHeightForWidth():
            return max(layout.totalHeightForWidth(width), layout.totalMinimumHeightForWidth(width))
        return layout.totalSizeHint().height()

    def event(self, event: QEvent) -> bool:
        """Esc closes the card, before any shortcut of the window."""
        return escape.claimed(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit(self.key)
        else:
            super().keyPressEvent(event)


def night_links(nights: Sequence[Night], show: Callable[[str], object]) -> Flow:
    """A way to the report of each, newest first."""
    links = Flow(theme.current().px(4))
    for night in nights:
        day = words.sentence(words.day(night.started))
        link = Button("link", day, icon="moon", on=partial(show, night.id))
        link.setAccessibleName(tr("Report of the night of {day}", day=day))
        link.setToolTip(words.verdict(night))
        link.setObjectName("night")
        links.addWidget(link)
    return links
