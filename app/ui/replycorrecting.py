"""How a reply is corrected: the editor that opens in its place, and what leads to it and back."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Message, State
from app.domain.ledger import Signal as LedgerSignal
from app.domain.passage import passage_of
from app.domain.provenance import Draft, Range
from app.ui import theme
from app.ui.controls import column, holds_focus
from app.ui.prose import ProseView
from app.ui.replyeditor import ReplyEditor, Request
from app.ui.rewritebar import RewriteBar


class Correcting(QWidget):
    """Holds the editor while there is one."""

    opened = Signal()
    closed = Signal()
    left = Signal()  # closed while the focus was in it
    saved = Signal(str, object, bool)
    discarded = Signal(str, object)
    rewrite = Signal(str, object)
    rewrite_stopped = Signal(str)
    drafted = Signal(str, object)
    reveal = Signal(object, QRect)

    def __init__(self, host: QWidget, prose: ProseView, *, teaches: bool) -> None:
        """`host`: the message, over which the button for a selection in `prose` floats. `teaches`:
        whether anything can be learned from a correction."""
        super().__init__()
        self._teaches = teaches
        self.editor: ReplyEditor | None = None
        self._message: Message | None = None
        self._edit: LedgerSignal | None = None
        self._undo: tuple[str, Draft, bool] | None = None  # of what was saved, what was before
        self._host, self._prose = host, prose
        self._column = column(space=0)
        self.setLayout(self._column)
        self.bar: RewriteBar | None = None  # made when something is first selected
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(theme.SETTLE_MS)
        self._wait.timeout.connect(self._settle)
        prose.selected.connect(self._wait.start)
        for keys, action in (("Ctrl+R", self.offer_rewriting), ("Ctrl+Z", self.undo)):
            shortcut = QShortcut(QKeySequence(keys), host)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def know(self, message: Message, edit: LedgerSignal | None) -> None:
        """The reply as it is stored, and the correction of it. An editor stays open, unless what is
        stored now is what was written in it, or nothing was."""
        before, self._message, self._edit = self._message, message, edit
        draft = self.draft()
        if draft is None:
            done = before is not None and before.text != message.text
        else:
            done = draft.text.strip() == message.text
        if done:
            self.finish()

    def open(self, draft: Draft | None = None) -> None:
        """`draft`: a version that was being written before."""
        if self._message is None or self.editor is not None:
            return
        self._hide_bar()
        written = self._message.written
        reply = self._message.text if written is None else written
        editor = self.editor = ReplyEditor(self._stored(), reply, teaches=self._teaches)
        if draft is not None:
            editor.field.set_draft(draft)
        editor.saved.connect(self._save)
        editor.discarded.connect(self._discard)
        editor.rewrite.connect(self._ask)
        editor.rewrite_stopped.connect(self._stop_rewriting)
        editor.caret.connect(self.reveal)
        editor.field.textChanged.connect(self._tell_draft)
        self._tell_draft()
        self._column.addWidget(editor)
        self.opened.emit()
        self.show()
        editor.show()
        editor.field.setFocus()
        self.reveal.emit(editor.field, editor.field.cursorRect())

    def finish(self) -> None:
        """Back to the reply as it is stored."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        self._tell_draft()
        had_focus = holds_focus(editor)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self.hide()
        self.closed.emit()
        if had_focus:
            self.left.emit()

    def draft(self) -> Draft | None:
        """What was written in an open editor, if it differs."""
        editor = self.editor
        return editor.draft() if editor is not None and editor.changed else None

    def _tell_draft(self) -> None:
        if self._message is not None:
            self.drafted.emit(self._message.id, self.draft())

    def undo(self) -> None:
        """What was saved last goes back to what was there before, unless it changed since."""
        undo, self._undo = self._undo, None
        if undo is None or self._message is None or self.editor is not None:
            return
        saved, before, learned = undo
        if self._message.text == saved:
            self.saved.emit(self._message.id, before, learned)

    def offer_rewriting(self) -> None:
        """Of what is selected, in the reply or in the editor."""
        passage = None
        if self.editor is None:
            passage = self._passage()
            self.open()
        if self.editor is not None:
            self.editor.offer_rewriting(passage)

    def _passage(self) -> Range | None:
        """Where what is selected on the screen stands in the text."""
        selection = self._prose.selection()
        if selection is None or self._message is None:
            return None
        return passage_of(self._message.text, selection.text, selection.occurrence)

    def _settle(self) -> None:
        selection = self._prose.selection()
        if selection is None or self._message is None or not self._prose.isVisible():
            self._hide_bar()
            return
        if self.bar is None:
            self.bar = RewriteBar(self._host)
            self.bar.opened.connect(self.offer_rewriting)
        place = self._prose.mapTo(self._host, selection.end.topLeft())
        self.bar.offer(QRect(place, selection.end.size()))

    def _hide_bar(self) -> None:
        if self.bar is not None:
            self.bar.hide()

    def _stored(self) -> Draft:
        text = self._message.text if self._message else ""
        return Draft(text) if self._edit is None else Draft.of(self._edit, text)

    def _save(self, draft: Draft, learn: bool) -> None:
        if self._message is not None and self.editor is not None:
            learned = self._edit is None or self._edit.state is not State.EXCLUDED
            self._undo = draft.text.strip(), self._stored(), learned
            self.editor.set_busy(True)
            self.saved.emit(self._message.id, draft, learn)

    def _discard(self) -> None:
        draft = self.draft()
        self._stop_rewriting()
        self.finish()
        if draft is not None and self._message is not None:
            self.discarded.emit(self._message.id, draft)

    def _ask(self, request: Request) -> None:
        if self._message is not None:
            self.rewrite.emit(self._message.id, request)

    def _stop_rewriting(self) -> None:
        if self._message is not None:
            self.rewrite_stopped.emit(self._message.id)
