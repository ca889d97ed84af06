"""The last page of a profile: everything goes, and then there is nothing but two ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.services.wipe import Step
from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, Picture, column, row
from app.ui.language import told, tr
from app.ui.notice import Banner
from app.ui.runner import Problem


class FarewellPage(QWidget):
    quitted = Signal()
    begun = Signal()  # a new profile is wanted

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", "title", wrap=True)
        self.state = Label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the wipe"))
        self.anew = Button("plain", tr("Start anew"), on=self.begun.emit)
        self.quit = Button("primary", tr("Quit"), on=self.quitted.emit)
        self.banner = Banner()
        card = Panel("card")
        card.setLayout(
            column(
                self.title,
                self.state,
                self.bar,
                row(None, self.anew, self.quit),
                space=14,
                margins=(28, 26, 28, 24),
            )
        )
        middle = QWidget()
        middle.setMaximumWidth(theme.current().px(520))
        middle.setLayout(column(card, self.banner, space=16))
        centre = row(None, middle, None, margins=(24, 0, 24, 0))
        centre.setStretch(1, 1000)
        brand = row(
            None, Picture("spark", colour="accent", side=30), Label("Reverie", "display"), None
        )
        self.setLayout(column(None, brand, 20, centre, None))

    def begin(self) -> None:
        self.banner.hide()
        self.title.setText(tr("Wiping this profile"))
        self.state.setText(tr("Do not switch the machine off; if it happens, the rest goes later."))
        self.bar.setRange(0, 0)
        self.bar.show()
        for button in (self.anew, self.quit):
            button.hide()

    def show_step(self, step: Step) -> None:
        self.bar.setRange(0, step.of)
        self.bar.setValue(step.done)
        self.state.setText(words.sentence(str(told(step.what))))

    def end(self, problem: Problem | None) -> None:
        """What could not be done is told; what could be is done all the same."""
        self.bar.hide()
        for button in (self.anew, self.quit):
            button.show()
        self.quit.setFocus()
        self.title.setText(tr("It is gone") if problem is None else tr("Not all of it is gone"))
        self.state.setText(
            tr(
                "Nothing of this profile is left: no conversation, no memory, no key. "
                "Thank you for having been here."
            )
            if problem is None
            else ""
        )
        if problem is not None:
            self.banner.show_problem(problem)
