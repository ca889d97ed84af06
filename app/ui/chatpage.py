"""One conversation: its transcript or a friendly empty page, and the composer."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QWidget

from app.domain.attachments import Attachment
from app.domain.ledger import Message
from app.domain.ledger import Signal as LedgerSignal
from app.domain.provenance import Draft
from app.ui import words
from app.ui.chatheader import Header
from app.ui.chatmodel import ChatModel
from app.ui.chatstate import Live
from app.ui.composer import Composer
from app.ui.controls import column
from app.ui.emptypage import EmptyPage
from app.ui.files import Pending
from app.ui.fileview import FileView
from app.ui.hunks import Proposal
from app.ui.language import tr
from app.ui.runner import Problem
from app.ui.setupmodel import SetupModel
from app.ui.setuppanel import SetupPanel
from app.ui.transcript import Transcript
from app.ui.usermessage import UserMessage

FRAME_MS = 40  # the reply in the making is painted at most 25 times a second
SHARE = 3  # and takes no more than one part in so many of the time


class ChatPage(QWidget):
    """Binds the chat model to its views."""

    discarded = Signal(object)  # a call that brings back what was being written

    def __init__(self, model: ChatModel) -> None:
        super().__init__()
        self._model = model
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
        self._place: str | None = None  # what is shown belongs to
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
        model.listing.changed.connect(self._show_title)
        model.asked.connect(self._asked)
        model.followed.connect(self._show_live)
        model.grew.connect(self._grew)
        model.answered.connect(self._answered)
        model.marked.connect(self._marked)
        model.settled.connect(self._settle)
        model.summarised.connect(view.show_summary)
        model.sought.connect(self.reveal_message)
        model.gestures.refused.connect(self._refused)
        model.busy.connect(composer.set_replying)
        model.busy.connect(lambda _: QTimer.singleShot(0, self, self._send_waiting))
        model.problem.connect(lambda _: composer.set_waiting(False))
        view.saved.connect(model.gestures.correct)
        view.discarded.connect(self._discarded)
        view.learning.connect(model.gestures.set_learning)
        view.rewrite.connect(model.rewriting.ask)
        view.rewrite_stopped.connect(model.rewriting.stop)
        model.rewriting.grew.connect(self._rewriting_grew)
        model.rewriting.proposed.connect(self._proposed)
        view.judged.connect(model.gestures.judge)
        view.copied.connect(model.gestures.copied)
        view.again.connect(model.regenerate)
        view.go_on.connect(model.go_on)
        view.resent.connect(self._send_again)
        view.rewritten.connect(model.rewrite)
        view.version.connect(model.show_version)
        view.taken_back.connect(model.gestures.take_back)
        view.heard_undone.connect(model.hearing.undo)
        view.heard_approved.connect(model.hearing.approve)
        view.pasted.connect(model.hearing.pasted)
        composer.field.pasted.connect(model.hearing.pasted)
        composer.sent.connect(self._send)
        composer.stopped.connect(model.stop)
        composer.edit_last.connect(self.edit_last)
        composer.field.textChanged.connect(self._keep_draft)
        view.drafted.connect(model.drafts.write_version)
        self._connect_files()
        self.empty.suggested.connect(self._suggest)

    def _connect_files(self) -> None:
        files, composer = self._model.files, self.composer
        composer.attach.connect(self.choose_files)
        composer.files.connect(self.attach)
        composer.file_row.removed.connect(self._remove_file)
        files.changed.connect(self._show_files)
        files.settled.connect(self._files_read)
        for chips in (composer.file_row.opened, self.transcript.file_opened):
            chips.connect(self.show_file)

    # files

    def attach(self, paths: Sequence[Path]) -> None:
        """Beside what is being written here."""
        self._model.files.add(self._model.place, paths)

    def choose_files(self) -> None:
        dialog = QFileDialog(self, tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.attach([Path(name) for name in names]))
        dialog.open()

    def show_file(self, file: Attachment) -> FileView:
        view = FileView(self, file)
        view.open()
        return view

    def _remove_file(self, pending: Pending) -> None:
        self._model.files.remove(pending)
        self.composer.field.setFocus()

    def _show_files(self, place: str) -> None:
        if place == self._model.place:
            files = self._model.files
            self.composer.file_row.show_pending(files.of(place))
            self.composer.set_notice(words.files_note(files.ready(place), self._model.context))

    def _files_read(self, place: str, whole: bool) -> None:
        """What waited for its files goes out, unless one of them could not be read."""
        if place == self._model.place and self.composer.waiting:
            self.composer.set_waiting(False)
            if whole and self.composer.text().strip():
                self._send(self.composer.text())

    # from the person

    def _send(self, text: str) -> None:
        files, place = self._model.files, self._model.place
        if files.reading(place) or self._model.live is not None:
            self.composer.set_waiting(True)
        elif self._model.send(text, files.ready(place)):
            files.clear(place)
            self.composer.clear()

    def _send_waiting(self) -> None:
        """What waited for a reply goes out, once all that had to be told of that is told."""
        if self._model.live is None and self.composer.waiting:
            self.composer.set_waiting(False)
            self._send(self.composer.text())

    def _send_again(self, message_id: str, text: str) -> None:
        view = self.transcript.view_of(message_id)
        if self._model.send_again(message_id, text):
            self._model.drafts.write_version(message_id, None)
        elif isinstance(view, UserMessage) and view.editor is not None:
            view.editor.refuse()

    def _keep_draft(self) -> None:
        self._model.drafts.write(self._model.place, self.composer.text())

    def _suggest(self, text: str) -> None:
        self.composer.set_text(text)
        self.composer.field.setFocus()

    def _discarded(self, message_id: str, draft: Draft) -> None:
        """It can be brought back, also once another conversation or branch is shown."""
        model, left = self._model, self._model.now

        def back() -> None:
            if model.now.holds(message_id):
                self.transcript.edit(message_id, draft)
            elif left.conversation is not None and not left.temporary:
                model.drafts.restore(message_id, draft, temporary=False)
                model.open_at(left.conversation.id, message_id)

        self.discarded.emit(back)

    # from the model

    def _open(self) -> None:
        """Another conversation, and what was being written in it."""
        now, place = self._model.now, self._model.place
        anew, self._place = place == self._place, place
        keep_focus = anew and self._focus_stays()
        self._model.rewriting.stop_any()
        self._show_title()
        self.transcript.show_messages(
            now.messages,
            now.signals,
            now.versions,
            now.summary,
            now.files,
            heard=now.heard,
            teaches=not now.temporary,
            anew=anew,
        )
        self._show_live()
        self._stack.setCurrentWidget(self.transcript if self.transcript.views else self.empty)
        if not anew:
            self.composer.set_waiting(False)
        self.composer.show_draft(place, self._model.drafts.text(place))
        self._show_files(place)
        self._resume_writing(now.messages)
        if not keep_focus:
            self.composer.field.setFocus()
        if self._model.wanted is not None:
            self.transcript.reveal_message(self._model.wanted)

    def _focus_stays(self) -> bool:
        """Nothing that has the focus is made anew with the messages."""
        focused = QApplication.focusWidget()
        return focused is not None and not self.transcript.isAncestorOf(focused)

    def _resume_writing(self, messages: Sequence[Message]) -> None:
        """Messages that were being written anew, unless that has been stored since."""
        drafts = self._model.drafts
        for message in messages:
            draft = drafts.version(message.id)
            if draft is None:
                continue
            if draft.text.strip() == message.text:
                drafts.write_version(message.id, None)
            else:
                self.transcript.edit(message.id, draft)

    def _show_live(self) -> None:
        """The reply in the making, if it belongs here."""
        live = self._model.live_here
        if live is None:
            return
        stored = self._model.now.messages
        is_last = bool(stored) and stored[-1].text == live.asked
        if live.asked is not None and (is_last or not live.reading):
            self.transcript.drop_last_replies()  # its own, where it has just been stored
            self.transcript.begin_reply()
        else:
            self._begin_reply(live)
        self._paint_live()

    def _asked(self, live: Live) -> None:
        self._stack.setCurrentWidget(self.transcript)
        self._begin_reply(live)
        self.transcript.jump_to_latest()
        self.composer.field.setFocus()  # what was pressed may be gone
        self._paint_live()

    def _begin_reply(self, live: Live) -> None:
        """Below what it answers: what it takes the place of goes."""
        if live.goes_on is not None:
            self.transcript.resume_reply(live.goes_on)
            return
        if live.instead_of is not None:
            self.transcript.drop_from(live.instead_of)
        if live.asked is None:
            self.transcript.drop_last_replies()
        else:
            self.transcript.add_user(live.asked, live.files)
        self.transcript.begin_reply()

    def _grew(self) -> None:
        if not self._frame.isActive():
            self._frame.start()

    def _paint_live(self) -> None:
        live, view = self._model.live_here, self.transcript.live
        if live is not None and view is not None:
            began = time.perf_counter()
            QTimer.singleShot(0, self, lambda: self._painted(time.perf_counter() - began))
            view.show_live(live.text, "" if live.text else _doing(live))
            if live.heard is not None:
                self.transcript.show_heard(live.heard)

    def _painted(self, seconds: float) -> None:
        """With its layout: the longer a frame takes, the fewer there are."""
        self._frame.setInterval(max(FRAME_MS, round(1000 * SHARE * seconds)))

    def _answered(self, message: Message, note: str) -> None:
        self._frame.stop()
        self.transcript.finish_reply(message, note)

    def _marked(self, message: Message, signals: Sequence[LedgerSignal]) -> None:
        self.transcript.update_message(message, signals)

    def _settle(self) -> None:
        if self._model.live_here is None:
            now = self._model.now
            self.transcript.adopt(now.messages, now.versions, now.heard)

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

    def _show_title(self) -> None:
        here = self._model.now.conversation
        temporary = self._model.now.temporary
        unnamed = tr("Temporary chat") if temporary else tr("New conversation")
        self.header.title.set_full(here.title if here else unnamed)
        self.header.private.setVisible(temporary)
        self.empty.show_kind(temporary=temporary)


def _doing(live: Live) -> str:
    """What goes on before there is a word of the reply."""
    if not live.summarising:
        return tr("Thinking …")
    return tr("Summarising %n older message(s) … Stop goes on without.", "", live.summarising)
