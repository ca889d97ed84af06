"""What is offered for a selected passage: a small button near it, and behind that the wishes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from app.services.rewriting import Wish
from app.ui import theme
from app.ui.controls import Button, Panel, row
from app.ui.growingtext import ENTER
from app.ui.language import mark, tr

WISHES = (
    (Wish.SHORTER, mark("Shorter")),
    (Wish.WARMER, mark("Warmer")),
    (Wish.FORMAL, mark("More formal")),
    (Wish.LANGUAGE, mark("Fix language")),
)
GAP = 6


class RewriteBar(Panel):
    """Floats over `host`. `opened` by the small button, `wanted` with a wish, `left` when the
    person has thought again."""

    opened = Signal()
    wanted = Signal(object)  # Wish, or str in the person's own words
    left = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__("floating")
        self.setParent(host)
        self._host = host
        self.setAccessibleName(tr("Rewrite the selected passage"))
        self.opener = Button("quiet", tr("Rewrite …"), icon="spark", on=self.opened.emit)
        self.opener.setAccessibleName(tr("Rewrite the selection"))
        self.opener.setToolTip(tr("Have the model rewrite the selection (Ctrl+R)"))
        self.wishes = [self._button(wish, tr(label)) for wish, label in WISHES]
        self.own = QLineEdit()
        self.own.setPlaceholderText(tr("Or say how …"))
        self.own.setAccessibleName(tr("Say how to rewrite it"))
        self.own.setMinimumWidth(theme.current().px(150))
        self.own.returnPressed.connect(self._want_own)
        self._line = row(space=2, margins=(4, 4, 4, 4))
        self._line.addLayout(row(self.opener, *self.wishes, space=2))
        self._line.addWidget(self.own)
        self.setLayout(self._line)
        self.hide()

    @property
    def unfolded(self) -> bool:
        return self.isVisible() and self.own.isVisible()

    def offer(self, near: QRect) -> None:
        """The small button alone; the focus stays where it is."""
        self._arrange(near, unfolded=False)

    def unfold(self, near: QRect) -> None:
        """All wishes, and the focus on the first."""
        self._arrange(near, unfolded=True)
        self.wishes[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in ENTER and isinstance(focused, Button):
            focused.click()
        elif step is not None:
            self.focusNextPrevChild(step > 0)
        else:
            super().keyPressEvent(event)

    def place(self, near: QRect) -> None:
        """Under the end of the selection, and always inside of the host."""
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight)
        room, gap = self._host.rect(), theme.current().px(GAP)
        if self.sizeHint().width() > room.width():
            self._line.setDirection(direction.TopToBottom)
        self.adjustSize()
        left = min(near.left(), room.width() - self.width())
        top = near.bottom() + gap
        if top + self.height() > room.height():
            top = near.top() - self.height() - gap
        self.move(QPoint(max(0, left), max(0, top)))

    def _button(self, wish: Wish, label: str) -> Button:
        return Button("quiet", label, on=lambda: self.wanted.emit(wish))

    def _arrange(self, near: QRect, *, unfolded: bool) -> None:
        self.opener.setVisible(not unfolded)
        for part in (*self.wishes, self.own):
            part.setVisible(unfolded)
        self.own.clear()
        self.show()
        self.place(near)
        self.raise_()

    def _want_own(self) -> None:
        if self.own.text().strip():
            self.wanted.emit(self.own.text().strip())
