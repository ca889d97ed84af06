"""The answer in the quick prompt: its text, its editor, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.domain.provenance import Draft
from app.ui import theme
from app.ui.controls import Button, ElidedLabel, Label, column, row
from app.ui.language import mark, tr
from app.ui.prose import ProseView
from app.ui.quickmodel import Asked
from app.ui.replyeditor import ReplyEditor

FRAME_MS = 40  # painted at most 25 times a second
PASTE_IT = mark("On the clipboard. Paste it where you were.")


class QuickAnswer(QWidget):
    """Shows one `Asked`. It never scrolls by itself: whoever reads is not disturbed."""

    saved = Signal(object, bool)  # Draft: the person's version; whether to learn from it
    inserted = Signal()
    copied = Signal()
    continued = Signal()
    editing = Signal(bool)
    drafted = Signal(str, object)  # message id, a Draft being written; None where there is none
    link = Signal(QUrl)

    def __init__(self) -> None:
        super().__init__()
        self._asked: Asked | None = None
        self._discarded: Draft | None = None  # of the answer that is shown
        self.editor: ReplyEditor | None = None
        self.question = ElidedLabel("", "muted")
        self.prose = ProseView(tr("Answer"))
        self.prose.link.connect(self.link)
        self.state = Label("", "caption", wrap=True)
        self._content = QWidget()
        self._column = column(self.prose, margins=(0, 0, 6, 0))
        self._content.setLayout(self._column)
        self.area = FittingScroll(tr("Answer"), self._content)
        self._make_actions()
        self.setLayout(column(self.question, self.area, self.state, self._actions, space=10))
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._paint)

    def show_asked(self, asked: Asked | None) -> None:
        """Another question, or the same one in another state. An editor stays open until what is
        written in it is stored; with another question it goes, and its draft stays."""
        if asked is not self._asked:
            self._discarded = None
        elif self._is_stored():
            self._discarded = None
            self._tell(None)
        elif self.editor is not None:
            return
        self.close_editor()
        self._asked = asked
        self.setVisible(asked is not None)
        if asked is not None:
            self.question.set_full(asked.question)
            self._frame.stop()
            self._paint()

    def grew(self) -> None:
        if not self._frame.isActive():
            self._frame.start()

    def say(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def edit(self, draft: Draft | None = None) -> None:
        """Turn into an editor, in place. `draft`: a version that was being written before."""
        asked = self._asked
        if asked is None or asked.message is None or self.editor is not None:
            return
        text = asked.message.text
        before = Draft(text) if asked.edit is None else Draft.of(asked.edit, text)
        self.editor = ReplyEditor(before, asked.text.strip(), rewrites=False)
        if draft is not None:
            self.editor.field.set_draft(draft)
        self._tell(self.draft())
        self.editor.field.textChanged.connect(lambda: self._tell(self.draft()))
        self.editor.saved.connect(self._save)
        self.editor.discarded.connect(self._discard)
        self.editor.caret.connect(self._reveal_caret)
        self._column.addWidget(self.editor)
        for part in (self.prose, self._actions, self.state):
            part.hide()
        self.editor.show()
        self.editor.field.setFocus()
        self.editing.emit(True)

    def close_editor(self) -> None:
        """Back to the answer as it is stored."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self.prose.show()
        self._paint()
        self.editing.emit(False)

    def draft(self) -> Draft | None:
        """What was written in an open editor, if it differs."""
        editor = self.editor
        return editor.draft() if editor is not None and editor.changed else None

    def not_saved(self) -> None:
        """What was written stays in the editor."""
        if self.editor is not None:
            self.editor.set_busy(False)
            self.editor.field.setFocus()

    def _make_actions(self) -> None:
        self.insert = Button("plain", tr("Insert"), icon="check", on=self.inserted.emit)
        self.insert.setToolTip(tr("Put it on the clipboard and hide (Ctrl+Shift+Enter)"))
        self.copy = Button("action", tr("Copy"), icon="copy", name=tr("Copy the answer"))
        self.copy.setToolTip(tr("Copy (Ctrl+Shift+C)"))
        self.copy.clicked.connect(self.copied)
        self.change = Button(
            "action", tr("Edit"), icon="edit", name=tr("Edit the answer"), on=self.edit
        )
        self.change.setToolTip(tr("Make it the answer you wanted (Ctrl+E)"))
        self.go_on = Button("quiet", tr("Continue in the chat"), icon="chevron-right")
        self.go_on.setToolTip(tr("Continue in the chat (Ctrl+Enter)"))
        self.go_on.clicked.connect(self.continued)
        self.back = Button("quiet", tr("Undo"), name=tr("Bring back what was discarded"))
        self.back.clicked.connect(self._bring_back)
        here = self.insert, self.copy, self.change, self.back
        self._actions = QWidget()
        self._actions.setLayout(row(*here, None, self.go_on, space=4))

    def _paint(self) -> None:
        asked = self._asked
        if asked is None:
            return
        text = asked.message.text if asked.message else asked.text
        self.prose.show_text(text)
        self.area.setVisible(bool(text) or self.editor is not None)
        done = asked.message is not None
        self.say(asked.note if done else "" if text else tr("Thinking …"))
        for button in (self.insert, self.copy, self.change):
            button.setVisible(done and bool(text))
        self.back.setVisible(self._discarded is not None)
        self._actions.setVisible(self.editor is None and bool(text))

    def _is_stored(self) -> bool:
        """Whether what is written in the editor is what the answer says."""
        draft, message = self.draft(), self._asked.message if self._asked else None
        return draft is not None and message is not None and draft.text.strip() == message.text

    def _tell(self, draft: Draft | None) -> None:
        if self._asked is not None and self._asked.message is not None:
            self.drafted.emit(self._asked.message.id, draft)

    def _discard(self) -> None:
        draft = self.draft()
        self._discarded = draft or self._discarded
        self._tell(None)
        self.close_editor()
        if draft is not None:
            self.say(tr("Discarded"))

    def _bring_back(self) -> None:
        draft, self._discarded = self._discarded, None
        self.edit(draft)

    def _save(self, draft: Draft, learn: bool) -> None:
        if self.editor is not None:
            self.editor.set_busy(True)
            self.saved.emit(draft, learn)

    def _reveal_caret(self, *_: object) -> None:
        if self.editor is not None:
            field = self.editor.field
            spot = field.viewport().mapTo(self._content, field.cursorRect().center())
            self.area.ensureVisible(spot.x(), spot.y(), 0, theme.current().px(40))


class FittingScroll(QScrollArea):
    """As tall as its content, up to `most`; only then there is a bar. Were the bar left to Qt, it
    would ask the texts for their height at two widths, and they would stay at the wrong one."""

    def __init__(self, name: str, content: QWidget) -> None:
        super().__init__()
        self.most = theme.current().px(420)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        self.setWidget(content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if watched is self._content and event.type() in (
            QEvent.Type.LayoutRequest,
            QEvent.Type.Resize,
        ):
            self.fit()
        return handled

    def fit(self) -> None:
        content, policy = self._content, Qt.ScrollBarPolicy
        needed = content.heightForWidth(self.viewport().width())
        needed = needed if needed > 0 else content.sizeHint().height()
        tall = needed > self.most
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if tall else policy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(min(self.most, needed))

    def turn(self, pages: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))
