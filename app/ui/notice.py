"""What the window says about itself: a problem with its remedy, and a short word with an undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import theme
from app.ui.controls import Button, Label, Panel, Picture, column, row
from app.ui.language import tr
from app.ui.runner import Problem
from app.ui.textview import TextView

TOAST_MS = 7000
CHOICE_MS = 15_000
"""There is more to read, and to decide."""


class Banner(Panel):
    """A problem inside the window: title, sentence, remedy, details folded, copy."""

    def __init__(self) -> None:
        super().__init__("notice")
        self.problem: Problem | None = None
        self._retry: Callable[[], object] | None = None
        self.title = Label("", "strong", wrap=True)
        self.sentence = Label("", "body", wrap=True)
        self.remedy = Label("", "muted", wrap=True)
        self.details = TextView(tr("Details of the problem"))
        self.details.setFont(theme.current().mono("caption"))
        self.details.hide()
        self.unfold = Button("quiet", tr("Details"), icon="chevron-right", on=self._toggle_details)
        self.copy = Button(
            "quiet", tr("Copy"), icon="copy", name=tr("Copy the problem"), on=self._copy
        )
        self.again = Button("plain", tr("Try again"), on=self._try_again)
        self.close_button = Button(
            "icon", icon="cross", name=tr("Close this message"), on=self.hide
        )
        foot = row(self.again, self.unfold, self.copy, None, space=4)
        text = column(self.title, self.sentence, self.remedy, 4, foot, self.details, space=4)
        side = column(Picture("alert", colour="danger", side=20), None)
        end = column(self.close_button, None)
        whole = row(space=12, margins=(18, 16, 12, 12))
        whole.addLayout(side)
        whole.addLayout(text, 1)
        whole.addLayout(end)
        self.setLayout(whole)
        self.hide()

    def show_problem(self, problem: Problem, retry: Callable[[], object] | None = None) -> None:
        self.problem = problem
        self._retry = retry
        self.title.setText(problem.title)
        self.sentence.setText(problem.sentence)
        self.remedy.setText(problem.remedy)
        self.details.hide()
        self.unfold.set_icon("chevron-right")
        self.unfold.setVisible(bool(problem.details))
        self.again.setVisible(retry is not None)
        self.setAccessibleName(f"{problem.title}. {problem.sentence} {problem.remedy}")
        self.show()

    def withdraw(self, problem: Problem) -> None:
        """It holds no longer."""
        if self.problem is problem:
            self.hide()

    def _toggle_details(self) -> None:
        shown = not self.details.isVisibleTo(self)
        self.details.setVisible(shown)
        if shown and self.problem is not None:
            self.details.set_plain(self.problem.details)
        self.unfold.set_icon("chevron-down" if shown else "chevron-right")

    def _copy(self) -> None:
        if self.problem is not None:
            told = self.problem
            lines = (told.title, told.sentence, told.remedy, told.details)
            QApplication.clipboard().setText("\n".join(line for line in lines if line))
            self.copy.flash(tr("Copied"))

    def _try_again(self) -> None:
        self.hide()
        if self._retry is not None:
            self._retry()


class Toast(Panel):
    """A short word at the bottom that goes by itself, with one thing to do about it, or two. It
    stays while the pointer is on it.

    Of several that follow each other before their time is over, each can still be undone: once one
    is, the one before it is there again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("toast")
        self.setParent(parent)
        self._text = Label("", "toast", wrap=True)
        self.choice = Button("toast", "", name=tr("Choose"), on=self._choose)
        self.button = Button("toast", "", name=tr("Undo"), on=self._act)
        self._whole = whole = row(space=4, margins=(18, 8, 8, 8))
        whole.addLayout(row(self._text, margins=(0, 0, 10, 0)))
        whole.addWidget(self.choice)
        whole.addWidget(self.button)
        self.setLayout(whole)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.finish)
        self._on_action: Callable[[], object] | None = None
        self._on_choice: Callable[[], object] | None = None
        self._on_end: Callable[[], object] | None = None
        self._earlier: list[tuple[str, str, Callable[[], object]]] = []
        self.hide()

    def announce(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        on_end: Callable[[], object] | None = None,
    ) -> None:
        """One button, if there is an action: `on_action` if it was used, `on_end` once it no longer
        can be. What has an end is never put off by what comes after it."""
        earlier = self._earlier
        if self._on_action is not None and self._on_end is None:
            earlier = [*earlier, (self._text.text(), self.button.text(), self._on_action)]
        self.finish()
        self._earlier = earlier if on_action is not None else []
        self._text.setText(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.button.setAccessibleName(f"{action}: {text}")
        self._on_action, self._on_end = on_action, on_end
        self.choice.hide()
        self._appear(TOAST_MS)

    def amend(self, text: str, choice: str, on_choice: Callable[[], object]) -> None:
        """What was announced says more, with a second button, which does not end it."""
        if self._on_end is None:
            return
        self._text.setText(text)
        self.choice.setText(choice)
        self.choice.setAccessibleName(f"{choice}: {text}")
        self.choice.show()
        self._on_choice = on_choice
        self._appear(CHOICE_MS)

    def _appear(self, for_ms: int) -> None:
        self.place()
        self.show()
        self.raise_()
        self._timer.start(for_ms)

    def finish(self) -> None:
        """The time is over, now."""
        end = self._on_end
        self._dismiss()
        if end is not None:
            end()

    def place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            gap = theme.current().px(28)
            self._fit(host.width() - 2 * gap)
            left = (host.width() - self.width()) // 2
            self.move(left, host.height() - self.height() - gap)

    def _fit(self, room: int) -> None:
        """On one line where there is room for it."""
        px, letters, text = theme.current().px, self._text.fontMetrics(), self._text.text()
        shown = [b.sizeHint() for b in (self.choice, self.button) if b.isVisibleTo(self)]
        margins = self._whole.contentsMargins()
        beside = margins.left() + margins.right() + px(10)
        beside += sum(size.width() + self._whole.spacing() for size in shown)
        line = letters.horizontalAdvance(text) + px(2)
        width = min(line, max(room - beside, px(120)))
        wrapped = letters.boundingRect(0, 0, width, 0, Qt.TextFlag.TextWordWrap, text)
        self._text.setFixedSize(width, wrapped.height() + px(2))
        self._whole.activate()
        tallest = max([self._text.height(), *(size.height() for size in shown)])
        self.resize(beside + width, tallest + margins.top() + margins.bottom())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hold()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hold()

    def _hold(self) -> None:
        """Time stands still while somebody is about to use it."""
        if self.underMouse():
            self._timer.stop()
        elif self.isVisible():
            self._timer.start(CHOICE_MS if self.choice.isVisible() else TOAST_MS)

    def _choose(self) -> None:
        if self._on_choice is not None:
            self._on_choice()

    def _act(self) -> None:
        action, earlier = self._on_action, self._earlier
        self._dismiss()
        if earlier:
            *before, (text, word, undo) = earlier
            self.announce(text, word, undo)
            self._earlier = before
        if action is not None:
            action()

    def _dismiss(self) -> None:
        self._timer.stop()
        self._on_action = self._on_choice = self._on_end = None
        self._earlier = []
        self.hide()


def over_pages(banner: Banner) -> QWidget:
    """The banner where the window shows it: above all pages, as wide as what is read there."""
    holder = QWidget()
    holder.setMaximumWidth(theme.current().px(720 + 48))
    holder.setLayout(column(banner, margins=(24, 12, 24, 0)))
    outer = QWidget()
    layout = row(None, holder, None)
    layout.setStretch(1, 1000)
    outer.setLayout(layout)
    return outer
