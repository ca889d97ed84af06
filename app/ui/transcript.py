"""The messages of a conversation in one calm column.

The view moves by itself only while it is at the bottom. A long conversation is built from its
end, a few messages a frame, so that opening it never holds up the window.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.ledger import Message, Role, Summary
from app.domain.ledger import Signal as LedgerSignal
from app.domain.provenance import Draft
from app.ui import theme
from app.ui.controls import Button, column
from app.ui.message import ReplyMessage
from app.ui.usermessage import UserMessage

COLUMN_WIDTH = 720
AT_ONCE = 6  # messages built before the first frame
MessageView = UserMessage | ReplyMessage


class Transcript(QScrollArea):
    """Shows messages; passes on what the person does with a reply."""

    saved = Signal(str, object, bool)
    discarded = Signal(str, object)
    rewrite = Signal(str, object)
    rewrite_stopped = Signal()
    judged = Signal(str, bool)
    copied = Signal(str)
    again = Signal()
    go_on = Signal(str)
    taken_back = Signal(str)
    resent = Signal(str, str)
    rewritten = Signal(str, str)
    version = Signal(str)
    why = Signal(object)  # ReplyMessage
    learning = Signal(str, bool)
    link = Signal(QUrl)
    built = Signal(object)  # MessageView: a stored message has come into being

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Conversation")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.views: list[MessageView] = []
        self.live: ReplyMessage | None = None
        self._replies: dict[str, ReplyMessage] = {}
        self._waiting: list[Message] = []
        self._signals: Mapping[str, Sequence[LedgerSignal]] = {}
        self._versions: Mapping[str, Sequence[str]] = {}
        self._teaches = True
        self._summary: Summary | None = None
        self._stick = True
        self._holding = False
        self._anchor: tuple[MessageView, int] | None = None
        self._column = column(None, space=26, margins=(0, 28, 0, 28))
        middle = Column(self._column)
        middle.settled.connect(self._hold)
        self._page = _page_of(middle)
        self.setWidget(self._page)
        self._build = QTimer(self)
        self._build.setInterval(0)
        self._build.timeout.connect(self._build_earlier)
        self._pill = Button("pill", "Jump to latest", icon="down", on=self.jump_to_latest)
        self._pill.setParent(self)
        self._pill.hide()
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._moved)
        bar.rangeChanged.connect(lambda *_: self._hold())

    # content

    def show_messages(
        self,
        messages: Sequence[Message],
        signals: Mapping[str, Sequence[LedgerSignal]],
        versions: Mapping[str, Sequence[str]] | None = None,
        summary: Summary | None = None,
        *,
        teaches: bool = True,
    ) -> None:
        """Replaces everything and goes to the end. `teaches`: whether anything can be learned from
        what is done here."""
        self._clear()
        self._summary = summary
        self._signals = signals
        self._versions = versions or {}
        self._teaches = teaches
        self._waiting = list(messages)
        self._stick = True
        for _ in range(min(AT_ONCE, len(self._waiting))):
            self._prepend(self._waiting.pop())
        self._mark_last()
        self._page.adjustSize()
        self.jump_to_latest()
        if self._waiting:
            self._build.start()

    def add_user(self, text: str) -> None:
        self._append(self._make_user(text))
        self.jump_to_latest()

    def begin_reply(self) -> ReplyMessage:
        """A reply that is being written comes at the end."""
        self.live = self._make_reply()
        self._append(self.live)
        return self.live

    def finish_reply(self, message: Message, note: str) -> None:
        """The reply in the making becomes the stored `message`."""
        if self.live is None:
            return
        view, self.live = self.live, None
        self._replies[message.id] = view
        view.show_message(message, view.signals, last=True, note=note)
        self._mark_last()

    def resume_reply(self, message_id: str) -> None:
        """A stored reply is being written on, if it is here."""
        view = self.reply(message_id)
        if view is not None:
            self.live = view

    def drop_live(self) -> None:
        """The reply in the making came to nothing."""
        if self.live is not None:
            view, self.live = self.live, None
            self._remove(view)

    def drop_last_replies(self) -> None:
        """The replies at the end make room for a new one."""
        while self.views and isinstance(self.views[-1], ReplyMessage):
            self._remove(self.views[-1])

    def drop_from(self, message_id: str) -> None:
        """That message and all after it make room for another branch."""
        while any(view.message and view.message.id == message_id for view in self.views):
            self._remove(self.views[-1])

    def settle(self, messages: Sequence[Message], versions: Mapping[str, Sequence[str]]) -> None:
        """What was shown before it was stored gets its place in the conversation."""
        self._versions = versions
        for view, message in zip(reversed(self.views), reversed(messages), strict=False):
            known = versions.get(message.id, ())
            if isinstance(view, UserMessage):
                view.show_message(message, known)
            elif view.message is not None:
                view.versions.show_versions(message.id, known)

    def update_message(self, message: Message, signals: Iterable[LedgerSignal]) -> None:
        view = self._replies.get(message.id)
        if view is not None:
            view.close_editor()
            last = view is self.last_reply()
            view.show_message(
                message, tuple(signals), last=last, versions=self._versions.get(message.id, ())
            )

    def view_of(self, message_id: str) -> MessageView | None:
        shown = (view for view in self.views if view.message and view.message.id == message_id)
        return next(shown, None)

    def show_summary(self, summary: Summary | None) -> None:
        """Moves the line after which the model reads word by word."""
        for known, text in ((self._summary, None), (summary, summary.text if summary else None)):
            view = self._replies.get(known.until) if known else None
            if view is not None:
                view.show_summary(text)
        self._summary = summary

    def reply(self, message_id: str) -> ReplyMessage | None:
        return self._replies.get(message_id)

    def last_reply(self) -> ReplyMessage | None:
        """The stored reply at the very end, if there is one."""
        last = self.views[-1] if self.views else None
        stored = isinstance(last, ReplyMessage) and last.message and last is not self.live
        return last if stored else None  # type: ignore[return-value]

    def drafts(self) -> dict[str, Draft]:
        """Corrections being written, by message id."""
        return {
            view.message.id: draft
            for view in self.views
            if view.message is not None and (draft := view.draft()) is not None
        }

    def finish_building(self) -> None:
        """Builds what is still waiting, now."""
        while self._waiting:
            self._build_earlier()

    # moving

    @property
    def at_bottom(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - theme.current().px(24)

    def jump_to_latest(self) -> None:
        self._stick = True
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._place_pill()

    def reveal_message(self, message_id: str) -> None:
        """Builds what is waiting up to a message, and scrolls to it."""
        while self._waiting and self.view_of(message_id) is None:
            self._build_earlier()
        view = self.view_of(message_id)
        if view is not None:
            self.reveal(view, QRect(0, 0, 1, 1))

    def reveal(self, widget: QWidget, part: QRect) -> None:
        """Scrolls just enough to show a part of a widget."""
        spot = widget.mapTo(self._page, part.center())
        margin = max(theme.current().px(48), part.height())
        self.ensureVisible(spot.x(), spot.y(), 0, margin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_pill()

    def _moved(self, _: int) -> None:
        if not self._holding:
            self._stick = self.at_bottom
            self._anchor = self._first_in_view()
        self._place_pill()

    def _hold(self) -> None:
        """Content came, went or was laid out anew: what is being read stays where it is."""
        bar = self.verticalScrollBar()
        self._holding = True
        if self._stick:
            bar.setValue(bar.maximum())
        elif self._anchor is not None:
            view, offset = self._anchor
            bar.setValue(view.y() - offset)
        self._holding = False
        self._place_pill()

    def _first_in_view(self) -> tuple[MessageView, int] | None:
        """The message at the top of the view, and how far from the top it begins."""
        top = self.verticalScrollBar().value()
        at = bisect_right(self.views, top, key=lambda view: view.y() + view.height())
        return (self.views[at], self.views[at].y() - top) if at < len(self.views) else None

    def _place_pill(self) -> None:
        self._pill.setVisible(bool(self.views) and not self.at_bottom)
        if self._pill.isVisible():
            self._pill.adjustSize()
            gap = theme.current().px(14)
            place = self.viewport().rect().center().x() - self._pill.width() // 2
            self._pill.move(QPoint(place, self.height() - self._pill.height() - gap))
            self._pill.raise_()

    # building

    def _build_earlier(self) -> None:
        if not self._waiting:
            self._build.stop()
            return
        self._prepend(self._waiting.pop())

    def _prepend(self, message: Message) -> None:
        view = self._make(message)
        self.views.insert(0, view)
        self._column.insertWidget(0, view)
        self.built.emit(view)

    def _append(self, view: MessageView) -> None:
        self.views.append(view)
        self._column.insertWidget(len(self.views) - 1, view)
        self._mark_last()

    def _make(self, message: Message) -> MessageView:
        versions = self._versions.get(message.id, ())
        if message.role is Role.USER:
            asked = self._make_user(message.text)
            asked.show_message(message, versions)
            return asked
        view = self._make_reply()
        self._replies[message.id] = view
        signals = tuple(self._signals.get(message.id, ()))
        view.show_message(message, signals, last=False, versions=versions)
        if self._summary is not None and self._summary.until == message.id:
            view.show_summary(self._summary.text)
        return view

    def _make_user(self, text: str) -> UserMessage:
        view = UserMessage(text)
        view.resent.connect(self.resent)
        view.rewritten.connect(self.rewritten)
        view.version.connect(self.version)
        view.reveal.connect(self.reveal)
        return view

    def _make_reply(self) -> ReplyMessage:
        view = ReplyMessage(teaches=self._teaches)
        view.saved.connect(self.saved)
        view.discarded.connect(self.discarded)
        view.rewrite.connect(self.rewrite)
        view.rewrite_stopped.connect(self.rewrite_stopped)
        view.learning.connect(self.learning)
        view.judged.connect(self.judged)
        view.copied.connect(self.copied)
        view.again.connect(self.again)
        view.go_on.connect(self.go_on)
        view.version.connect(self.version)
        view.taken_back.connect(self.taken_back)
        view.why_asked.connect(self.why)
        view.link.connect(self.link)
        view.reveal.connect(self.reveal)
        return view

    def _mark_last(self) -> None:
        last = self.last_reply()
        for view in self._replies.values():
            view.set_last(view is last)

    def _remove(self, view: MessageView) -> None:
        self.views.remove(view)
        if self._anchor is not None and self._anchor[0] is view:
            self._anchor = None
        if isinstance(view, ReplyMessage) and view.message is not None:
            self._replies.pop(view.message.id, None)
        self._column.removeWidget(view)
        view.hide()
        view.deleteLater()

    def _clear(self) -> None:
        self._build.stop()
        self._waiting.clear()
        self.live = None
        for view in list(self.views):
            self._remove(view)


class Column(QWidget):
    """The messages, no wider than is good to read. `settled` after each layout."""

    settled = Signal()

    def __init__(self, inner: QVBoxLayout) -> None:
        super().__init__()
        self.setLayout(inner)
        self.setMaximumWidth(theme.current().px(COLUMN_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.settled.emit()
        return done


def _page_of(middle: QWidget) -> QWidget:
    page = QWidget()
    layout = QHBoxLayout(page)
    side = theme.current().px(24)
    layout.setContentsMargins(side, 0, side, 0)
    layout.addStretch(1)
    layout.addWidget(middle, 1000)
    layout.addStretch(1)
    return page
