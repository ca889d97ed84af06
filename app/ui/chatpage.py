"""One conversation: its header, its transcript or a friendly empty page, and the composer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.ledger import Message
from app.domain.ledger import Signal as LedgerSignal
from app.domain.provenance import Draft
from app.ui import theme
from app.ui.chatmodel import ChatModel, Live
from app.ui.composer import Composer
from app.ui.controls import Button, ElidedLabel, Label, Panel, Picture, column, row
from app.ui.hunks import Proposal
from app.ui.page import badge
from app.ui.runner import Problem
from app.ui.setupmodel import SetupModel
from app.ui.setuppanel import SetupPanel
from app.ui.transcript import Transcript

FRAME_MS = 40  # the reply in the making is painted at most 25 times a second
LEARNING = "Edit a reply until it is the one you wanted. At night Reverie learns from it."
PRIVATE = (
    "Nothing of this chat is stored, and nothing is learned from it. It is gone once you leave it."
)
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
        self.title = ElidedLabel("", "strong")
        self.private = badge("Not stored, not learned", "neutral")
        self.private.setAccessibleDescription("This temporary chat is gone once you leave it")
        self.setup = Button("icon", icon="tune", name="Setup of this conversation")
        self.model = Button("chip", "", name="Model")
        self.night = Button("plain", "Sleep now", icon="moon")
        parts = (self.unfold, self.title, self.private, self.model, self.setup, self.night)
        layout = row(*parts, margins=(16, 10, 16, 10))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.unfold.hide()
        self.private.hide()

    def show_model(self, text: str, explained: str) -> None:
        self.model.setText(text)
        self.model.setAccessibleName(f"Model: {text}")
        self.model.setToolTip(explained)
        self.model.setVisible(bool(text))

    def mark_setup(self, own: bool) -> None:
        """Whether this conversation is answered in a way of its own."""
        self.setup.set_icon("tune-on" if own else "tune")
        self.setup.set_look("chosen" if own else "icon")
        name = "Setup of this conversation" + (", changed" if own else "")
        self.setup.setAccessibleName(name)
        self.setup.setToolTip(name)


class EmptyPage(QWidget):
    """Where a conversation begins."""

    suggested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.greeting = Label(_greeting(datetime.now().hour), "display")
        self.learning = Label("", "muted", wrap=True)
        self.learning.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.temporary = Button(
            "quiet", "Temporary chat", icon="temporary", tip="Not stored, not learned"
        )
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
                row(None, self.temporary, None),
                space=12,
            )
        )
        outer = row(None, middle, None, margins=(24, 0, 24, 0))
        outer.setStretch(1, 1000)
        self.setLayout(column(None, outer, None))

    def show_kind(self, *, temporary: bool) -> None:
        """What holds for a conversation that begins here."""
        self.temporary.setVisible(not temporary)
        self.learning.setText(PRIVATE if temporary else LEARNING)


class ChatPage(QWidget):
    """Binds the chat model to its views."""

    discarded = Signal(object)  # a call that brings back what was being written

    def __init__(self, model: ChatModel) -> None:
        super().__init__()
        self._model = model
        self._drafts: dict[str | None, str] = {}
        self._corrections: dict[str, Draft] = {}
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

    def bind_setup(self, model: SetupModel) -> None:
        """The panel that unfolds under its button in the header."""
        self.setup = SetupPanel(model, self)
        self.header.setup.clicked.connect(self.setup.toggle)
        self.setup.closed.connect(self.header.setup.setFocus)
        model.changed.connect(lambda: self.header.mark_setup(model.is_own))

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
        self._settle()
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
        model.settled.connect(self._settle)
        model.summarised.connect(view.show_summary)
        model.sought.connect(self.reveal_message)
        model.refused.connect(self._refused)
        model.busy.connect(composer.set_replying)
        model.unsent.connect(self._unsent)
        view.saved.connect(model.correct)
        view.discarded.connect(self._discarded)
        view.learning.connect(model.set_learning)
        view.rewrite.connect(model.rewriting.ask)
        view.rewrite_stopped.connect(model.rewriting.stop)
        model.rewriting.grew.connect(self._rewriting_grew)
        model.rewriting.proposed.connect(self._proposed)
        view.judged.connect(model.judge)
        view.copied.connect(model.copied)
        view.again.connect(model.regenerate)
        view.go_on.connect(model.go_on)
        view.resent.connect(model.send_again)
        view.rewritten.connect(model.rewrite)
        view.version.connect(model.show_version)
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

    def _discarded(self, message_id: str, draft: Draft) -> None:
        def back() -> None:
            view = self.transcript.reply(message_id)
            if view is not None:
                view.edit(draft)

        self.discarded.emit(back)

    # from the model

    def _open(self) -> None:
        """Another conversation; what was being written in the old one is kept."""
        now = self._model.now
        new = now.conversation.id if now.conversation else None
        self._keep_drafts()
        self._model.rewriting.stop()
        self._shown = new
        self._show_title()
        self.transcript.show_messages(
            now.messages, now.signals, now.versions, now.summary, teaches=not now.temporary
        )
        self._show_live()
        self._stack.setCurrentWidget(self.transcript if self.transcript.views else self.empty)
        self.composer.set_text(self._drafts.pop(new, ""))
        for message_id in [m.id for m in now.messages if m.id in self._corrections]:
            self.transcript.edit(message_id, self._corrections.pop(message_id))
        self.composer.field.setFocus()
        if self._model.wanted is not None:
            self.transcript.reveal_message(self._model.wanted)

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
        if live.goes_on is not None:
            self.transcript.resume_reply(live.goes_on)
            self._paint_live()
            return
        if live.asked is not None and (not stored or stored[-1].text != live.asked):
            self.transcript.add_user(live.asked)
        self.transcript.begin_reply()
        self._paint_live()

    def _asked(self, live: Live) -> None:
        self._stack.setCurrentWidget(self.transcript)
        if live.goes_on is not None:
            self.transcript.resume_reply(live.goes_on)
        else:
            self._make_room(live)
            self.transcript.begin_reply()
        self.transcript.jump_to_latest()
        self.composer.field.setFocus()  # what was pressed may be gone
        self._paint_live()

    def _make_room(self, live: Live) -> None:
        if live.instead_of is not None:
            self.transcript.drop_from(live.instead_of)
        if live.asked is None:
            self.transcript.drop_last_replies()
        else:
            self.transcript.add_user(live.asked)

    def _grew(self) -> None:
        if not self._frame.isActive():
            self._frame.start()

    def _paint_live(self) -> None:
        live, view = self._model.live_here, self.transcript.live
        if live is not None and view is not None:
            summarising = f"Summarising {live.summarising} older messages … Stop goes on without."
            state = summarising if live.summarising else "Thinking …"
            view.show_live(live.text, "" if live.text else state)

    def _answered(self, message: Message, note: str) -> None:
        self._frame.stop()
        self.transcript.finish_reply(message, note)

    def _marked(self, message: Message, signals: Sequence[LedgerSignal]) -> None:
        self.transcript.update_message(message, signals)

    def _settle(self) -> None:
        if self._model.live_here is None:
            self.transcript.adopt(self._model.now.messages, self._model.now.versions)

    def _refused(self, message_id: str, problem: Problem) -> None:
        view = self.transcript.reply(message_id)
        if view is not None and view.editor is not None:
            view.editor.set_busy(False)
            view.editor.field.setFocus()
        self._model.problem.emit(problem)

    def _rewriting_grew(self, message_id: str, text: str) -> None:
        view = self.transcript.reply(message_id)
        if view is not None and view.editor is not None:
            view.editor.grow(text)

    def _proposed(self, message_id: str, proposal: Proposal | None) -> None:
        view = self.transcript.reply(message_id)
        if view is not None and view.editor is not None:
            view.editor.propose(proposal)

    def _unsent(self, text: str) -> None:
        if not self.composer.text():
            self.composer.set_text(text)

    def _show_title(self) -> None:
        here = self._model.now.conversation
        self._shown = here.id if here else None
        temporary = self._model.now.temporary
        unnamed = "Temporary chat" if temporary else "New conversation"
        self.header.title.set_full(here.title if here else unnamed)
        self.header.private.setVisible(temporary)
        self.empty.show_kind(temporary=temporary)


def _greeting(hour: int) -> str:
    if 5 <= hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= hour < 18 else "Good evening"
