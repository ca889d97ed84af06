"""One plot of figures over nights, drawn by pyqtgraph in the colours of the theme.

pyqtgraph takes about a second to load, so whoever needs it loads it in the background, once, and
gives it here. Of its interaction nothing is used: the view lets every event through.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen
from PySide6.QtWidgets import QGraphicsView

from app.ui import theme, words
from app.ui.language import mark
from app.ui.nightseries import Point

LEARNED, KEPT = "o", "d"
DATE = 72  # design pixels
BEHIND = -200  # the lines of the grid, behind all that is drawn
CROWDED = 60  # nights, from which on their signs are smaller
GRID = 90  # of 255
ROOM = 1.12  # over the highest value
UNDER = 0.06  # below the lowest: the mark of a value of 0 is to be seen whole
EDGE = 30  # design pixels beside the first and the last night, for half a date
LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Line:
    """`colour` is one of the theme's. With `signs` each night has a mark of its own, which tells
    by its shape whether the night was promoted."""

    title: str
    of: Callable[[Point], float | None]
    colour: str
    style: Qt.PenStyle
    signs: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """What one plot shows. `least` keeps the noise of tiny values from looking like much."""

    title: str
    lines: tuple[Line, ...]
    written: Callable[[float], str]
    least: float
    height: int = 116
    whole: bool = False


SOLID, DASHED, DOTTED = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine
BASE = Line(mark("Bare model"), lambda p: p.base, "muted", DASHED)
MEMORY = Line(mark("With examples"), lambda p: p.memory, "warn", DOTTED)
CANDIDATE = Line(mark("With what it learned"), lambda p: p.candidate, "accent", SOLID, signs=True)


class Canvas:
    """`view` is the widget; `pg` is pyqtgraph."""

    def __init__(self, pg: Any, figure: Figure) -> None:
        self._pg = pg
        self._figure = figure
        self._series: Sequence[Point] = ()
        self.view: QGraphicsView = pg.GraphicsView(background=None)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.setProperty("decoration", True)
        self.view.setMinimumWidth(1)
        self.view.setFixedHeight(theme.current().px(figure.height))
        self.view.viewport().setAutoFillBackground(False)
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False)
        self._left, self._bottom = pg.AxisItem("left"), pg.AxisItem("bottom")
        self._left.tickStrings = lambda values, *_: [figure.written(value) for value in values]
        layout = pg.GraphicsLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for at, item in ((0, 0), self._left), ((0, 1), self.box), ((1, 1), self._bottom):
            layout.addItem(item, *at)
        for axis in (self._left, self._bottom):
            axis.linkToView(self.box)
            axis.setZValue(BEHIND)
        self.view.setCentralItem(layout)
        self._curves = [pg.PlotCurveItem(antialias=True, connect="finite") for _ in figure.lines]
        self._signs = {promoted: pg.ScatterPlotItem(antialias=True) for promoted in (True, False)}
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._here = pg.ScatterPlotItem(antialias=True, symbol=LEARNED)
        for item in (self._cursor, *self._curves, *self._signs.values(), self._here):
            self.box.addItem(item)
        self.box.sigResized.connect(lambda _: self._fit())
        self.paint()

    def show_points(self, series: Sequence[Point], at: int | None) -> None:
        self._series = series
        for line, curve in zip(self._figure.lines, self._curves, strict=True):
            values = [_value(line, point) for point in series]
            curve.setData(list(range(len(series))), values)
        self._place_signs()
        self._fit()
        self.point_at(at)

    def _fit(self) -> None:
        """As many dates as can be read, the newest always."""
        self._set_range()
        most = max(1, int(self.box.width() // theme.current().px(DATE)))
        number = len(self._series)
        step = max(1, math.ceil(number / most))
        days = [(at, words.day(self._series[at].at)) for at in range(number - 1, -1, -step)]
        self._bottom.setTicks([days])

    def point_at(self, at: int | None) -> None:
        """Marks a night."""
        values = [_value(line, self._series[at]) for line in self._signed] if at is not None else []
        seen = [value for value in values if math.isfinite(value)]
        self._cursor.setVisible(at is not None)
        self._cursor.setPos(at or 0)
        self._here.setData([at] * len(seen), seen)

    def night_at(self, spot: QPointF) -> int | None:
        """The one nearest to that spot of the view."""
        if not self._series or not self.view.rect().contains(spot.toPoint()):
            return None
        scene = self.view.mapToScene(spot.toPoint())
        at = round(self.box.mapSceneToView(scene).x())
        return min(max(at, 0), len(self._series) - 1)

    def paint(self) -> None:
        """In the colours of now."""
        now, px = theme.current(), theme.current().px
        font = now.font("caption")
        for axis in (self._left, self._bottom):
            axis.setStyle(
                tickFont=font, tickLength=0, tickTextOffset=px(6), hideOverlappingLabels=True
            )
            axis.setTextPen(QColor(now.colours.muted))
            axis.setPen(_pen(now.colours.border, 1))
            axis.setTickPen(_pen(now.colours.border, 1))
        self._left.setGrid(GRID)
        letters = QFontMetricsF(font)
        self._left.setWidth(letters.horizontalAdvance("0.0000") + px(8))
        self._bottom.setHeight(letters.height() + px(10))
        for line, curve in zip(self._figure.lines, self._curves, strict=True):
            colour = getattr(now.colours, line.colour)
            curve.setPen(_pen(colour, px(2), line.style))
        self._cursor.setPen(_pen(now.colours.control, 1))
        self._here.setPen(_pen(now.colours.text, px(2)))
        self._here.setBrush(None)
        self._here.setSize(px(15))
        self._place_signs()

    @property
    def _signed(self) -> list[Line]:
        return [line for line in self._figure.lines if line.signs]

    def _place_signs(self) -> None:
        """All of one shape at once: so each shape is painted but once."""
        now, px = theme.current().colours, theme.current().px
        side = px(9 if len(self._series) < CROWDED else 5)
        for promoted, item in self._signs.items():
            spots = [
                (at, _value(line, point), line.colour)
                for line in self._signed
                for at, point in enumerate(self._series)
                if point.promoted is promoted
            ]
            seen = [(at, value) for at, value, _ in spots if math.isfinite(value)]
            colour = getattr(now, spots[0][2]) if spots else now.accent
            item.setData(
                [at for at, _ in seen],
                [value for _, value in seen],
                symbol=LEARNED if promoted else KEPT,
                size=side if promoted else round(side * 1.35),
                pen=_pen(colour, max(1, px(2) - 1)),
                brush=QColor(colour if promoted else now.surface),
            )

    def _set_range(self) -> None:
        values = [_value(line, p) for line in self._figure.lines for p in self._series]
        known = [value for value in values if math.isfinite(value)] or [0.0]
        low, high = min(0.0, *known), max(self._figure.least, *known, LEAST)
        span = high - low
        low, high = min(low, min(known) - UNDER * span), low + ROOM * span
        number, edge = len(self._series), theme.current().px(EDGE)
        side = max(0.5, edge * (number - 1) / max(1.0, self.box.width() - 2 * edge))
        width = max(1, len(self._series) - 1) + 2 * side
        self.box.setRange(QRectF(-side, low, width, high - low), padding=0)


def _value(line: Line, point: Point) -> float:
    value = line.of(point)
    return math.nan if value is None else value


def _pen(colour: str, width: int, style: Qt.PenStyle = SOLID) -> QPen:
    pen = QPen(QColor(colour), width, style)
    pen.setCosmetic(True)
    return pen
