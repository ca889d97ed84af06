"""The quick prompt: a small window over whatever the person is doing. Made once and kept hidden.

It hides on Esc or on its key and keeps what was written; a new question replaces the last answer,
which stays a conversation like any other.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.services.drafts import QUICK
from app.ui import theme
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.dialogs import LinkDialog
from app.ui.draftkeeper import joined
from app.ui.foreground import bring_forward
from app.ui.growingtext import GrowingText
from app.ui.language import mark, tr
from app.ui.notice import Banner
from app.ui.quickanswer import PASTE_IT, QuickAnswer
from app.ui.quickcontext import ContextChip, as_file, taken
from app.ui.quickmodel import Asked, QuickModel
from app.ui.runner import Problem

WIDTH = 660
FROM_TOP = 0.2  # of the screen
MOST_OF_SCREEN = 0.5  # for the answer
MOST_LINES = 6
READ_IT_MS = 1500
HINT = mark("Enter asks · Ctrl+I adds what you selected or copied · Esc hides")
NOTHING_THERE = mark("Nothing is selected, and the clipboard holds no text.")


class QuickPrompt(QWidget):
    """`continued` with a conversation to open in the window, `moved` with a text and files to go
    on with there."""

    continued = Signal(str)
    moved = Signal(str, tuple)

    def __init__(self, model: QuickModel) -> None:
        super().__init__(None, _flags())
        self._model = model
        self.setObjectName("quickprompt")
        self.setWindowTitle(tr("Reverie quick prompt"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.chip = ContextChip()
        self.field = GrowingText(tr("Ask Reverie"), most_lines=MOST_LINES, enter_breaks=False)
        self.field.setPlaceholderText(tr("Ask Reverie"))
        self.button = Button("round", icon="send", name=tr("Ask"))
        self.banner = Banner()
        self.answer = QuickAnswer()
        self.answer.hide()
        self.hint = Label(tr(HINT), "caption", wrap=True)
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(READ_IT_MS)
        self._lay_out()
        self._connect()
        self._shortcuts()
        self._resume_draft()
        self._paint_button()
        self.winId()  # the native window too is made now, not when it is wanted

    # showing and hiding

    def toggle(self) -> None:
        """Hide where the person writes in it, else bring it there."""
        if self.isVisible() and self.isActiveWindow():
            self.hide()
        else:
            self.appear()

    def appear(self) -> None:
        if not self.isVisible():
            self._place()
        bring_forward(self)
        if self.answer.editor is None:
            self.field.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hint.setText(tr(HINT))
        if self._going.isActive():  # the answer went to the clipboard: this one is done
            self._going.stop()
            self._model.leave()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _place(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.answer.area.most = round(room.height() * MOST_OF_SCREEN)
        self.setFixedWidth(min(theme.current().px(WIDTH), room.width()))
        self._fit()
        left = room.left() + (room.width() - self.width()) // 2
        self.move(left, room.top() + round(room.height() * FROM_TOP))

    def _fit(self) -> None:
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))

    # from the person

    def take_context(self) -> None:
        """Reads the desktop's selection or clipboard; only ever on this key or button."""
        text, origin = taken()
        if text.strip():
            self.chip.show_text(text, origin)
            self.hint.setText(tr(HINT))
        else:
            self.hint.setText(tr(NOTHING_THERE))
        self.field.setFocus()

    def copy_answer(self) -> None:
        if self._put_on_clipboard():
            self.answer.copy.flash(tr("Copied"))
            self._model.copied()

    def insert_answer(self) -> None:
        """No desktop lets every program write into another: the clipboard is what is there."""
        if not self._going.isActive() and self._put_on_clipboard():
            self._model.inserted()
            self.answer.say(tr(PASTE_IT))
            self._going.start()

    def go_on_in_chat(self) -> None:
        """The conversation, or what would be the next one."""
        if self._model.now is not None and self._model.now.conversation is not None:
            self.hide()
            conversation = self._model.leave()
            if conversation is not None:
                self.continued.emit(conversation)
        elif self.field.text().strip():
            text, context = self.field.text(), self.chip.text
            self._clear()
            self.hide()
            self.moved.emit(text, as_file(context))

    def _put_on_clipboard(self) -> bool:
        asked = self._model.now
        if asked is None or asked.message is None or self.answer.editor is not None:
            return False
        QApplication.clipboard().setText(asked.message.text)
        return True

    def _ask(self) -> None:
        if self._model.ask(self.field.text(), self.chip.text):
            self._clear()

    def _keep_draft(self) -> None:
        self._model.drafts.write(QUICK, self.field.text())

    def _resume_draft(self) -> None:
        self.field.set_text(self._model.drafts.text(QUICK))
        self.field.document().clearUndoRedoStacks()

    def _pressed(self) -> None:
        if self._model.answering:
            self._model.stop()
        else:
            self._ask()

    def _clear(self) -> None:
        self.field.clear()
        self.chip.clear()
        self.banner.hide()

    # from the model

    def _show(self) -> None:
        self.answer.show_asked(self._model.now)
        self._paint_button()

    def _unsent(self, asked: Asked) -> None:
        self.field.set_text(joined(asked.question, self.field.text()))
        if asked.context and not self.chip.text:
            self.chip.show_text(asked.context, tr("As before"))

    def _refused(self, problem: Problem) -> None:
        self.answer.not_saved()
        self.banner.show_problem(problem)

    def _paint_button(self) -> None:
        answering = self._model.answering
        name = tr("Stop the answer") if answering else tr("Ask")
        self.button.set_icon("stop" if answering else "send")
        self.button.setAccessibleName(name)
        self.button.setToolTip(name if answering else tr("Ask (Enter)"))
        self.button.setEnabled(answering or bool(self.field.text().strip()))

    # making

    def _lay_out(self) -> None:
        add = Button(
            "chip", tr("Add text"), icon="plus", name=tr("Add what you selected or copied")
        )
        add.setToolTip(tr("Add what you selected or copied (Ctrl+I)"))
        add.clicked.connect(self.take_context)
        entry = row(self.field, self.button, space=10)
        entry.setAlignment(self.field, Qt.AlignmentFlag.AlignVCenter)
        self._foot = QWidget()
        foot = row(self.hint, add)
        foot.setStretch(0, 1)
        self._foot.setLayout(foot)
        inner = column(space=10, margins=(20, 16, 16, 12))
        inner.addWidget(self.chip)
        inner.addLayout(entry)
        inner.addWidget(self.banner)
        inner.addWidget(self.answer)
        inner.addWidget(self._foot)
        surface = Panel("prompt")
        surface.setLayout(inner)
        self._column = column(surface, space=0)
        self.setLayout(self._column)

    def _connect(self) -> None:
        model, answer = self._model, self.answer
        model.changed.connect(self._show)
        model.grew.connect(answer.grew)
        model.unsent.connect(self._unsent)
        model.refused.connect(self._refused)
        model.problem.connect(self.banner.show_problem)
        self.field.submitted.connect(self._ask)
        self.field.cancelled.connect(self.hide)
        self.field.up_in_empty.connect(answer.edit)
        self.field.textChanged.connect(self._paint_button)
        self.field.textChanged.connect(model.touch)
        self.field.textChanged.connect(self._keep_draft)
        self.field.pasted.connect(model.pasted)
        self.button.clicked.connect(self._pressed)
        self.chip.removed.connect(self.chip.clear)
        self.chip.removed.connect(self.field.setFocus)
        self._going.timeout.connect(self._gone)
        answer.saved.connect(model.correct)
        answer.drafted.connect(model.drafts.write_version)
        answer.inserted.connect(self.insert_answer)
        answer.copied.connect(self.copy_answer)
        answer.continued.connect(self.go_on_in_chat)
        answer.editing.connect(self._edit_shown)
        answer.link.connect(self._ask_link)

    def _shortcuts(self) -> None:
        self._outside_editor = [
            self._shortcut(keys, action)
            for keys, action in (
                ("Ctrl+Return", self.go_on_in_chat),
                ("Ctrl+Enter", self.go_on_in_chat),
                ("Ctrl+Shift+Return", self.insert_answer),
                ("Ctrl+Shift+Enter", self.insert_answer),
                ("Ctrl+Shift+C", self.copy_answer),
                ("Ctrl+E", self.answer.edit),
                ("Ctrl+I", self.take_context),
                ("Esc", self.hide),
                ("PgDown", lambda: self.answer.area.turn(0.9)),
                ("PgUp", lambda: self.answer.area.turn(-0.9)),
            )
        ]

    def _shortcut(self, keys: str, action) -> QShortcut:  # type: ignore[no-untyped-def]
        made = QShortcut(QKeySequence(keys), self)
        made.activated.connect(action)
        return made

    def _edit_shown(self, shown: bool) -> None:
        """The editor has keys of its own: Ctrl+Enter saves there."""
        for shortcut in self._outside_editor:
            shortcut.setEnabled(not shown)
        self._foot.setVisible(not shown)
        if not shown:
            self.field.setFocus()

    def _gone(self) -> None:
        self._going.start()  # so that hiding knows why
        self.hide()

    def _ask_link(self, url: QUrl) -> None:
        LinkDialog(self, url).open()


def _flags() -> Qt.WindowType:
    kind = Qt.WindowType
    return kind.Tool | kind.FramelessWindowHint | kind.WindowStaysOnTopHint
