"""A reply in the transcript, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QUrl, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ledger import Kind, Message, State, Via
from app.domain.ledger import Signal as LedgerSignal
from app.domain.provenance import Draft
from app.ui.controls import Button, Label, clear, column, row
from app.ui.correction import Correction
from app.ui.earlier import EarlierLine
from app.ui.marks import MEANINGS, Marks, explained
from app.ui.prose import ProseView
from app.ui.replycorrecting import Correcting
from app.ui.replyeditor import ReplyEditor
from app.ui.textview import TextView
from app.ui.versions import Versions

WAITS = "Waits for your judgement: this chat holds a file"


class ReplyMessage(QWidget):
    """A reply: being written, stored, or being corrected in place."""

    saved = Signal(str, object, bool)  # message id, the person's Draft, whether to learn from it
    discarded = Signal(str, object)  # message id, the Draft that was not saved
    rewrite = Signal(str, object)  # message id, Request: a passage in other words
    rewrite_stopped = Signal()
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

    def __init__(self, *, teaches: bool = True) -> None:
        """`teaches`: whether anything can be learned from what is done with it."""
        super().__init__()
        self._teaches = teaches
        self.message: Message | None = None
        self.signals: tuple[LedgerSignal, ...] = ()
        self.panel: QWidget | None = None
        self.live = True  # being written, or written on
        self._note = ""
        self._versions: Sequence[str] = ()
        self.prose = ProseView("Reply")
        self.prose.link.connect(self.link)
        self._state = Label("", "caption", wrap=True)
        self.correction = Correction()
        self.correction.taken_back.connect(self.taken_back)
        self.correction.learning.connect(self.learning)
        self._waits = Label(WAITS, "caption", wrap=True)
        self.marks = Marks()
        self.marks.taken_back.connect(self.taken_back)
        self._make_actions()
        self.correcting = Correcting(self, self.prose)
        self._connect_correcting()
        self.resume = Button("plain", "Continue", name="Continue this reply", on=self._go_on)
        whole = column(
            self.correcting,
            self.prose,
            self._state,
            _holder(row(self.resume, None)),
            self.correction,
            self.marks,
            self._waits,
            self._actions,
            space=8,
        )
        self._below, self._earlier = column(), column()
        whole.addLayout(self._below)
        whole.addLayout(self._earlier)
        self.setLayout(whole)
        marks = (self.correction, self.marks, self._waits)
        self._parts = (self._state, self.resume, *marks, self._actions)
        for part in (self.correcting, *self._parts):
            part.hide()

    # states

    def show_live(self, text: str, state: str) -> None:
        """While it is written: the text so far, or in words what is going on."""
        self.live = True
        self.prose.show_growing(text)
        self.prose.setVisible(bool(text))
        self._state.setText(state)
        self._state.setVisible(bool(state))
        self.resume.hide()
        self._actions.hide()

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
        self.prose.show_text(message.text or "*(an empty reply)*")
        self.prose.setVisible(self.editor is None)
        edit = self._signal(Kind.EDIT, Via.EDIT)
        self.correcting.know(message, edit)
        said = "" if edit else self._note or ("Ended early." if message.partial else "")
        self._state.setText(said)
        self._state.setVisible(bool(said) and self.editor is None)
        self.resume.setVisible(message.partial and edit is None and self.editor is None)
        self._versions = versions or self._versions
        self.versions.show_versions(message.id, self._versions)
        self._show_marks()
        self.set_last(last)
        self._actions.setVisible(self.editor is None)

    def set_last(self, last: bool) -> None:
        """Only the last reply can be written anew."""
        self.redo.setVisible(last)

    def texts(self) -> list[TextView]:
        """Where the reply can be read."""
        return self.prose.texts()

    def show_panel(self, panel: QWidget | None) -> None:
        """Under the actions, in place of the one that is there."""
        clear(self._below)
        if panel is not None:
            self._below.addWidget(panel)
        self.panel = panel
        self.why.set_look("chosen" if panel else "icon")

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
        if not reading:
            for part in (self.prose, *self._parts):
                part.hide()
        elif self.message is not None:
            last = self.redo.isVisibleTo(self._actions)
            self.show_message(self.message, self.signals, last=last)

    # the parts

    def _connect_correcting(self) -> None:
        correcting = self.correcting
        correcting.opened.connect(lambda: self._show_reading(False))
        correcting.closed.connect(lambda: self._show_reading(True))
        correcting.left.connect(self.change.setFocus)
        correcting.saved.connect(self.saved)
        correcting.discarded.connect(self.discarded)
        correcting.rewrite.connect(self.rewrite)
        correcting.rewrite_stopped.connect(self.rewrite_stopped)
        correcting.reveal.connect(self.reveal)
        correcting.drafted.connect(self.drafted)

    def _make_actions(self) -> None:
        self.change = Button("action", "Edit", icon="edit", name="Edit this reply", on=self.edit)
        self.change.setToolTip("Make it the reply you wanted")
        self.up = Button("icon", icon="thumb-up", name="Good reply", on=lambda: self._judge(True))
        self.down = Button(
            "icon", icon="thumb-down", name="Bad reply", on=lambda: self._judge(False)
        )
        self.copy = Button("icon", icon="copy", name="Copy the reply", on=self.copy_text)
        self.redo = Button("icon", icon="redo", name="Write it again", on=self.again.emit)
        self.why = Button(
            "icon", icon="why", name="Why this reply", on=lambda: self.why_asked.emit(self)
        )
        for thumb in (self.up, self.down):
            thumb.setCheckable(True)
        self.versions = Versions()
        self.versions.chosen.connect(self.version)
        parts = (self.change, self.up, self.down, self.copy, self.redo, self.why, self.versions)
        self._actions = _holder(row(*parts, None, space=2))
        for thumb in (self.up, self.down):
            thumb.setVisible(self._teaches)

    def copy_text(self) -> None:
        if self.message is not None:
            QApplication.clipboard().setText(self.message.text)
            self.copy.flash("Copied")
            self.copied.emit(self.message.id)

    def _show_marks(self) -> None:
        edit = self._signal(Kind.EDIT, Via.EDIT)
        self.correction.setVisible(edit is not None and self.editor is None)
        if edit is not None:
            self.correction.show_edit(edit)
        self.marks.setVisible(self.marks.show_signals(self.signals) and self.editor is None)
        waits = any(signal.state is State.QUARANTINED for signal in self.signals)
        self._waits.setVisible(waits and self.editor is None)
        for button, kind, icon in (
            (self.up, Kind.ACCEPT, "thumb-up"),
            (self.down, Kind.REJECT, "thumb-down"),
        ):
            given = self._signal(kind, Via.THUMB)
            on = given is not None
            button.setChecked(on)
            meaning = MEANINGS[kind, Via.THUMB]
            button.setToolTip(explained(given) if given else f"{meaning.name}. {meaning.strength}")
            button.set_look("chosen" if on else "icon")
            button.set_icon(f"{icon}-filled" if on else icon)

    def _signal(self, kind: Kind, via: Via) -> LedgerSignal | None:
        return next((s for s in self.signals if s.kind is kind and s.via is via), None)

    def _judge(self, up: bool) -> None:
        given = self._signal(Kind.ACCEPT if up else Kind.REJECT, Via.THUMB)
        self._show_marks()  # the store decides, not the click
        if given is not None:
            self.taken_back.emit(given.id)
        elif self.message is not None:
            self.judged.emit(self.message.id, up)

    def _go_on(self) -> None:
        if self.message is not None:
            self.go_on.emit(self.message.id)


def _holder(layout) -> QWidget:  # type: ignore[no-untyped-def]
    holder = QWidget()
    holder.setLayout(layout)
    return holder
