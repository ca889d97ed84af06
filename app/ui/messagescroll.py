"""A view onto a column of messages that moves by itself only while it is at the bottom.

What is seen is built first, what is near it in quiet moments, and what is far away is given up
again: a conversation of any length opens at once, and what is being read never moves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from app.ui import theme
from app.ui.controls import Button
from app.ui.growingtext import GrowingText
from app.ui.language import tr
from app.ui.messagecolumn import Entry, MessageColumn, MessageView

AHEAD = 1.5  # views above and below what is seen that are built in quiet moments
FAR = 4.0  # views away from what is seen where widgets are given up
GIVEN_UP_AT_ONCE = 2
AT_ONCE = 2  # messages built before the next frame: each takes a part of it


@dataclass(slots=True)
class Anchor:
    """What is being read: a message, and how far below the top of the view it begins."""

    entry: Entry
    below: int
    guessed: int  # the height by which `below` was measured, if the message was not built; else 0


class MessageScroll(QScrollArea):
    """Whoever fills the column says by `make` what a message looks like."""

    def __init__(self, make: Callable[[Entry], MessageView]) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stick = True
        self._settling = False
        self._anchor: Anchor | None = None
        self._column = MessageColumn(make, self)
        self._column.settled.connect(self._settle)
        self.setWidget(self._column)
        self._ahead = QTimer(self)
        self._ahead.setInterval(0)
        self._ahead.timeout.connect(self._build_ahead)
        self._pill = Button("pill", tr("Jump to latest"), icon="down", on=self.jump_to_latest)
        self._pill.setParent(self)
        self._pill.hide()
        self.verticalScrollBar().setSingleStep(theme.current().px(24))
        self.verticalScrollBar().valueChanged.connect(self._moved)

    @property
    def at_bottom(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - theme.current().px(24)

    def jump_to_latest(self) -> None:
        self._stick = True
        self._settle(AT_ONCE)

    def reveal(self, widget: QWidget, part: QRect) -> None:
        """Scrolls just enough to show a part of a widget."""
        self._settle()
        if isinstance(widget, GrowingText):
            part = widget.cursorRect()  # its lines broke anew when it got its place
        spot = widget.mapTo(self._column, part.center())
        margin = max(theme.current().px(48), part.height())
        self.ensureVisible(spot.x(), spot.y(), 0, margin)

    def reveal_message(self, message_id: str) -> bool:
        """Goes to a message and lights it up for a moment; False: it is not in here."""
        entry = self._column.entry_of(message_id)
        if entry is None:
            return False
        self._column.build(entry)
        self._stick = False
        self._anchor = Anchor(entry, self.viewport().height() // 6, 0)
        self._settle(AT_ONCE)
        self._moved(0)
        self._column.light_up(entry)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Home:
                self.verticalScrollBar().setValue(0)
            case Qt.Key.Key_End:
                self.jump_to_latest()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle(AT_ONCE)

    def _moved(self, _: int) -> None:
        if self._settling:
            return
        self._stick = self.at_bottom
        self._anchor = self._first_in_view()
        if any(entry.view is None for entry in self._seen()):
            self._settle(AT_ONCE)
        else:
            self._ahead.start()
            self._place_pill()

    def _settle_later(self) -> None:
        """As soon as the event loop turns."""
        QApplication.postEvent(self._column, QEvent(QEvent.Type.LayoutRequest))

    def _settle(self, at_once: int = 0) -> None:
        """Content came, went or changed its height: what is being read stays where it is. So many
        of the messages in view are built now; the others follow, one in each turn of the loop."""
        if self._settling:
            return
        self._settling = True
        self._place()
        for _ in range(at_once):
            missing = [entry for entry in self._seen() if entry.view is None]
            if not missing:
                break
            self._column.build(missing[-1] if self._stick else missing[0])
            self._place()
        self._settling = False
        self._ahead.start()
        self._place_pill()

    def _place(self) -> None:
        self._column.place(self.viewport().width(), self.viewport().height())
        self._hold()

    def _hold(self) -> None:
        bar, anchor = self.verticalScrollBar(), self._anchor
        if self._stick:
            bar.setValue(bar.maximum())
        elif anchor is not None:
            if anchor.guessed and anchor.entry.view is not None:
                anchor.below = anchor.below * anchor.entry.height // anchor.guessed
                anchor.guessed = 0
            bar.setValue(anchor.entry.top - anchor.below)

    def _seen(self, views: float = 0.0) -> list[Entry]:
        """The messages in the view, and those up to so many views above and below it."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        return self._column.within(round(top - views * height), round(top + (1 + views) * height))

    def _first_in_view(self) -> Anchor | None:
        seen = self._seen()
        if not seen:
            return None
        first = seen[0]
        below = first.top - self.verticalScrollBar().value()
        return Anchor(first, below, first.height if first.view is None else 0)

    def _place_pill(self) -> None:
        self._pill.setVisible(bool(self._column.entries) and not self.at_bottom)
        if self._pill.isVisible():
            self._pill.adjustSize()
            gap = theme.current().px(14)
            place = self.viewport().rect().center().x() - self._pill.width() // 2
            self._pill.move(QPoint(place, self.height() - self._pill.height() - gap))
            self._pill.raise_()

    # building

    def _build_ahead(self) -> None:
        """One message near the view, and some of those that are far from it go."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        missing = [entry for entry in self._seen(AHEAD) if entry.view is None]
        if missing:
            nearest = min(missing, key=lambda e: abs(e.top + e.height / 2 - middle))
            self._column.build(nearest)
            self._settle()
        if not self._give_up() and not missing:
            self._ahead.stop()

    def _give_up(self) -> bool:
        """Some widgets far from the view go. Few at a time: each costs almost what building did."""
        near = {id(entry) for entry in self._seen(FAR)}
        far = [e for e in self._column.built() if id(e) not in near and not e.pinned]
        for entry in far[:GIVEN_UP_AT_ONCE]:
            self._column.drop(entry)
        return bool(far)
