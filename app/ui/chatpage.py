"""One conversation: its header, its transcript or a friendly empty page, and the composer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.domain.attachments import Attachment
from app.domain.ledger import Message
from app.domain.ledger import Signal as LedgerSignal
from app.services.drafts import NEW
from app.ui import theme, words
from app.ui.chatmodel import ChatModel, Live
from app.ui.composer import Composer
from app.ui.controls import Button, ElidedLabel, Label, Panel, Picture, column, row
from app.ui.files import Pending
from app.ui.fileview import FileView
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
        self._place = NEW  # of drafts and files: the conversation that is shown
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

    def attach(self, paths: Sequence[Path]) -> None:
        """Beside what is being written here."""
        self._model.files.add(self._place, paths)

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
        composer.field.textChanged.connect(self._keep_draft)
        composer.attach.connect(self._choose_files)
        composer.files.connect(self.attach)
        composer.file_row.removed.connect(self._remove_file)
        model.files.changed.connect(self._show_files)
        model.files.settled.connect(self._files_read)
        view.built.connect(self._resume_correction)
        view.drafted.connect(model.drafts.write)
        for files in (composer.file_row.opened, view.file_opened):
            files.connect(self.show_file)
        self.empty.suggested.connect(self._suggest)

    # from the person

    def _send(self, text: str) -> None:
        files = self._model.files
        if files.reading(self._place):
            self.composer.set_waiting(True)
        elif self._model.send(text, [f.file for f in files.of(self._place) if f.file]):
            files.take(self._place)
            self.composer.clear()

    def _suggest(self, text: str) -> None:
        self.composer.set_text(text)
        self.composer.field.setFocus()

    def _keep_draft(self) -> None:
        self._model.drafts.write(self._place, self.composer.text())

    # files

    def show_file(self, file: Attachment) -> FileView:
        view = FileView(self, file)
        view.open()
        return view

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, "Attach files")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.attach([Path(name) for name in names]))
        dialog.open()

    def _remove_file(self, pending: Pending) -> None:
        self._model.files.remove(pending)
        self.composer.field.setFocus()

    def _show_files(self, place: str) -> None:
        if place == self._place:
            files = self._model.files.of(place)
            self.composer.file_row.show_pending(files)
            read = [one.file for one in files if one.file]
            self.composer.set_notice(words.files_note(read, self._model.context))

    def _files_read(self, place: str, whole: bool) -> None:
        """What waited for its files goes out, unless one of them could not be read."""
        if place == self._place and self.composer.waiting:
            self.composer.set_waiting(False)
            if whole and self.composer.text().strip():
                self._send(self.composer.text())

    # from the model

    def _open(self) -> None:
        """Another conversation, and what was being written in it."""
        now = self._model.now
        self._place = now.conversation.id if now.conversation else NEW
        self._show_title()
        self.transcript.show_messages(now.messages, now.signals, now.files)
        self._show_live()
        self._stack.setCurrentWidget(self.transcript if self.transcript.views else self.empty)
        self.composer.set_waiting(False)
        self.composer.set_text(self._model.drafts.text(self._place))
        self._show_files(self._place)
        self.composer.field.setFocus()

    def _resume_correction(self, message_id: str) -> None:
        draft, view = self._model.drafts.text(message_id), self.transcript.reply(message_id)
        if draft and view is not None:
            view.edit(draft)

    def _show_live(self) -> None:
        """The reply in the making, if it belongs here."""
        live = self._model.live_here
        if live is None:
            return
        stored = self._model.now.messages
        if live.asked is not None and (not stored or stored[-1].text != live.asked):
            self.transcript.add_user(live.asked, live.files)
        self.transcript.begin_reply()
        self._paint_live()

    def _asked(self, live: Live) -> None:
        self._stack.setCurrentWidget(self.transcript)
        if live.asked is None:
            self.transcript.drop_last_replies()
        else:
            self.transcript.add_user(live.asked, live.files)
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

    def _unsent(self, live: Live) -> None:
        if not self.composer.text():
            self.composer.set_text(live.asked or "")
            self._model.files.put_back(self._place, live.files)

    def _show_title(self) -> None:
        here = self._model.now.conversation
        place = here.id if here else NEW
        if place != self._place:  # what was sent from the empty page has become a conversation
            self._model.drafts.move(self._place, place)
            self._model.files.move(self._place, place)
            self._place = place
        self.header.title.set_full(here.title if here else "New conversation")


def _greeting(hour: int) -> str:
    if 5 <= hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= hour < 18 else "Good evening"
