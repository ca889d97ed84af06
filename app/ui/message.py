"""A reply in the transcript, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QUrl, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ledger import Kind, Message, Via
from app.domain.ledger import Signal as LedgerSignal
from app.domain.provenance import Draft
from app.ui.controls import clear, column
from app.ui.earlier import EarlierLine
from app.ui.language import tr
from app.ui.prose import ProseView
from app.ui.replycorrecting import Correcting
from app.ui.replyeditor import ReplyEditor
from app.ui.replynotes import ReplyNotes
from app.ui.replytools import ReplyTools
from app.ui.textview import TextView


class ReplyMessage(QWidget):
    """A reply: being written, stored, or being corrected in place."""

    saved = Signal(str, object, bool)  # message id, the person's Draft, whether to learn from it
    discarded = Signal(str, object)  # message id, the Draft that was not saved
    rewrite = Signal(str, object)  # message id, Request: a passage in other words
    rewrite_stopped = Signal(str)
    judged = Signal(str, bool)  # message id, up or down
    copied = Signal(str)  # message id
    again = Signal()
    go_on = Signal(str)  # message id
    taken_back = Signal(str)  # signal id
    version = Signal(str)  # message id of the version to show
    why_asked = Signal(object)  # this view
    learning = Signal(str, bool)  # signal id, whether nights may learn from it
    link = Signal(QUrl)
    reveal = Signal(object, QRect)  # a widget and the part of it to keep in view
    drafted = Signal(str, object)  # message id, a Draft being written; None where there is none
    grown = Signal()  # a part has come into being that Tab may reach

    def __init__(self, *, teaches: bool = True) -> None:
        """`teaches`: whether anything can be learned from what is done with it."""
        super().__init__()
        self.message: Message | None = None
        self.signals: tuple[LedgerSignal, ...] = ()
        self.panel: QWidget | None = None
        self.live = True  # being written, or written on
        self._note = ""
        self._versions: Sequence[str] = ()
        self.prose = ProseView(tr("Reply"))
        self.prose.link.connect(self.link)
        self.prose.grown.connect(self.grown)
        self.notes = ReplyNotes()
        self.tools = ReplyTools(teaches=teaches)
        self._connect_parts()
        self.correcting = Correcting(self, self.prose, teaches=teaches)
        self._connect_correcting()
        whole = column(self.correcting, self.prose, self.notes, self.tools, space=8)
        self._below, self._earlier = column(), column()
        whole.addLayout(self._below)
        whole.addLayout(self._earlier)
        self.setLayout(whole)
        self.correcting.hide()
        self.tools.hide()

    # states

    def show_live(self, text: str, state: str) -> None:
        """While it is written: the text so far, or in words what is going on."""
        self.live = True
        self.prose.show_growing(text)
        self.prose.setVisible(bool(text))
        self.notes.show_state(state, resumable=False)
        self.tools.hide()

    def show_message(
        self,
        message: Message,
        signals: Sequence[LedgerSignal],
        *,
        last: bool,
        note: str | None = None,
        versions: Sequence[str] = (),
    ) -> None:
        """`note`: how the reply ended, kept as long as this view lives."""
        self.live = False
        self.message = message
        self._note = note if note is not None else self._note
        self.signals = tuple(signals)
        self.prose.show_text(message.text or tr("*(an empty reply)*"))
        edit = self._signal(Kind.EDIT, Via.EDIT)
        self.correcting.know(message, edit)
        said = "" if edit else self._note or (tr("Ended early.") if message.partial else "")
        self.notes.show_state(said, resumable=message.partial and edit is None)
        self.notes.show_signals(edit, self.signals)
        self._show_thumbs()
        self._versions = versions or self._versions
        self.show_versions(self._versions)
        self.set_last(last)
        self._show_reading(self.editor is None)

    def set_last(self, last: bool) -> None:
        """Only the last reply can be written anew."""
        self.tools.set_last(last)

    def show_versions(self, ids: Sequence[str]) -> None:
        """`ids`: of this reply and those in its place."""
        if self.message is not None:
            self.tools.show_versions(self.message.id, ids)

    @property
    def complete(self) -> bool:
        """Whether all of the text is laid out."""
        return self.prose.complete

    def texts(self) -> list[TextView]:
        """Where the reply can be read."""
        return self.prose.texts()

    def show_panel(self, panel: QWidget | None) -> None:
        """Under the actions, in place of the one that is there."""
        clear(self._below)
        if panel is not None:
            self._below.addWidget(panel)
        self.panel = panel
        self.tools.why.set_look("chosen" if panel else "icon")

    def show_summary(self, summary: str | None) -> None:
        """After this reply begins what the model reads word by word."""
        clear(self._earlier)
        if summary:
            self._earlier.addWidget(EarlierLine(summary))

    # correcting

    @property
    def editor(self) -> ReplyEditor | None:
        return self.correcting.editor

    def edit(self, draft: Draft | None = None) -> None:
        """Turn into an editor, in place. `draft`: a version that was being written before."""
        self.correcting.open(draft)

    def close_editor(self) -> None:
        """Back to the reply as it is stored."""
        self.correcting.finish()

    def draft(self) -> Draft | None:
        """What was written in an open editor, if it differs."""
        return self.correcting.draft()

    def _show_reading(self, reading: bool) -> None:
        """The reply, or the editor in its place."""
        self.notes.want(reading)
        self.prose.setVisible(reading)
        self.tools.setVisible(reading)

    # the parts

    def _connect_parts(self) -> None:
        self.notes.taken_back.connect(self.taken_back)
        self.notes.learning.connect(self.learning)
        self.notes.resumed.connect(self._go_on)
        self.notes.grown.connect(self.grown)
        self.tools.edited.connect(self.edit)
        self.tools.judged.connect(self._judge)
        self.tools.copied.connect(self.copy_text)
        self.tools.again.connect(self.again)
        self.tools.why_asked.connect(lambda: self.why_asked.emit(self))
        self.tools.version.connect(self.version)
        self.tools.grown.connect(self.grown)

    def _connect_correcting(self) -> None:
        correcting = self.correcting
        correcting.opened.connect(lambda: self._show_reading(False))
        correcting.opened.connect(self.grown)
        correcting.closed.connect(lambda: self._show_reading(True))
        correcting.left.connect(self.tools.change.setFocus)
        correcting.saved.connect(self.saved)
        correcting.discarded.connect(self.discarded)
        correcting.rewrite.connect(self.rewrite)
        correcting.rewrite_stopped.connect(self.rewrite_stopped)
        correcting.reveal.connect(self.reveal)
        correcting.drafted.connect(self.drafted)

    def copy_text(self) -> None:
        if self.message is not None:
            QApplication.clipboard().setText(self.message.text)
            self.tools.copy.flash(tr("Copied"))
            self.copied.emit(self.message.id)

    def _show_thumbs(self) -> None:
        up, down = self._signal(Kind.ACCEPT, Via.THUMB), self._signal(Kind.REJECT, Via.THUMB)
        self.tools.show_thumbs(up, down)

    def _signal(self, kind: Kind, via: Via) -> LedgerSignal | None:
        return next((s for s in self.signals if s.kind is kind and s.via is via), None)

    def _judge(self, up: bool) -> None:
        given = self._signal(Kind.ACCEPT if up else Kind.REJECT, Via.THUMB)
        self._show_thumbs()  # the store decides, not the click
        if given is not None:
            self.taken_back.emit(given.id)
        elif self.message is not None:
            self.judged.emit(self.message.id, up)

    def _go_on(self) -> None:
        if self.message is not None:
            self.go_on.emit(self.message.id)
