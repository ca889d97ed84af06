"""Where a conversation begins: a greeting, and a few things to ask."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.controls import Button, Label, Picture, column, row
from app.ui.language import mark, tr
from app.ui.morningcard import MorningCard
from app.ui.morningmodel import MorningModel
from app.ui.page import Page

LEARNING = mark("Edit a reply until it is the one you wanted. At night Reverie learns from it.")
PRIVATE = mark(
    "Nothing of this chat is stored, and nothing is learned from it. It is gone once you leave it."
)
WIDTH = 560
SUGGESTIONS = (
    mark("Write an e-mail that moves our meeting to Friday"),
    mark("Tell the team that the office is closed on Monday"),
    mark("Thank a neighbour for watering the plants"),
)


class EmptyPage(Page):
    """Where a conversation begins. What is told in the morning comes first."""

    suggested = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("New conversation"), WIDTH)
        self.greeting = Label(_greeting(datetime.now().hour), "display")
        self.learning = Label("", "muted", wrap=True)
        self.learning.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.temporary = Button(
            "quiet", tr("Temporary chat"), icon="temporary", tip=tr("Not stored, not learned")
        )
        self.picture = Picture("spark", colour="accent", side=34)
        self.suggestions = QWidget()
        cards = column(space=8)
        for text in map(tr, SUGGESTIONS):
            card = Button("suggestion", text, name=tr("Suggestion: {text}", text=text))
            card.clicked.connect(lambda _=False, text=text: self.suggested.emit(text))
            cards.addWidget(card)
        self.suggestions.setLayout(cards)
        self.column.setSpacing(theme.current().px(12))
        self.column.addStretch(1)
        self.column.addLayout(row(None, self.picture, None))
        self.column.addLayout(row(None, self.greeting, None))
        self.column.addWidget(self.learning)
        self.column.addSpacing(theme.current().px(12))
        self.column.addWidget(self.suggestions)
        self.column.addLayout(row(None, self.temporary, None))
        self.column.addStretch(1)

    def bind_morning(self, model: MorningModel) -> MorningCard:
        """One thing at a time: suggestions make room for what is told."""
        card = MorningCard(model)
        self.column.insertWidget(self.column.indexOf(self.suggestions), card)

        def make_room() -> None:
            for widget in (self.suggestions, self.picture, self.learning):
                widget.setVisible(model.morning is None)

        model.changed.connect(make_room)
        make_room()
        return card

    def show_kind(self, *, temporary: bool) -> None:
        """What holds for a conversation that begins here."""
        self.temporary.setVisible(not temporary)
        self.learning.setText(tr(PRIVATE) if temporary else tr(LEARNING))


def _greeting(hour: int) -> str:
    if 5 <= hour < 12:
        return tr("Good morning")
    return tr("Good afternoon") if 12 <= hour < 18 else tr("Good evening")
