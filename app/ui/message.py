"""The two kinds of message in a transcript, and what can be done with a reply."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QUrl, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ledger import Kind, Message, Via
from app.domain.ledger import Signal as LedgerSignal
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.correction import Correction
from app.ui.prose import ProseView
from app.ui.replyeditor import ReplyEditor
from app.ui.textview import TextView

BUBBLE_INSET = 96  # design pixels that stay free on the left


class UserMessage(QWidget):
    """What the person wrote, as written: a bubble on the right."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._view = TextView("You wrote")
        self._view.set_plain(text)
        self._bubble = Panel("bubble")
        inner = column(self._view, margins=(16, 13, 16, 7))
        self._bubble.setLayout(inner)
        self._view.hug()
        self.setLayout(row(BUBBLE_INSET, None, self._bubble))


class ReplyMessage(QWidget):
    """A reply: being written, stored, or being corrected in place."""

    saved = Signal(str, str)  # message id, the person's version
    judged = Signal(str, bool)  # message id, up or down
    copied = Signal(str)  # message id
    again = Signal()
    taken_back = Signal(str)  # signal id
    link = Signal(QUrl)
    reveal = Signal(object, QRect)  # a widget and the part of it to keep in view

    def __init__(self) -> None:
        super().__init__()
        self.message: Message | None = None
        self.signals: tuple[LedgerSignal, ...] = ()
        self.editor: ReplyEditor | None = None
        self._note = ""
        self.prose = ProseView("Reply")
        self.prose.link.connect(self.link)
        self._state = Label("", "caption", wrap=True)
        self.correction = Correction()
        self.correction.taken_back.connect(self.taken_back)
        self._copy_mark = Label("Copied, which counts as a good reply", "caption")
        self._copy_back = Button("quiet", "Take back", icon="undo", on=self._take_copy_back)
        self._make_actions()
        self._copy_row = _holder(row(self._copy_mark, self._copy_back, None, space=4))
        self._column = column(
            self.prose, self._state, self.correction, self._copy_row, self._actions, space=8
        )
        self.setLayout(self._column)
        for part in (self._state, self.correction, self._copy_row, self._actions):
            part.hide()

    # states

    def show_live(self, text: str, state: str) -> None:
        """While it is written: the text so far, or in words what is going on."""
        self.prose.show_growing(text)
        self.prose.setVisible(bool(text))
        self._state.setText(state)
        self._state.setVisible(bool(state))

    def show_message(
        self,
        message: Message,
        signals: Sequence[LedgerSignal],
        *,
        last: bool,
        note: str | None = None,
    ) -> None:
        """`note`: how the reply ended, kept as long as this view lives."""
        self.message = message
        self._note = note if note is not None else self._note
        self.signals = tuple(signals)
        self.prose.show_text(message.text or "*(an empty reply)*")
        self.prose.setVisible(self.editor is None)
        corrected = self._signal(Kind.EDIT, Via.EDIT) is not None
        said = "" if corrected else self._note or ("Ended early." if message.partial else "")
        self._state.setText(said)
        self._state.setVisible(bool(said) and self.editor is None)
        self._show_marks()
        self.set_last(last)
        self._actions.setVisible(self.editor is None)

    def set_last(self, last: bool) -> None:
        """Only the last reply can be written anew."""
        self.redo.setVisible(last)

    # correcting

    def edit(self, draft: str | None = None) -> None:
        """Turn into an editor, in place. `draft`: a version that was being written before."""
        if self.message is None or self.editor is not None:
            return
        self.editor = ReplyEditor(self.message.text)
        if draft is not None:
            self.editor.field.set_text(draft)
        self.editor.saved.connect(self._save)
        self.editor.cancelled.connect(self.close_editor)
        self.editor.caret.connect(self._reveal_caret)
        self._column.insertWidget(0, self.editor)
        for part in (self.prose, self.correction, self._copy_row, self._actions, self._state):
            part.hide()
        self.editor.show()
        self.editor.field.setFocus()
        self._reveal_caret(self.editor.field.cursorRect())

    def close_editor(self) -> None:
        """Back to the reply as it is stored."""
        if self.editor is None or self.message is None:
            return
        editor, self.editor = self.editor, None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and editor.isAncestorOf(focused)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self.show_message(self.message, self.signals, last=self.redo.isVisibleTo(self._actions))
        if had_focus:
            self.change.setFocus()

    def draft(self) -> str | None:
        """What was written in an open editor, if it differs."""
        return self.editor.text() if self.editor is not None and self.editor.changed else None

    # the parts

    def _make_actions(self) -> None:
        self.change = Button("action", "Edit", icon="edit", name="Edit this reply", on=self.edit)
        self.change.setToolTip("Make it the reply you wanted (Ctrl+E)")
        self.up = Button("icon", icon="thumb-up", name="Good reply", on=lambda: self._judge(True))
        self.down = Button(
            "icon", icon="thumb-down", name="Bad reply", on=lambda: self._judge(False)
        )
        self.copy = Button("icon", icon="copy", name="Copy the reply", on=self.copy_text)
        self.redo = Button("icon", icon="redo", name="Write it again", on=self.again.emit)
        for thumb in (self.up, self.down):
            thumb.setCheckable(True)
        self._actions = _holder(
            row(self.change, self.up, self.down, self.copy, self.redo, None, space=2)
        )

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
        copied = self._signal(Kind.ACCEPT, Via.COPY)
        self._copy_row.setVisible(copied is not None and self.editor is None)
        for button, kind, icon in (
            (self.up, Kind.ACCEPT, "thumb-up"),
            (self.down, Kind.REJECT, "thumb-down"),
        ):
            on = self._signal(kind, Via.THUMB) is not None
            button.setChecked(on)
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

    def _take_copy_back(self) -> None:
        copied = self._signal(Kind.ACCEPT, Via.COPY)
        if copied is not None:
            self.taken_back.emit(copied.id)

    def _save(self, text: str) -> None:
        if self.message is not None and self.editor is not None:
            self.editor.set_busy(True)
            self.saved.emit(self.message.id, text)

    def _reveal_caret(self, caret: QRect) -> None:
        if self.editor is not None:
            self.reveal.emit(self.editor.field, caret)


def _holder(layout) -> QWidget:  # type: ignore[no-untyped-def]
    holder = QWidget()
    holder.setLayout(layout)
    return holder
