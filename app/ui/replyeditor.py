"""A reply turned into an editor, in its own place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.passage import whole_words
from app.domain.provenance import Draft, Range
from app.services.rewriting import Wish
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.correctionfield import CorrectionField
from app.ui.diffview import DiffView, Form
from app.ui.growingtext import ENTER
from app.ui.hunkreview import HunkReview
from app.ui.hunks import Hunk, Proposal
from app.ui.language import mark, tr
from app.ui.rewritebar import RewriteBar
from app.ui.segments import Segments

HINT = mark("Write it as you would have. The difference is what Reverie learns.")
TEMPORARY_HINT = mark("Write it as you would have. In a temporary chat nothing is learned from it.")
LEGEND = {
    "pasted": mark("Dotted: pasted. It counts little."),
    "rewritten": mark("Dashed: the model's words that you took. They count as kept."),
}


@dataclass(frozen=True, slots=True)
class Request:
    """A passage of `text` that the model is to rewrite."""

    text: str
    passage: Range
    wish: Wish | str


class ReplyEditor(QWidget):
    """`saved` with the draft and whether to learn from it, `discarded`, and `caret` whenever that
    moves. `rewrite` asks for another passage; the answer comes by `review`."""

    saved = Signal(object, bool)  # Draft
    discarded = Signal()
    caret = Signal(object, QRect)  # the widget that it is in, and where
    rewrite = Signal(object)  # Request
    rewrite_stopped = Signal()

    form = Form.OFF
    """How changes are shown while one writes: as it was chosen last."""

    def __init__(
        self, before: Draft, reply: str, *, rewrites: bool = True, teaches: bool = True
    ) -> None:
        """`before`: the text as it is stored, `reply`: as the model wrote it. `rewrites`: whether
        somebody listens to `rewrite`. `teaches`: whether anything can be learned from it."""
        super().__init__()
        self._teaches = teaches
        self._rewrites = rewrites
        self._reply = reply
        self._passage: Range = (0, 0)
        self.field = CorrectionField(tr("Your version of the reply"))
        self.field.set_draft(before)
        self.field.breathe()
        self._before = self.field.text()
        self.review = HunkReview()
        self.changes = DiffView()
        forms = tr("Off"), tr("Inline"), tr("Side by side")
        self.forms = Segments(tr("Changes"), forms, ReplyEditor.form)
        self._make_buttons()
        self._arrange()
        self.bar = RewriteBar(self)
        self.setFocusProxy(self.field)
        self._connect()
        self._show_changes()
        self._explain()

    @property
    def changed(self) -> bool:
        return self.field.text() != self._before

    def draft(self) -> Draft:
        return self.field.draft()

    def set_busy(self, busy: bool) -> None:
        """While the correction is being stored."""
        for button in (self.save, self.only_here):
            button.setDisabled(busy)
        self.field.setReadOnly(busy)

    # rewriting

    def offer_rewriting(self, passage: Range | None = None) -> None:
        """What to do with the passage, or with the selection, or with all of it."""
        if self.review.isVisible() or not self._rewrites:
            return
        if passage is not None:
            self.field.select(passage)
        if self.field.selected() is None:
            self.field.selectAll()
        self.bar.unfold(self._near())

    def grow(self, written: str) -> None:
        if self.review.isVisible():
            self.review.grow(written)

    def propose(self, proposal: Proposal | None) -> None:
        """The passage as the model would have it; None where nothing came of it."""
        if not self.review.isVisible():
            return
        if proposal is None:
            self._close_review()
        else:
            self.review.propose(proposal)

    def _ask(self, wish: Wish | str) -> None:
        passage = self.field.selected()
        self.bar.hide()
        if passage is None:
            return
        text = self.field.text()
        passage = self._passage = whole_words(text, passage)
        self.review.begin(text, *passage)
        self.field.hide()
        self.review.show()
        self.review.setFocus()
        self._show_foot(False)
        self.rewrite.emit(Request(text, passage, wish))

    def _stop(self) -> None:
        self.rewrite_stopped.emit()
        self._close_review()

    def _take(self, taken: Sequence[Hunk]) -> None:
        self.field.take(self._passage[0], taken)
        self._close_review()

    def _close_review(self) -> None:
        """Back to the text, the passage in it selected no more."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self.review.hide()
        self.field.show()
        cursor = self.field.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.field.setTextCursor(cursor)
        self._show_foot(True)
        if inside:
            self.field.setFocus()

    def _settle(self) -> None:
        """A selection that stands gets its small button, unless the wishes are open already."""
        if self.field.selected() is None or not self.field.isVisible():
            if not self.bar.unfolded:
                self.bar.hide()
        elif self._rewrites and not self.bar.unfolded and self.field.hasFocus():
            self.bar.offer(self._near())

    def _near(self) -> QRect:
        place = self.field.end_of_selection()
        return QRect(self.field.mapTo(self, place.topLeft()), place.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.bar.isVisible():
            self.bar.place(self._near())

    # saving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From wherever the focus is in here; the field itself has Esc and Ctrl+Enter, too."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in ENTER and control:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._save(learn=not shift)
        elif event.key() == Qt.Key.Key_Escape:
            self.discarded.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc in here is for here, not for the window's shortcut."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def _save(self, *, learn: bool) -> None:
        if not self.save.isEnabled() or self.review.isVisible():
            return
        if self.changed:
            self.saved.emit(self.draft(), learn)
        else:
            self.discarded.emit()

    # the parts

    def _make_buttons(self) -> None:
        says = tr("Keep for learning") if self._teaches else tr("Save")
        tip = tr("Save it, and learn from it at night (Ctrl+Enter)")
        self.save = Button("primary", says, on=lambda: self._save(learn=True))
        self.save.setToolTip(tip if self._teaches else tr("Save it (Ctrl+Enter)"))
        self.only_here = Button("plain", tr("Only here"), on=lambda: self._save(learn=False))
        self.discard = Button("quiet", tr("Discard"), on=self.discarded.emit)
        self.only_here.setToolTip(tr("Save it, and learn nothing from it (Ctrl+Shift+Enter)"))
        self.discard.setToolTip(tr("Leave the reply as it was (Esc)"))
        if not self._teaches:
            self.only_here.hide()

    def _arrange(self) -> None:
        surface = Panel("editor")
        surface.setLayout(column(self.field, self.review, margins=(14, 12, 14, 12)))
        self.review.hide()
        self._inset = Panel("inset")
        self._inset.setLayout(column(self.changes, margins=(16, 14, 16, 12)))
        self._hint = Label("", "caption", wrap=True)
        shown = Label(tr("Changes"), "caption")
        above = row(self._hint, shown, self.forms, margins=(2, 0, 0, 0))
        above.setStretch(0, 1)
        self._foot = QWidget()
        buttons = row(None, self.discard, self.only_here, self.save)
        self._foot.setLayout(column(above, buttons, space=10))
        self.setLayout(column(surface, self._inset, self._foot, space=10))

    def _connect(self) -> None:
        self.field.submitted.connect(lambda: self._save(learn=True))
        self.field.cancelled.connect(self.discarded)
        self.field.cursorPositionChanged.connect(
            lambda: self.caret.emit(self.field, self.field.cursorRect())
        )
        self.field.textChanged.connect(self._compare)
        self.field.marked.connect(self._explain)
        self.field.settled.connect(self._settle)
        self.forms.chosen.connect(self._choose_form)
        self.bar.opened.connect(self.offer_rewriting)
        self.bar.wanted.connect(self._ask)
        self.bar.left.connect(self.field.setFocus)
        self.review.decided.connect(self._take)
        self.review.stopped.connect(self._stop)
        self.review.moved.connect(self.caret)

    def _choose_form(self, number: int) -> None:
        ReplyEditor.form = Form(number)
        self._show_changes()

    def _show_changes(self) -> None:
        form = Form(self.forms.choice)
        self._inset.setVisible(form is not Form.OFF and not self.review.isVisibleTo(self))
        self.changes.set_form(form)
        self._compare()

    def _compare(self) -> None:
        if self.forms.choice != Form.OFF:
            self.changes.compare(self._reply, self.field.text())

    def _show_foot(self, shown: bool) -> None:
        self._foot.setVisible(shown)
        self._inset.setVisible(shown and self.forms.choice != Form.OFF)

    def _explain(self) -> None:
        """The hint, or what the marks in the text mean."""
        if not self._teaches:
            self._hint.setText(tr(TEMPORARY_HINT))
            return
        draft = self.field.draft()
        told = [tr(LEGEND[kind]) for kind in LEGEND if getattr(draft, kind)]
        self._hint.setText(" ".join(told) or tr(HINT))
