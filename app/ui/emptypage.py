"""Where a conversation begins: a greeting, and a few things to ask."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.controls import Button, Label, Picture, column, row
from app.ui.language import mark, tr

LEARNING = mark("Edit a reply until it is the one you wanted. At night Reverie learns from it.")
PRIVATE = mark(
    "Nothing of this chat is stored, and nothing is learned from it. It is gone once you leave it."
)
SUGGESTIONS = (
    mark("Write an e-mail that moves our meeting to Friday"),
    mark("Tell the team that the office is closed on Monday"),
    mark("Thank a neighbour for watering the plants"),
)


class EmptyPage(QWidget):
    """Where a conversation begins."""

    suggested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.greeting = Label(_greeting(datetime.now().hour), "display")
        self.learning = Label("", "muted", wrap=True)
        self.learning.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.temporary = Button(
            "quiet", tr("Temporary chat"), icon="temporary", tip=tr("Not stored, not learned")
        )
        picture = Picture("spark", colour="accent", side=34)
        cards = column(space=8)
        for text in map(tr, SUGGESTIONS):
            card = Button("suggestion", text, name=tr("Suggestion: {text}", text=text))
            card.clicked.connect(lambda _=False, text=text: self.suggested.emit(text))
            cards.addWidget(card)
        middle = QWidget()
        middle.setMaximumWidth(theme.current().px(520))
        middle.setLayout(
            column(
                row(None, picture, None),
                row(None, self.greeting, None),
                self.learning,
                12,
                cards,
                row(None, self.temporary, None),
                space=12,
            )
        )
        outer = row(None, middle, None, margins=(24, 0, 24, 0))
        outer.setStretch(1, 1000)
        self.setLayout(column(None, outer, None))

    def show_kind(self, *, temporary: bool) -> None:
        """What holds for a conversation that begins here."""
        self.temporary.setVisible(not temporary)
        self.learning.setText(tr(PRIVATE) if temporary else tr(LEARNING))


def _greeting(hour: int) -> str:
    if 5 <= hour < 12:
        return tr("Good morning")
    return tr("Good afternoon") if 12 <= hour < 18 else tr("Good evening")
