"""A scrolling page with one centred column, and the small parts that pages share."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.ledger import Outcome
from app.ui import theme
from app.ui.controls import Label

TONES = {
    Outcome.PROMOTED: "good",
    Outcome.KEPT: "neutral",
    Outcome.SKIPPED: "neutral",
    Outcome.INTERRUPTED: "warn",
    Outcome.FAILED: "danger",
}


class Page(QScrollArea):
    """Scrolls up and down; what is put into `column` is never wider than `width` of the design."""

    def __init__(self, name: str, width: int) -> None:
        super().__init__()
        px = theme.current().px
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle = QWidget()
        middle.setMaximumWidth(px(width))
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, px(36), 0, px(36))
        self.column.setSpacing(px(16))
        page = QWidget()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(px(28), 0, px(28), 0)
        outer.addStretch(1)
        outer.addWidget(middle, 1000)
        outer.addStretch(1)
        self.setWidget(page)


class CardButton(QPushButton):
    """A card that is one big button; its labels let every click through."""

    def __init__(self, name: str, inner: QBoxLayout) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setLayout(inner)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inner = inner

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inner.minimumSize()


def badge(text: str, tone: str) -> Label:
    """A few words on a soft colour: good, neutral, warn or danger."""
    made = Label(text, "badge")
    made.setProperty("tone", tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
