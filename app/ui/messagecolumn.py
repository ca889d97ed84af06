"""The messages of a conversation below each other, of which only those near the view are built.

A message that is not built takes the height that it had, or the one that its text lets expect:
the column is as long as the whole conversation, and costs as much as what is seen of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.attachments import Attachment
from app.domain.events import Heard
from app.domain.ledger import Message, Role
from app.domain.ledger import Signal as LedgerSignal
from app.ui import theme
from app.ui.controls import Panel, holds_focus
from app.ui.later import tab_stops
from app.ui.message import ReplyMessage
from app.ui.usermessage import UserMessage

WIDEST = 720  # design pixels; longer lines are hard to read
GAP = 26
AFTER_A_QUESTION = 4  # the room for its tools is a gap already
EDGE = 28
GLOW_MS = 2000
MessageView = UserMessage | ReplyMessage


@dataclass(slots=True, eq=False)
class Entry:
    """One message: its text always, its widgets only while they are near the view."""

    role: Role
    text: str
    message: Message | None = None
    signals: tuple[LedgerSignal, ...] = ()
    versions: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    heard: tuple[Heard, ...] = ()  # what it told about the person
    note: str = ""  # how the reply ended
    view: MessageView | None = None
    top: int = 0
    height: int = 0  # as measured last, or estimated; 0: not known

    @property
    def bottom(self) -> int:
        return self.top + self.height

    @property
    def is_reply(self) -> bool:
        return self.role is not Role.USER

    @property
    def pinned(self) -> bool:
        """Whether its widgets hold something that would be lost with them."""
        if self.view is None:
            return False
        writing = self.view.editor is not None or (
            isinstance(self.view, ReplyMessage) and (self.view.live or self.view.panel is not None)
        )
        return writing or holds_focus(self.view)


class MessageColumn(QWidget):
    """Places messages, no wider than is good to read. `settled` when one wants another height."""

    settled = Signal()
    made = Signal(object)  # MessageView; again when there is more of it

    def __init__(self, make: Callable[[Entry], MessageView], before: QWidget) -> None:
        """`before`: where Tab comes from into the first message."""
        super().__init__()
        self.entries: list[Entry] = []
        self._make = make
        self._before = before
        self._width = 0
        self._guess = _Guess(1)
        self._found: Entry | None = None
        self._glow = Panel("found")
        self._glow.setParent(self)
        self._glow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._glow.hide()
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(GLOW_MS)
        self._fade.timeout.connect(self._glow.hide)

    # which messages

    def clear(self) -> None:
        for entry in self.entries:
            self.drop(entry)
        self.entries.clear()
        self._glow.hide()

    def remove(self, entry: Entry) -> None:
        self.entries.remove(entry)
        self.drop(entry)

    def entry_of(self, message_id: str) -> Entry | None:
        known = (entry for entry in self.entries if entry.message is not None)
        return next((e for e in known if e.message and e.message.id == message_id), None)

    def built(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if entry.view is not None)

    def within(self, top: int, bottom: int) -> list[Entry]:
        """The messages that reach into a stretch of the column, in reading order."""
        first = bisect_right(self.entries, top, key=lambda entry: entry.bottom)
        last = bisect_left(self.entries, bottom, key=lambda entry: entry.top)
        return self.entries[first:last]

    # their widgets

    def build(self, entry: Entry) -> MessageView:
        if entry.view is None:
            entry.view = self._make(entry)
            entry.view.setParent(self)
            entry.view.grown.connect(lambda: self._grew(entry))
            self._keep_tab_order(entry)
            entry.view.show()
            self.made.emit(entry.view)
        return entry.view

    def _grew(self, entry: Entry) -> None:
        self._keep_tab_order(entry)
        if entry.view is not None:
            self.made.emit(entry.view)

    def drop(self, entry: Entry) -> None:
        """Its widgets go; its text and its height stay."""
        view, entry.view = entry.view, None
        if view is not None:
            view.hide()
            view.deleteLater()

    def place(self, width: int, least_height: int) -> None:
        """Puts every message where it belongs, in a column of this width."""
        px = theme.current().px
        inner = max(px(160), min(px(WIDEST), width - 2 * px(24)))
        left = (width - inner) // 2
        anew = inner != self._width
        if anew:
            self._width, self._guess = inner, _Guess(inner)
        bottom, gap = px(EDGE), 0
        after_reply, after_question = px(GAP), px(AFTER_A_QUESTION)
        for entry in self.entries:  # thousands, on each frame: nothing in here is looked up twice
            if entry.view is not None:
                entry.height = _natural_height(entry.view, inner)
            elif anew or not entry.height:
                entry.height = self._guess.height(entry)
            entry.top = bottom + gap
            bottom = entry.top + entry.height
            gap = after_question if entry.role is Role.USER else after_reply
        self.resize(width, max(least_height, bottom + px(EDGE)))
        for entry in self.built():
            assert entry.view is not None  # noqa: S101
            entry.view.setGeometry(left, entry.top, inner, entry.height)
        self._place_glow(left, inner)

    def light_up(self, entry: Entry) -> None:
        """For a moment a soft ground behind the message that was looked for."""
        self._found = entry
        self._glow.lower()
        self._glow.show()
        self._fade.start()
        self._place_glow((self.width() - self._width) // 2, self._width)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.settled.emit()
        return done

    def _place_glow(self, left: int, width: int) -> None:
        if self._glow.isVisibleTo(self) and self._found is not None:
            edge = theme.current().px(12)
            place = QRect(left, self._found.top, width, self._found.height)
            self._glow.setGeometry(place.adjusted(-edge, -edge, edge, edge))

    def _keep_tab_order(self, entry: Entry) -> None:
        """Tab goes through the messages as they are read, not as they were built."""
        if entry.view is None:
            return
        at = self.entries.index(entry)
        above = next((e.view for e in reversed(self.entries[:at]) if e.view is not None), None)
        reached = [self._before, *(tab_stops(above) if above is not None else ())]
        for before, stop in pairwise([reached[-1], *tab_stops(entry.view)]):
            QWidget.setTabOrder(before, stop)


class _Guess:
    """How tall a message will be, from its text alone; wrong by little, and put right in time."""

    def __init__(self, width: int) -> None:
        metrics = theme.current().font_metrics()
        self._line = round(metrics.lineSpacing() * 1.45)
        self._letters = max(10, width // max(1, metrics.averageCharWidth()))
        self._around = theme.current().px(44)

    def height(self, entry: Entry) -> int:
        lines = len(entry.text) // self._letters + entry.text.count("\n") + 1
        lines += 2 if entry.files else 0
        return lines * self._line + self._around


def _natural_height(view: QWidget, width: int) -> int:
    height = view.heightForWidth(width)
    return height if height >= 0 else view.sizeHint().height()
