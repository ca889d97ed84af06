"""What the person wrote: a bubble on the right that can be put right, or sent again, under the
files that were attached to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.attachments import Attachment
from app.domain.events import Heard
from app.domain.ledger import Message
from app.domain.provenance import Draft
from app.ui import theme
from app.ui.controls import Button, Label, Panel, column, holds_focus, row
from app.ui.filechips import FileRow
from app.ui.growingtext import GrowingText
from app.ui.heard import HeardMarks
from app.ui.language import tr
from app.ui.later import Later
from app.ui.plaintext import PlainText
from app.ui.textview import TextView
from app.ui.versions import Versions

BUBBLE_INSET = 96  # design pixels that stay free on the left
TOOLS_HEIGHT = 32  # design pixels; their place is kept while they are not there


class UserMessage(QWidget):
    """Before it is stored it has no `message`, and nothing can be done with it but reading."""

    resent = Signal(str, str)  # message id, what to send in its stead
    rewritten = Signal(str, str)  # message id, what it should have said
    discarded = Signal(str, object)  # message id, the Draft that was neither sent nor kept
    version = Signal(str)  # message id of the version to show
    reveal = Signal(object, QRect)  # a widget and the part of it to keep in view
    drafted = Signal(str, object)  # message id, a Draft being written; None where there is none
    file_opened = Signal(object)  # Attachment
    grown = Signal()  # a part has come into being that Tab may reach
    heard_undone = Signal(object)  # Heard
    heard_approved = Signal(object)  # Heard
    memories_wanted = Signal(str)  # those that may be meant by it
    pasted = Signal(str)  # into the editor

    def __init__(self, text: str, files: Sequence[Attachment] = ()) -> None:
        super().__init__()
        self.message: Message | None = None
        self.editor: MessageEditor | None = None
        self._text = text
        self.shown = PlainText(tr("You wrote"), self)
        self.shown.show_text(text)
        self.shown.grown.connect(self.grown)
        self._bubble = Panel("bubble")
        self._bubble.setLayout(column(self.shown, margins=(16, 13, 16, 7)))
        self._tools = Later(self._make_tools, self.grown.emit)
        self._versions = Later(self._make_versions, self.grown.emit)
        self._heard = Later(self._make_heard, self.grown.emit)
        below = QWidget()
        below.setLayout(row(None, self._tools.room, self._versions.room, space=2))
        below.setMinimumHeight(theme.current().px(TOOLS_HEIGHT))
        self._shown = QWidget()
        self._shown.setLayout(
            column(row(BUBBLE_INSET, None, self._bubble), self._heard.room, below, space=2)
        )
        self._column = column(self._shown, space=0)
        self.files: FileRow | None = None
        if files:
            self.files = self._row_of(files)
        self.setLayout(self._column)

    def show_message(self, message: Message, versions: Sequence[str]) -> None:
        """The stored `message`, one of its `versions`."""
        self.message = message
        if message.text != self._text:
            if self.editor is not None and self.editor.text().strip() == message.text:
                self.close_editor()  # what was written in it is stored now
            self._text = message.text
            self.shown.show_text(message.text)
        if len(versions) > 1 or self._versions.made is not None:
            self.versions.show_versions(message.id, versions)

    def show_heard(self, heard: Sequence[Heard]) -> None:
        """What became of what it tells about the person."""
        if heard or self._heard.made is not None:
            self.heard.show_heard(heard)
            self._heard.show_if(bool(heard))

    @property
    def heard(self) -> HeardMarks:
        return self._heard.get()

    @property
    def tools(self) -> MessageTools:
        return self._tools.get()

    @property
    def versions(self) -> Versions:
        return self._versions.get()

    @property
    def complete(self) -> bool:
        """Whether all of the text is laid out."""
        return self.shown.complete

    def texts(self) -> list[TextView]:
        """Where the message can be read."""
        return self.shown.views

    def edit(self, draft: Draft | None = None) -> None:
        """Turn into an editor, in place. `draft`: a version that was being written before."""
        if self.message is None or self.editor is not None:
            return
        self.editor = MessageEditor(self._text)
        if draft is not None:
            self.editor.field.set_text(draft.text)
        self.editor.sent.connect(self._send)
        self.editor.kept.connect(self._keep)
        self.editor.cancelled.connect(self._discard)
        self.editor.field.cursorPositionChanged.connect(self._reveal_caret)
        self.editor.field.textChanged.connect(self._tell_draft)
        self.editor.field.pasted.connect(self.pasted)
        self._tell_draft()
        self._column.addWidget(self.editor)
        self._shown.hide()
        self.editor.field.setFocus()
        self._reveal_caret()

    def close_editor(self) -> None:
        """Back to the message as it is stored."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        self._tell_draft()
        had_focus = holds_focus(editor)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._shown.show()
        if had_focus:
            self.shown.views[0].setFocus()

    def draft(self) -> Draft | None:
        """What was written in an open editor, if it differs."""
        changed = self.editor is not None and self.editor.text() != self._text
        return Draft(self.editor.text()) if self.editor is not None and changed else None

    def _tell_draft(self) -> None:
        if self.message is not None:
            self.drafted.emit(self.message.id, self.draft())

    def _row_of(self, files: Sequence[Attachment]) -> FileRow:
        shown = FileRow(to_right=True)
        shown.opened.connect(self.file_opened)
        self._column.insertLayout(0, row(BUBBLE_INSET, shown, space=0, margins=(0, 0, 0, 6)))
        shown.show_sent(files)
        return shown

    # the tools come with the pointer or the focus, so that the page stays calm

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._tools.show_if(self.message is not None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._tools.show_if(holds_focus(self))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._tools.show_if(self.message is not None)
        elif event.type() == QEvent.Type.FocusOut:
            self._tools.show_if(self.underMouse() or holds_focus(self))
        return super().eventFilter(watched, event)

    def _make_tools(self) -> MessageTools:
        tools = MessageTools()
        tools.change.clicked.connect(lambda: self.edit())  # noqa: PLW0108  (drops the checked state)
        tools.copy.clicked.connect(self._copy)
        for part in (tools.change, tools.copy):
            part.installEventFilter(self)
        return tools

    def _make_heard(self) -> HeardMarks:
        marks = HeardMarks()
        marks.undone.connect(self.heard_undone)
        marks.approved.connect(self.heard_approved)
        marks.wanted.connect(self.memories_wanted)
        return marks

    def _make_versions(self) -> Versions:
        versions = Versions()
        versions.chosen.connect(self.version)
        return versions

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._text)
        self.tools.copy.flash(tr("Copied"))

    def _send(self, text: str) -> None:
        """The editor stays until the message makes room for the new one: it may be refused."""
        if self.message is not None:
            self.resent.emit(self.message.id, text)

    def _keep(self, text: str) -> None:
        """The editor stays until the message says that."""
        if self.message is not None:
            self.rewritten.emit(self.message.id, text)

    def _discard(self) -> None:
        draft = self.draft()
        self.close_editor()
        if draft is not None and self.message is not None:
            self.discarded.emit(self.message.id, draft)

    def _reveal_caret(self) -> None:
        if self.editor is not None:
            self.reveal.emit(self.editor.field, self.editor.field.cursorRect())


class MessageEditor(QWidget):
    """`sent` or `kept` with the new text, or `cancelled`."""

    sent = Signal(str)
    kept = Signal(str)
    cancelled = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self._before = text
        self.field = GrowingText(tr("Your message"), most_lines=None, enter_breaks=True)
        self.field.set_text(text)
        self.field.breathe()
        self.send = Button("primary", tr("Send"), tip=tr("Send again (Ctrl+Enter)"), on=self._send)
        self.keep = Button("plain", tr("Only change the text"), on=self._keep)
        self.cancel = Button("plain", tr("Cancel"), tip=tr("Cancel (Esc)"), on=self.cancelled.emit)
        told = tr("Sending it begins a new branch; the old one stays.")
        self.hint = Label(told, "caption", wrap=True)
        surface = Panel("editor")
        surface.setLayout(column(self.field, margins=(14, 12, 14, 12)))
        foot = row(self.hint, self.cancel, self.keep, self.send, margins=(2, 0, 0, 0))
        foot.setStretch(0, 1)
        self.setLayout(column(surface, foot, space=10))
        self.setFocusProxy(self.field)
        self.field.submitted.connect(self._send)
        self.field.cancelled.connect(self.cancelled)

    def text(self) -> str:
        return self.field.text()

    def refuse(self) -> None:
        """It could not be sent, and why; what was written stays."""
        self.hint.setText(tr("Not sent: a reply is being written. Send it once that is done."))

    def _send(self) -> None:
        if self.text().strip():
            self.sent.emit(self.text())

    def _keep(self) -> None:
        changed = self.text().strip() not in ("", self._before)
        if changed:
            self.kept.emit(self.text())
        else:
            self.cancelled.emit()


class MessageTools(QWidget):
    """Come with the pointer or the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.change = Button("icon", icon="edit", name=tr("Edit this message"))
        self.copy = Button("icon", icon="copy", name=tr("Copy this message"))
        self.setLayout(row(self.change, self.copy, space=2))
