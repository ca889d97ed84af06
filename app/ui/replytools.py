"""What can be done with a reply: the quiet row of buttons under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Kind, Via
from app.domain.ledger import Signal as LedgerSignal
from app.ui.controls import Button, row
from app.ui.language import tr
from app.ui.later import Later
from app.ui.marks import MEANINGS, explained
from app.ui.versions import Versions


class ReplyTools(QWidget):
    """Of these, writing it again and the versions come only where there is something to them."""

    edited = Signal()
    judged = Signal(bool)  # up or down
    copied = Signal()
    again = Signal()
    why_asked = Signal()
    version = Signal(str)  # message id of the version to show
    grown = Signal()

    def __init__(self, *, teaches: bool) -> None:
        super().__init__()
        self.change = Button(
            "action",
            tr("Edit"),
            icon="edit",
            name=tr("Edit this reply"),
            tip=tr("Make it the reply you wanted"),
            on=self.edited.emit,
        )
        self.up = _thumb("thumb-up", tr("Good reply"), lambda: self.judged.emit(True))
        self.down = _thumb("thumb-down", tr("Bad reply"), lambda: self.judged.emit(False))
        self.copy = Button("icon", icon="copy", name=tr("Copy the reply"), on=self.copied.emit)
        self.why = Button("icon", icon="why", name=tr("Why this reply"), on=self.why_asked.emit)
        self._redo = Later(self._make_redo, self.grown.emit)
        self._versions = Later(self._make_versions, self.grown.emit)
        known = self.change, self.up, self.down, self.copy
        self.setLayout(row(*known, self._redo.room, self.why, self._versions.room, None, space=2))
        for thumb in (self.up, self.down):
            thumb.setVisible(teaches)

    @property
    def redo(self) -> Button:
        return self._redo.get()

    @property
    def versions(self) -> Versions:
        return self._versions.get()

    @property
    def last(self) -> bool:
        """Whether it can be written anew: only the last reply can."""
        return self._redo.made is not None and self._redo.made.isVisibleTo(self)

    def set_last(self, last: bool) -> None:
        self._redo.show_if(last)

    def show_versions(self, shown: str, ids: Sequence[str]) -> None:
        """`ids`: of the reply that is `shown` and of those in its place."""
        if len(ids) > 1 or self._versions.made is not None:
            self.versions.show_versions(shown, ids)

    def show_thumbs(self, up: LedgerSignal | None, down: LedgerSignal | None) -> None:
        """Which of the thumbs was given, if any."""
        for button, kind, icon, given in (
            (self.up, Kind.ACCEPT, "thumb-up", up),
            (self.down, Kind.REJECT, "thumb-down", down),
        ):
            meaning = MEANINGS[kind, Via.THUMB]
            button.setChecked(given is not None)
            button.setToolTip(explained(given) if given else meaning.told())
            button.set_look("chosen" if given else "icon")
            button.set_icon(f"{icon}-filled" if given else icon)

    def _make_redo(self) -> Button:
        return Button("icon", icon="redo", name=tr("Write it again"), on=self.again.emit)

    def _make_versions(self) -> Versions:
        versions = Versions()
        versions.chosen.connect(self.version)
        return versions


def _thumb(icon: str, name: str, on) -> Button:  # type: ignore[no-untyped-def]
    button = Button("icon", icon=icon, name=name, on=on)
    button.setCheckable(True)
    return button
