"""The line above a conversation."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from app.ui import theme
from app.ui.controls import Button, ElidedLabel, Panel, row
from app.ui.language import tr
from app.ui.page import badge

NARROW = 640  # design pixels


class Header(Panel):
    """Title of the conversation, the model and what it has learned, and the way to sleep."""

    def __init__(self) -> None:
        super().__init__("header")
        self.unfold = Button("icon", icon="sidebar", name=tr("Show the sidebar"))
        self.title = ElidedLabel("", "strong")
        self.private = badge(tr("Not stored, not learned"), "neutral")
        self.private.setAccessibleDescription(tr("This temporary chat is gone once you leave it"))
        self.setup = Button("icon", icon="tune", name=tr("Setup of this conversation"))
        self.model = Button("chip", "", name=tr("Model"))
        self._night_said = tr("Sleep now")
        self.night = Button("plain", self._night_said, icon="moon")
        parts = (self.unfold, self.title, self.private, self.model, self.setup, self.night)
        layout = row(*parts, margins=(16, 10, 16, 10))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.unfold.hide()
        self.private.hide()

    def show_night(self, said: str, tip: str, description: str) -> None:
        """What the way to sleep says: that it is one, or how far a night is."""
        self._night_said = said
        self.night.setToolTip(tip)
        self.night.setAccessibleName(said)
        self.night.setAccessibleDescription(description)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, the moon alone says where to sleep."""
        wide = self.width() >= theme.current().px(NARROW)
        self.night.setText(self._night_said if wide else "")

    def show_model(self, text: str, explained: str) -> None:
        self.model.setText(text)
        self.model.setAccessibleName(tr("Model: {model}", model=text))
        self.model.setToolTip(explained)
        self.model.setVisible(bool(text))

    def mark_setup(self, own: bool) -> None:
        """Whether this conversation is answered in a way of its own."""
        self.setup.set_icon("tune-on" if own else "tune")
        self.setup.set_look("chosen" if own else "icon")
        changed = tr("Setup of this conversation, changed")
        name = changed if own else tr("Setup of this conversation")
        self.setup.setAccessibleName(name)
        self.setup.setToolTip(name)
