"""Plots over nights: what would still have to be changed, what was forgotten, from how much.

A keyboard walks through the nights as a mouse does: arrows, Home and End move, Enter opens the
report. The figures of the night that is pointed at are told in words below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import nightseries, theme, words
from app.ui.controls import Label, Panel, column, repolish, row
from app.ui.flow import Flow
from app.ui.language import figure, mark, tr
from app.ui.nightseries import Point
from app.ui.plotcanvas import BASE, CANDIDATE, DASHED, MEMORY, SOLID, Canvas, Figure, Line

BETWEEN_MS = 15
NARROWEST = 190  # design pixels of a small plot
FIGURES = (
    Figure(
        mark("Words you would still have to change"),
        (BASE, MEMORY, CANDIDATE),
        nightseries.percent,
        0.2,
        height=210,
    ),
    Figure(
        mark("Drift (KL), dashed: limit"),
        (
            Line(mark("Most that may pass"), lambda p: p.drift_limit, "danger", DASHED),
            Line(mark("Drift"), lambda p: p.drift, "accent", SOLID, signs=True),
        ),
        lambda value: figure(value, ".2f"),
        0.05,
    ),
    Figure(
        mark("Rise of perplexity"),
        (Line(mark("Perplexity"), lambda p: p.perplexity, "accent", SOLID, signs=True),),
        lambda value: tr("{number}%", number=figure(100 * value, ".1f")),
        0.01,
    ),
    Figure(
        mark("Rows learned from"),
        (Line(mark("Rows"), lambda p: p.rows, "accent", SOLID, signs=True),),
        lambda value: words.number(round(value)) if value == round(value) else "",
        10,
    ),
)


class NightPlots(Panel):
    """`chosen` with the id of a night whose report is wanted. `load` brings pyqtgraph, in the
    background, when there is something to draw for the first time."""

    chosen = Signal(str)

    def __init__(self, load: Callable[[Callable[[Any], object]], object]) -> None:
        super().__init__("card")
        self._load = load
        self._loading = False
        self._series: Sequence[Point] = ()
        self.at: int | None = None
        self.plots = [Plot(figure) for figure in FIGURES]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Plots over nights"))
        self.title = Label("", "strong", wrap=True)
        self.figures = Label("", "muted", wrap=True)
        self._small = QGridLayout()
        px = theme.current().px
        self._small.setContentsMargins(0, 0, 0, 0)
        self._small.setHorizontalSpacing(px(18))
        self._small.setVerticalSpacing(px(16))
        inner = column(space=16, margins=(20, 18, 20, 18))
        inner.addWidget(_legend())
        inner.addWidget(self.plots[0])
        inner.addLayout(self._small)
        inner.addLayout(column(self.title, self.figures, space=3))
        inner.addWidget(Label(tr("A click, or Enter, opens the report of that night."), "caption"))
        self.setLayout(inner)
        for plot in self.plots:
            plot.hovered.connect(self.point_at)
            plot.clicked.connect(self._open)
        theme.current().changed.connect(self._paint)
        self._place()

    def show_points(self, series: Sequence[Point]) -> None:
        if tuple(series) == tuple(self._series):
            return
        self._series = series
        self.at = len(series) - 1 if series else None
        self._tell()
        for plot in self.plots:
            plot.show_points(series, self.at)
        self._begin()

    def point_at(self, at: int) -> None:
        if self._series and at != self.at:
            self.at = min(max(at, 0), len(self._series) - 1)
            for plot in self.plots:
                plot.point_at(self.at)
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, last = self.at or 0, len(self._series) - 1
        moves = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.point_at(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(here)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_focus(False)

    def _begin(self) -> None:
        """What cannot be seen needs no plots."""
        if self._series and self.isVisible() and not self._loading:
            self._loading = True
            self._load(self._loaded)

    def _loaded(self, pg: Any) -> None:
        """One plot after the other, each some 20 ms, with room for the window between them."""
        waiting = [plot for plot in self.plots if plot.canvas is None]
        if waiting:
            waiting[0].make(pg, self._series, self.at)
            QTimer.singleShot(BETWEEN_MS, self, lambda: self._loaded(pg))

    def _open(self, at: int) -> None:
        if self._series:
            self.point_at(at)
            self.chosen.emit(self._series[at].night)

    def _tell(self) -> None:
        point = self._series[self.at] if self.at is not None else None
        self.title.setText(nightseries.title(point) if point else "")
        self.figures.setText(nightseries.told(point) if point else "")
        self.setAccessibleDescription(
            " ".join(
                (self.title.text() + ":", self.figures.text(), nightseries.summary(self._series))
            )
        )

    def _paint(self) -> None:
        for plot in self.plots:
            plot.paint()

    def _place(self) -> None:
        """The small ones side by side where they can be read there."""
        small = self.plots[1:]
        side_by_side = self.width() >= theme.current().px(NARROWEST * len(small))
        for at, plot in enumerate(small):
            self._small.addWidget(plot, *((0, at) if side_by_side else (at, 0)))
            self._small.setColumnStretch(at, 1 if side_by_side or at == 0 else 0)

    def _mark_focus(self, on: bool) -> None:
        self.setProperty("focused", on)
        repolish(self)


class Plot(QWidget):
    """A title over a canvas, which comes once pyqtgraph is there; until then its room is kept."""

    hovered = Signal(int)
    clicked = Signal(int)

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.figure = figure
        self.canvas: Canvas | None = None
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._room = QWidget()
        self._room.setFixedHeight(theme.current().px(figure.height))
        self._room.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        title = Label(tr(figure.title), "label", wrap=True)
        title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column: QVBoxLayout = column(title, self._room, space=4)
        self._column.setStretch(1, 1)
        self.setLayout(self._column)

    def make(self, pg: Any, series: Sequence[Point], at: int | None) -> None:
        self.canvas = Canvas(pg, self.figure)
        self._column.replaceWidget(self._room, self.canvas.view)
        self._room.deleteLater()
        self.show_points(series, at)

    def show_points(self, series: Sequence[Point], at: int | None) -> None:
        if self.canvas is not None:
            self.canvas.show_points(series, at)

    def point_at(self, at: int | None) -> None:
        if self.canvas is not None:
            self.canvas.point_at(at)

    def paint(self) -> None:
        if self.canvas is not None:
            self.canvas.paint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._night_at(event.position())
        if at is not None:
            self.hovered.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._night_at(event.position())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken, so that its end comes here, too."""
        event.accept()

    def _night_at(self, spot: QPointF) -> int | None:
        if self.canvas is None:
            return None
        return self.canvas.night_at(spot - QPointF(self.canvas.view.pos()))


class Sample(QWidget):
    """A bit of a line, or a mark, as the plots have it; decoration beside its name."""

    def __init__(self, line: Line | None = None, *, promoted: bool | None = None) -> None:
        super().__init__()
        self._line = line
        self._promoted = promoted
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        px = theme.current().px
        return QSize(px(26 if self._line else 14), px(14))

    def paintEvent(self, _: QPaintEvent) -> None:
        now, px = theme.current().colours, theme.current().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._line is not None:
            colour = getattr(now, self._line.colour)
            painter.setPen(QPen(QColor(colour), px(2), self._line.style))
            painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        else:
            half = px(9) / 2
            painter.setPen(QPen(QColor(now.accent), max(1, px(2) - 1)))
            painter.setBrush(QColor(now.accent if self._promoted else now.surface))
            if self._promoted:
                painter.drawEllipse(middle, half, half)
            else:
                half *= 1.35
                painter.drawPolygon(
                    [middle + QPointF(*to) for to in ((0, -half), (half, 0), (0, half), (-half, 0))]
                )
        painter.end()


def _legend() -> QWidget:
    holder = QWidget()
    flow = Flow(theme.current().px(16))
    for sample, text in (
        *((Sample(line), line.title) for line in (CANDIDATE, BASE, MEMORY)),
        (Sample(promoted=True), mark("Learned")),
        (Sample(promoted=False), mark("Kept the old one")),
    ):
        entry = QWidget()
        entry.setLayout(row(sample, Label(tr(text), "caption"), space=6))
        flow.addWidget(entry)
    holder.setLayout(flow)
    return holder
