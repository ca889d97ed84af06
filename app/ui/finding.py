"""Find in this conversation: looks through what is stored, marks it where it is shown. Marks a hit
of the search over all conversations, too."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.domain.ledger import Message, Role
from app.ui import theme
from app.ui.chatmodel import ChatModel
from app.ui.chatpage import ChatPage
from app.ui.findbar import FindBar
from app.ui.markdown import Code, segments
from app.ui.matching import spans
from app.ui.messagecolumn import MessageView
from app.ui.runner import Runner
from app.ui.textview import TextView

ROOM = 72  # design pixels that stay free over a place, so that the bar never covers it
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a conversation: the how-manieth of a message."""

    message: str
    number: int


@dataclass(slots=True)
class Place:
    """A message that a search has found, and the words in it. `shown`: all of it was there
    when it was gone to."""

    message: str
    words: tuple[str, ...]
    shown: bool = False


class Finding(QObject):
    """The bar and its results. Reads the store's messages, not the screen: what is not built yet
    is found as well."""

    def __init__(self, chat: ChatModel, page: ChatPage, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._chat = chat
        self._page = page
        self._runner = runner
        self._conversation: str | None = None
        self._needle = ""
        self._spots: list[Spot] = []
        self._at: int | None = None
        self._place: Place | None = None
        self.bar = FindBar(page)
        self.bar.asked.connect(self._ask)
        self.bar.moved.connect(self._step)
        self.bar.left.connect(self._leave)
        chat.opened.connect(self._opened)
        for changed in (chat.answered, chat.marked, chat.settled):
            changed.connect(lambda *_: self._later(self._again))
        chat.asked.connect(lambda _: self._forget_place())
        chat.sought.connect(lambda _: self._later(self._go_to_place))
        page.transcript.built.connect(self._built)
        theme.current().changed.connect(self._restyled)

    @property
    def found(self) -> bool:
        return bool(self._spots)

    def expect(self, message: str, words: tuple[str, ...]) -> None:
        """That message is about to be shown: the first of the words comes into view, all of them
        are marked until something else is asked or opened."""
        self._forget_place()
        self._place = Place(message, words)

    def open(self) -> None:
        self._forget_place()
        self.bar.open_bar(self._page.header.height())
        self._conversation = self._here()
        self._ask(self.bar.field.text())

    def next(self) -> None:
        self._go(1)

    def previous(self) -> None:
        self._go(-1)

    # searching

    def _ask(self, needle: str) -> None:
        if needle != self._needle:
            self._at = None  # where one letter was found is no place to look for the word
        self._needle = needle
        messages = list(self._chat.now.messages)
        self._runner.latest("find", lambda: find(messages, needle), self._show)

    def _again(self) -> None:
        """The conversation changed while the bar is open."""
        if not self.bar.isHidden():
            self._ask(self._needle)

    def _show(self, spots: list[Spot]) -> None:
        """Stays where it was if that is still a place, else goes to the nearest that is seen."""
        if self.bar.isHidden():
            return
        before = self._spots[self._at] if self._at is not None else None
        same = before in spots and spots == self._spots
        self._spots = spots
        self._at = spots.index(before) if before in spots else self._nearest()
        self._mark_all()
        self.bar.show_count(self._at, len(spots))
        if not same:
            self._reveal()

    def _nearest(self) -> int | None:
        """The first place in view; where there is none, the last of all: people look back."""
        seen = {message for message in {s.message for s in self._spots} if self._in_view(message)}
        last = len(self._spots) - 1 if self._spots else None
        return next((at for at, spot in enumerate(self._spots) if spot.message in seen), last)

    def _in_view(self, message: str) -> bool:
        view = self._page.transcript.view_of(message)
        return view is not None and not view.visibleRegion().isEmpty()

    # moving

    def _go(self, step: int) -> None:
        if self.bar.isHidden():
            self.open()
        else:
            self._step(step)

    def _step(self, step: int) -> None:
        if self._at is not None:
            self._at = (self._at + step) % len(self._spots)
            self._mark_all()
            self.bar.show_count(self._at, len(self._spots))
            self._reveal()

    def _reveal(self) -> None:
        if self._at is not None:
            self._page.transcript.reveal_message(self._spots[self._at].message)
            self._later(self._reveal_spot)  # once what was just built has its place

    def _reveal_spot(self) -> None:
        if self._at is None or self.bar.isHidden():
            return
        spot = self._spots[self._at]
        view = self._page.transcript.view_of(spot.message)
        marks = _marks(view, self._needle) if view is not None else []
        if marks:
            self._bring_into_view(*marks[min(spot.number, len(marks) - 1)])

    def _bring_into_view(self, text: TextView, cursor: QTextCursor) -> None:
        place = text.cursorRect(cursor)
        room = theme.current().px(ROOM)
        around = QRect(place.left(), place.center().y() - room, 1, 2 * room)
        self._page.transcript.reveal(text, around)

    # a hit of another search

    def _go_to_place(self) -> None:
        """As soon as its first word is there, and until all is: a long message is laid out bit by
        bit."""
        place = self._place
        view = self._page.transcript.view_of(place.message) if place is not None else None
        if place is None or view is None:
            return
        self._mark(view)
        if not place.shown:
            place.shown = view.complete
            self._later(self._show_place)  # once what was just laid out has its place

    def _show_place(self) -> None:
        place = self._place
        view = self._page.transcript.view_of(place.message) if place is not None else None
        marks = _word_marks(view, place.words) if place is not None and view is not None else []
        if marks:
            self._bring_into_view(*marks[0])

    def _forget_place(self) -> None:
        if self._place is not None:
            self._place = None
            self._mark_all()

    # marking

    def _built(self, view: MessageView) -> None:
        """Or more of it."""
        if not self.bar.isHidden():
            self._mark(view)
        elif self._place is not None:
            self._go_to_place()

    def _mark_all(self) -> None:
        for view in self._page.transcript.views:
            self._mark(view)

    def _mark(self, view: MessageView) -> None:
        needle = "" if self.bar.isHidden() else self._needle
        now = self._spots[self._at] if self._at is not None else None
        here = now is not None and self._page.transcript.view_of(now.message) is view
        marks = _marks(view, needle)
        place = self._place
        if place is not None and self._page.transcript.view_of(place.message) is view:
            marks = _word_marks(view, place.words)
        current = min(now.number, len(marks) - 1) if now is not None and here else -1
        for text in view.texts():
            text.setExtraSelections(
                [
                    _selection(cursor, current=number == current)
                    for number, (owner, cursor) in enumerate(marks)
                    if owner is text
                ]
            )

    def _restyled(self) -> None:
        self._later(self._mark_all)

    # coming and going

    def _opened(self) -> None:
        """Another conversation is another search; the same one, read anew, goes on."""
        if self._place is not None and not self._chat.now.holds(self._place.message):
            self._forget_place()
        self._later(self._go_to_place)
        if self._here() != self._conversation:
            self.bar.close_bar()
        else:
            self._later(self._again)

    def _here(self) -> str | None:
        shown = self._chat.now.conversation
        return shown.id if shown is not None else None

    def _leave(self) -> None:
        self._runner.overtake("find")
        _rendered.cache_clear()  # no text stays behind when its conversation is deleted
        self._spots, self._at = [], None
        self._mark_all()
        self.bar.show_count(None, 0)
        self._page.composer.field.setFocus()

    def _later(self, call) -> None:  # type: ignore[no-untyped-def]
        """After the views have heard of the same change."""
        QTimer.singleShot(0, self, call)


def find(messages: Sequence[Message], needle: str) -> list[Spot]:
    """Every place, in the order of reading."""
    return [
        Spot(message.id, number)
        for message in messages
        for number in range(sum(len(spans(text, needle)) for text in _readable(message)))
    ]


def _readable(message: Message) -> tuple[str, ...]:
    """The texts of a message as they are read, without the signs of Markdown."""
    return _rendered(message.text) if message.role is Role.ASSISTANT else (message.text,)


@lru_cache(maxsize=2048)
def _rendered(text: str) -> tuple[str, ...]:
    return tuple(
        part.text if isinstance(part, Code) else html.unescape(_TAG.sub("", part.html))
        for part in segments(text)
    )


def _marks(view: MessageView, needle: str) -> list[tuple[TextView, QTextCursor]]:
    """Where the needle stands in what is shown of a message."""
    if not needle:
        return []
    return [
        (text, _cursor(text, shown, span))
        for text in view.texts()
        for shown in (text.document().toPlainText(),)
        for span in spans(shown, needle)
    ]


def _word_marks(view: MessageView, words: Sequence[str]) -> list[tuple[TextView, QTextCursor]]:
    """Where the words stand in what is shown, in the order of reading; no parts of others."""
    found = []
    for text in view.texts():
        shown = text.document().toPlainText()
        places = sorted(span for word in words for span in spans(shown, word))
        for start, end in places:
            if not (shown[max(0, start - 1) : start].isalnum() or shown[end : end + 1].isalnum()):
                found.append((text, _cursor(text, shown, (start, end))))
    return found


def _cursor(view: TextView, text: str, span: tuple[int, int]) -> QTextCursor:
    """Qt counts in UTF-16: a character outside of its first plane takes two places."""
    start, end = span
    if not text.isascii():
        start, end = (len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in span)
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _selection(cursor: QTextCursor, *, current: bool) -> QTextEdit.ExtraSelection:
    colours = theme.current().colours
    form = QTextCharFormat()
    form.setForeground(QColor(colours.on_accent if current else colours.text))
    form.setBackground(QColor(colours.accent if current else colours.selection))
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, form
    return made
