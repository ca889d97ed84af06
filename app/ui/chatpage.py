"""One conversation: its header, its transcript or a friendly empty page, and the composer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.ledger import Message
from app.domain.ledger import Signal as LedgerSignal
from app.ui import theme
from app.ui.chatmodel import ChatModel, Live
from app.ui.composer import Composer
from app.ui.controls import Button, ElidedLabel, Label, Panel, Picture, column, row
from app.ui.runner import Problem
from app.ui.transcript import Transcript

FRAME_MS = 40  # the reply in the making is painted at most 25 times a second
SUGGESTIONS = (
    "Write an e-mail that moves our meeting to Friday",
    "Tell the team that the office is closed on Monday",
    "Thank a neighbour for watering the plants",
)


class Header(Panel):
    """Title of the conversation, the model and what it has learned, and the way to sleep."""

    def __init__(self) -> None:
        super().__init__("header")
        self.unfold = Button("icon", icon="sidebar", name="Show the sidebar")
        self.unfold.setToolTip("Show the sidebar (Ctrl+B)")
        self.title = ElidedLabel("", "strong")
        self.model = Button("chip", "", name="Model")
        self.night = Button("plain", "Sleep now", icon="moon")
        layout = row(self.unfold, self.title, self.model, self.night, margins=(16, 10, 16, 10))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.unfold.hide()

    def show_model(self, text: str, explained: str) -> None:
        self.model.setText(text)
        self.model.setAccessibleName(f"Model: {text}")
        self.model.setToolTip(explained)
        self.model.setVisible(bool(text))


class EmptyPage(QWidget):
    """Where a conversation begins."""

    suggested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.greeting = Label(_greeting(datetime.now().hour), "display")
        self.learning = Label("", "muted", wrap=True)
        self.learning.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        picture = Picture("spark", colour="accent", side=34)
        cards = column(space=8)
        for text in SUGGESTIONS:
            card = Button("suggestion", text, name=f"Suggestion: {text}")
            card.clicked.connect(lambda _=False, text=text: self.suggested.emit(text))
            cards.addWidget(card)
        middle = QWidget()
        middle.setMaximumWidth(theme.current().px(520))
        middle.setLayout(
            column(
                row(None, picture, None),
                row(None, self.greeting, None),
                self.learning,
                12,
                cards,
                space=12,
            )
        )
        outer = row(None, middle, None, margins=(24, 0, 24, 0))
        outer.setStretch(1, 1000)
        self.setLayout(column(None, outer, None))


class ChatPage(QWidget):
    """Binds the chat model to its views."""

    def __init__(self, model: ChatModel) -> None:
        super().__init__()
        self._model = model
        self._drafts: dict[str | None, str] = {}
        self._corrections: dict[str, str] = {}
        self._shown: str | None = None
        self.header = Header()
        self.transcript = Transcript()
        self.empty = EmptyPage()
        self.composer = Composer()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.transcript)
        layout = column(self.header, self._stack, self.composer, space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._paint_live)
        self._connect()
        self._open()

    def edit_last(self) -> None:
        """The last reply becomes an editor; nothing happens where there is none."""
        last = self.transcript.last_reply()
        if last is not None:
            last.edit()

    def copy_last(self) -> None:
        last = self.transcript.last_reply()
        if last is not None:
            last.copy_text()

    def reveal_message(self, message_id: str) -> bool:
        """Goes to a message of the conversation that is shown; False: it is not in it."""
        self.transcript.adopt(self._model.now.messages)
        return self.transcript.reveal_message(message_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys turn the conversation over, wherever the caret is."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.transcript.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        model, view, composer = self._model, self.transcript, self.composer
        model.opened.connect(self._open)
        model.listed.connect(self._show_title)
        model.asked.connect(self._asked)
        model.grew.connect(self._grew)
        model.answered.connect(self._answered)
        model.marked.connect(self._marked)
        model.refused.connect(self._refused)
        model.busy.connect(composer.set_replying)
        model.unsent.connect(self._unsent)
        view.saved.connect(model.correct)
        view.judged.connect(model.judge)
        view.copied.connect(model.copied)
        view.again.connect(model.regenerate)
        view.taken_back.connect(model.take_back)
        composer.sent.connect(self._send)
        composer.stopped.connect(model.stop)
        composer.edit_last.connect(self.edit_last)
        self.empty.suggested.connect(self._suggest)

    # from the person

    def _send(self, text: str) -> None:
        if self._model.send(text):
            self.composer.clear()

    def _suggest(self, text: str) -> None:
        self.composer.set_text(text)
        self.composer.field.setFocus()

    # from the model

    def _open(self) -> None:
        """Another conversation; what was being written in the old one is kept."""
        now = self._model.now
        new = now.conversation.id if now.conversation else None
        self._keep_drafts()
        self._shown = new
        self._show_title()
        self.transcript.show_messages(now.messages, now.signals)
        self._show_live()
        self._stack.setCurrentWidget(self.transcript if self.transcript.views else self.empty)
        self.composer.set_text(self._drafts.pop(new, ""))
        for message_id in [m.id for m in now.messages if m.id in self._corrections]:
            view = self.transcript.reply(message_id)
            if view is not None:
                view.edit(self._corrections.pop(message_id))
        self.composer.field.setFocus()

    def _keep_drafts(self) -> None:
        if self.composer.text():
            self._drafts[self._shown] = self.composer.text()
        self._corrections.update(self.transcript.drafts())

    def _show_live(self) -> None:
        """The reply in the making, if it belongs here."""
        live = self._model.live_here
        if live is None:
            return
        stored = self._model.now.messages
        if live.asked is not None and (not stored or stored[-1].text != live.asked):
            self.transcript.add_user(live.asked)
        self.transcript.begin_reply()
        self._paint_live()

    def _asked(self, live: Live) -> None:
        self._stack.setCurrentWidget(self.transcript)
        if live.asked is None:
            self.transcript.drop_last_replies()
        else:
            self.transcript.add_user(live.asked)
        self.transcript.begin_reply()
        self.transcript.jump_to_latest()
        self._paint_live()

    def _grew(self) -> None:
        if not self._frame.isActive():
            self._frame.start()

    def _paint_live(self) -> None:
        live, view = self._model.live_here, self.transcript.live
        if live is not None and view is not None:
            view.show_live(live.text, "" if live.text else "Thinking …")

    def _answered(self, message: Message, note: str) -> None:
        self._frame.stop()
        self.transcript.finish_reply(message, note)

    def _marked(self, message: Message, signals: Sequence[LedgerSignal]) -> None:
        self.transcript.update_message(message, signals)

    def _refused(self, message_id: str, problem: Problem) -> None:
        view = self.transcript.reply(message_id)
        if view is not None and view.editor is not None:
            view.editor.set_busy(False)
            view.editor.field.setFocus()
        self._model.problem.emit(problem)

    def _unsent(self, text: str) -> None:
        if not self.composer.text():
            self.composer.set_text(text)

    def _show_title(self) -> None:
        here = self._model.now.conversation
        self._shown = here.id if here else None
        self.header.title.set_full(here.title if here else "New conversation")


def _greeting(hour: int) -> str:
    if 5 <= hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= hour < 18 else "Good evening"
