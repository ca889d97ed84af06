"""Widgets that few of their kind ever show: made when they are first wanted, and put into the order
of Tab then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from app.ui.controls import column

W = TypeVar("W", bound=QWidget)


class Later(Generic[W]):
    """`room` goes into a layout, and takes no place in it while there is nothing to show."""

    def __init__(self, make: Callable[[], W], told: Callable[[], None]) -> None:
        """`told`: called when it was made."""
        self.room = column(space=0)
        self.made: W | None = None
        self._make, self._told = make, told

    def get(self) -> W:
        """The widget; hidden, if it had to be made."""
        if self.made is None:
            self.made = self._make()
            self.made.hide()
            self.room.addWidget(self.made)
            self._told()
        return self.made

    def show_if(self, wanted: bool) -> None:
        if wanted or self.made is not None:
            self.get().setVisible(wanted)


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab can reach in a widget, in the order of its layout: that is how it is read, whenever
    its parts were made."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _stops_of(layout)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    items = (layout.itemAt(index) for index in range(layout.count()))
    for item in filter(None, items):
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _stops_of(inner)
        elif widget is not None:
            yield from tab_stops(widget)
