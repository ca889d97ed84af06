"""Small controls that the views are made of; each has an accessible name and follows the theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons, theme

FLASH_MS = 1600


class Button(QPushButton):
    """A push button in one of the looks of the style sheet: primary, plain, quiet, danger, link,
    icon, round. A tooltip, if not given, is the accessible name."""

    def __init__(
        self,
        look: str,
        text: str = "",
        *,
        icon: str | None = None,
        name: str | None = None,
        tip: str | None = None,
        on: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(text)
        self._icon = icon
        self._look = look
        self._flashing = False
        self.setProperty("look", look)
        self.setAccessibleName(name or text)
        if tip or not text:
            self.setToolTip(tip or name or "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if on is not None:
            self.clicked.connect(lambda: on())  # noqa: PLW0108  (drops the checked state)
        theme.current().changed.connect(self._paint_icon)
        self._paint_icon()

    def set_icon(self, icon: str) -> None:
        if icon != self._icon:
            self._icon = icon
            self._paint_icon()

    def set_look(self, look: str) -> None:
        if look != self._look:
            self._look = look
            self.setProperty("look", look)
            repolish(self)
            self._paint_icon()

    def flash(self, text: str) -> None:
        """Says for a moment that something was done, in the button that did it."""
        if self._flashing:
            return
        self._flashing = True
        before, icon = self.text(), self._icon
        if before:
            self.setText(text)
        self.set_icon("check")

        def back() -> None:
            self._flashing = False
            self.setText(before)
            if icon is not None:
                self.set_icon(icon)

        QTimer.singleShot(FLASH_MS, self, back)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        if self._icon is None:
            return
        now = theme.current()
        colour = {
            "primary": now.colours.on_accent,
            "round": now.colours.on_accent,
            "danger": now.colours.danger,
            "link": now.colours.accent,
            "chosen": now.colours.accent,
        }.get(self._look if self.isEnabled() else "", now.colours.muted)
        side = now.px(17)
        self.setIcon(icons.icon(self._icon, colour, side))
        self.setIconSize(QSize(side, side))


class Nav(Button):
    """Leads to a page; checked while that page is shown, which no click changes by itself."""

    def __init__(self, text: str, *, icon: str) -> None:
        super().__init__("nav", text, icon=icon)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """The page decides."""


class Switch(QCheckBox):
    """On or off, as a small sliding switch."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(px(42), px(26))

    def hitButton(self, spot: QPoint) -> bool:
        return self.rect().contains(spot)

    def paintEvent(self, _: QPaintEvent) -> None:
        now, px = theme.current().colours, theme.current().px
        track = self.rect().adjusted(px(2), px(2), -px(2), -px(2))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QColor(now.text))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(13), px(13))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent if self.isChecked() else now.control))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = track.height() - 2 * px(3)
        left = track.right() - px(3) - knob + 1 if self.isChecked() else track.left() + px(3)
        painter.setBrush(QColor(now.on_accent if self.isChecked() else now.surface))
        painter.drawEllipse(left, track.top() + px(3), knob, knob)
        painter.end()


class Picture(QLabel):
    """An icon without an action; decoration, so it has no name of its own."""

    def __init__(self, icon: str, *, colour: str = "muted", side: int = 18) -> None:
        super().__init__()
        self._icon, self._colour, self._side = icon, colour, side
        self.setProperty("decoration", True)
        theme.current().changed.connect(self._paint)
        self._paint()

    def show_icon(self, icon: str, colour: str) -> None:
        self._icon, self._colour = icon, colour
        self._paint()

    def _paint(self) -> None:
        now = theme.current()
        side = now.px(self._side)
        colour = getattr(now.colours, self._colour)
        self.setPixmap(icons.pixmap(self._icon, colour, side, self.devicePixelRatioF()))
        self.setFixedSize(side, side)


class Label(QLabel):
    """Text in one of the roles of the style sheet; plain text always: nothing in it acts."""

    def __init__(self, text: str = "", role: str = "body", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_role(self, role: str) -> None:
        if self.property("role") != role:
            self.setProperty("role", role)
            repolish(self)


class ElidedLabel(Label):
    """One line that ends in an ellipsis where there is no room; the tooltip has all of it."""

    def __init__(self, text: str = "", role: str = "body") -> None:
        super().__init__(role=role)
        self._full = ""
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_full(text)

    def set_full(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - theme.current().px(2)
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


class Panel(QFrame):
    """A surface of the style sheet: card, bubble, code, notice, composer."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self.setProperty("panel", look)


def row(
    *items: QWidget | QLayout | int | None, space: int = 8, margins: tuple[int, ...] = ()
) -> QHBoxLayout:
    """Left to right; a number is a gap, None takes the room that is left."""
    made = QHBoxLayout()
    _fill(made, items, space, margins)
    return made


def column(
    *items: QWidget | QLayout | int | None, space: int = 8, margins: tuple[int, ...] = ()
) -> QVBoxLayout:
    """Top to bottom; a number is a gap, None takes the room that is left."""
    made = QVBoxLayout()
    _fill(made, items, space, margins)
    return made


def setting(title: str, said: QWidget, control: QWidget | QLayout) -> QHBoxLayout:
    """What can be chosen, what that means right under it, and what it is chosen with."""
    line = row(space=24)
    line.addLayout(column(None, Label(title, "strong"), said, None, space=2), 1)
    if isinstance(control, QLayout):
        line.addLayout(control)
    else:
        line.addWidget(control)
    return line


def _fill(
    layout: QBoxLayout,
    items: tuple[QWidget | QLayout | int | None, ...],
    space: int,
    margins: tuple[int, ...],
) -> None:
    px = theme.current().px
    left, top, right, bottom = (px(m) for m in (margins or (0, 0, 0, 0)))
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(px(space))
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(px(item))
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and deletes it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QLayout):
            clear(inner)


def holds_focus(widget: QWidget) -> bool:
    """Whether the focus is somewhere inside."""
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


def repolish(widget: QWidget) -> None:
    """Lets the style sheet see a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
