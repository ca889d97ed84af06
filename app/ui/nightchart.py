"""The nights over time, as plots or as a table: the person's choice, which is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.controls import Button, Label, Panel, column, row
from app.ui.language import tr
from app.ui.nightmodel import NightModel
from app.ui.nightplots import NightPlots
from app.ui.nightseries import Point
from app.ui.nighttable import NightTable
from app.ui.segments import Segments

PLOTS, TABLE = 0, 1


class NightChart(QWidget):
    """Hidden until a night has been measured. `chosen`: a night whose report is wanted."""

    chosen = Signal(str)

    def __init__(self, model: NightModel) -> None:
        super().__init__()
        self._model = model
        self._series: Sequence[Point] = ()
        kept = TABLE if model.as_table else PLOTS
        self.view = Segments(tr("View"), (tr("Plots"), tr("Table")), kept)
        self.copy = Button("quiet", tr("Copy"), icon="copy", name=tr("Copy the table"))
        self.plots = NightPlots(model.load_plots)
        self.table = NightTable()
        self._sheet = Panel("card")
        self._sheet.setLayout(column(self.table, margins=(8, 8, 8, 8)))
        head = row(Label(tr("Over the nights"), "heading"), None, self.copy, self.view, space=8)
        self.setLayout(column(head, self.plots, self._sheet, space=10))
        self.view.chosen.connect(self._choose)
        self.copy.clicked.connect(self._copy)
        self.plots.chosen.connect(self.chosen)
        self.table.chosen.connect(self.chosen)
        model.changed.connect(self._show)
        self._turn()
        self._show()

    def _show(self) -> None:
        series = self._model.state.series
        if series != self._series:
            self._series = series
            self._turn()
        self.setVisible(bool(series))

    def _choose(self, view: int) -> None:
        self._model.keep_as_table(view == TABLE)
        self._turn()

    def _turn(self) -> None:
        """What is not looked at is not made."""
        as_table = self.view.choice == TABLE
        (self.table if as_table else self.plots).show_points(self._series)
        self.plots.setVisible(not as_table)
        self._sheet.setVisible(as_table)
        self.copy.setVisible(as_table)

    def _copy(self) -> None:
        self.table.copy()
        self.copy.flash(tr("Copied"))
