"""Wiping in place: what shall go, what that is, a word to be typed, how far it is, how it ended.

Knows no service: whoever shows it answers `asked` by `show_items`, and `wanted` by carrying it out.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QLineEdit, QProgressBar, QWidget

from app.domain.ledger import Conversation
from app.services.wipe import Item, Scope, Step
from app.ui import theme, words
from app.ui.controls import Button, Label, clear, column, repolish, row
from app.ui.flow import Flow
from app.ui.language import mark, told, tr

SCOPES = {
    Scope.MEMORIES: (
        mark("Memories"),
        mark("All that Reverie knows about you in words, and adapters that it was taught to."),
    ),
    Scope.LEARNED: (
        mark("What nights learned"),
        mark(
            "All adapters, and what reports quote. Your corrections stay; a night can learn anew."
        ),
    ),
    Scope.CONVERSATION: (
        mark("One conversation"),
        mark("Its messages, and all that was learned from it."),
    ),
    Scope.EVERYTHING: (
        mark("Everything"),
        mark("This whole profile, the key first. Without the key nothing of it can be read."),
    ),
}
WORD = mark("wipe")
RIGHT = Qt.AlignmentFlag.AlignRight


class WipePanel(QWidget):
    """`asked` what would go, and `wanted`, both with a Scope and the id of a conversation or ""."""

    asked = Signal(object, str)
    wanted = Signal(object, str)

    def __init__(self, scopes: Sequence[Scope] = tuple(Scope)) -> None:
        super().__init__()
        self._conversations: Sequence[Conversation] = ()
        self.scope: Scope | None = None
        self._known = False  # what would go
        self._busy = False
        self._group = QButtonGroup(self)
        self.choices = {scope: self._choice(scope) for scope in scopes}
        self.conversation = QComboBox()
        self.conversation.setAccessibleName(tr("Conversation"))
        self.conversation.view().setAccessibleName(tr("Conversations"))
        self.conversation.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.about = Label("", "muted", wrap=True)
        self.items = QGridLayout()
        self.word = QLineEdit()
        self.word.setAccessibleName(tr("Type the word {word} to confirm", word=tr(WORD)))
        self.word.setPlaceholderText(tr(WORD))
        self.ask_word = Label(tr("There is no way back. Type {word} to confirm.", word=tr(WORD)))
        self.button = Button("danger", tr("Wipe"), icon="trash", on=self._go)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the wipe"))
        self.state = Label("", "muted", wrap=True)
        self._details = QWidget()
        self._make()
        self.conversation.activated.connect(lambda _: self._ask())
        self.word.textChanged.connect(lambda _: self._show_button())
        self.word.returnPressed.connect(self._go)

    def show_conversations(self, listed: Sequence[Conversation]) -> None:
        kept = self._chosen_conversation()
        self._conversations = listed
        self.conversation.clear()
        self.conversation.addItems([str(told(one.title)) for one in listed])
        ids = [one.id for one in listed]
        self.conversation.setCurrentIndex(ids.index(kept) if kept in ids else 0)

    def choose(self, scope: Scope) -> None:
        self.choices[scope].setChecked(True)
        self._turn(scope)

    def show_items(self, scope: Scope, items: Sequence[Item]) -> None:
        """What would go; an answer to an earlier question is passed over."""
        if scope is not self.scope or self._busy:
            return
        self._known = bool(items)
        clear(self.items)
        self.state.setText("" if items else tr("There is nothing of this."))
        for line, item in enumerate(items):
            self.items.addWidget(
                Label(words.sentence(str(told(item.what))), "body", wrap=True), line, 0
            )
            self.items.addWidget(Label(words.number(item.count), "number"), line, 1, RIGHT)
            size = words.size(item.bytes) if item.bytes else ""
            self.items.addWidget(Label(size, "caption"), line, 2, RIGHT)
        self._show_button()

    def show_step(self, step: Step) -> None:
        self.bar.setRange(0, step.of)
        self.bar.setValue(step.done)
        self.state.setText(words.sentence(str(told(step.what))))

    def end(self, said: str) -> None:
        """It is over, with that as the last word."""
        self._set_busy(False)
        self._known = False
        self.word.clear()
        clear(self.items)
        self.state.setText(said)
        self._show_button()

    def _make(self) -> None:
        choices = QWidget()
        flow = Flow(theme.current().px(8))
        for choice in self.choices.values():
            flow.addWidget(choice)
        choices.setLayout(flow)
        px = theme.current().px
        self.items.setHorizontalSpacing(px(16))
        self.items.setVerticalSpacing(px(4))
        self.items.setColumnStretch(0, 1)
        confirm = row(self.word, self.button, space=10)
        confirm.setStretch(0, 1)
        self._details.setLayout(
            column(
                self.about,
                self.conversation,
                self.items,
                self.ask_word,
                confirm,
                self.bar,
                self.state,
                space=10,
            )
        )
        self.setLayout(column(choices, self._details, space=14))
        choices.setVisible(len(self.choices) > 1)
        self._details.hide()
        self.bar.hide()
        self._show_button()

    def _choice(self, scope: Scope) -> Button:
        made = Button("choice", tr(SCOPES[scope][0]), icon="circle")
        made.setCheckable(True)
        made.toggled.connect(lambda on: made.set_icon("check" if on else "circle"))
        made.setAccessibleDescription(tr(SCOPES[scope][1]))
        made.clicked.connect(lambda: self._turn(scope))
        self._group.addButton(made)
        return made

    def _turn(self, scope: Scope) -> None:
        self.scope = scope
        self.about.setText(tr(SCOPES[scope][1]))
        self.conversation.setVisible(scope is Scope.CONVERSATION)
        self._details.show()
        self.word.clear()
        self.state.clear()
        self._ask()

    def _ask(self) -> None:
        self._known = False
        self._show_button()
        if self.scope is Scope.CONVERSATION and not self._conversations:
            self.show_items(self.scope, ())
        elif self.scope is not None:
            self.asked.emit(self.scope, self._target())

    def _go(self) -> None:
        if self.button.isEnabled() and self.scope is not None:
            self._set_busy(True)
            self.bar.setRange(0, 0)
            self.wanted.emit(self.scope, self._target())

    def _target(self) -> str:
        return self._chosen_conversation() if self.scope is Scope.CONVERSATION else ""

    def _chosen_conversation(self) -> str:
        at = self.conversation.currentIndex()
        return self._conversations[at].id if 0 <= at < len(self._conversations) else ""

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.bar.setVisible(busy)
        for widget in (*self.choices.values(), self.conversation, self.word):
            widget.setDisabled(busy)
        self._show_button()

    def _show_button(self) -> None:
        typed = self.word.text().strip().casefold() == tr(WORD).casefold()
        for widget in (self.ask_word, self.word, self.button):
            widget.setVisible(self._known or self._busy)
        self.button.setEnabled(typed and self._known and not self._busy)
        repolish(self.button)
