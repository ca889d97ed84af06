"""Plots over nights and their table: the same figures, by mouse, by keyboard, as text."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ledger import Night, Outcome, utc_now
from app.services import Reverie
from app.ui import nightseries
from app.ui.nightmodel import NightState
from app.ui.nightplots import NightPlots
from app.ui.nightseries import points
from app.ui.nighttable import NIGHT, NightTable
from app.ui.palette import DARK, LIGHT
from app.ui.plotcanvas import KEPT, LEARNED
from app.ui.runner import Runner
from app.ui.theme import Theme
from app.ui.workspace import Workspace
from tests.gui.test_look import nameless
from tests.support.nights import night
from tests.support.watchdog import Watchdog, turn

SERIES = points(
    [night(3, cost=0.5), night(2, cost=0.4, promoted=False, drift=0.07), night(1, cost=0.1)]
)


@pytest.fixture
def plots(qtbot: QtBot, look: Theme) -> NightPlots:
    runner = Runner()
    made = NightPlots(lambda done: runner.call(lambda: __import__("pyqtgraph"), done))
    qtbot.addWidget(made)
    made.resize(look.px(760), look.px(620))
    made.show_points(SERIES)
    made.show()
    qtbot.waitUntil(lambda: all(plot.canvas for plot in made.plots), timeout=30_000)
    yield made
    runner.close()


def test_figures_are_read_from_what_was_measured_and_nothing_is_invented() -> None:
    first, second, third = SERIES
    assert (first.candidate, second.drift, second.drift_limit) == (0.5, 0.07, 0.05)
    assert [p.promoted for p in SERIES] == [True, False, True]
    bare = Night("n", utc_now(), outcome=Outcome.KEPT, metrics={"kl": None, "held_out": 3})
    (point,) = points([bare])
    assert (point.base, point.drift, point.rows, point.seconds) == (None, None, None, None)
    assert "not measured" in nightseries.tab_separated([point])
    running = Night("r", utc_now())
    assert points([running]) == ()
    assert "from 50% to 10%" in nightseries.summary(SERIES)
    assert third.seconds == 540


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["kl", "held_out", "perplexity", "training", "checks", "examples"]),
            st.recursive(
                st.none() | st.booleans() | st.text() | st.floats(allow_nan=False),
                lambda inner: (
                    st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
                ),
                max_leaves=6,
            ),
        ),
        max_size=4,
    )
)
def test_metrics_of_any_shape_make_points(metrics: list[dict[str, object]]) -> None:
    """A ledger may be years old."""
    nights = [
        Night(str(at), utc_now() - timedelta(days=at), outcome=Outcome.PROMOTED, metrics=one)
        for at, one in enumerate(metrics)
    ]
    series = points(nights)
    assert [p.night for p in series] == [n.id for n in reversed(nights)]
    assert len(nightseries.tab_separated(series).splitlines()) == len(series) + 1


def test_the_library_for_plots_is_not_loaded_at_the_start() -> None:
    code = "import sys, app.ui.desktop; assert 'pyqtgraph' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_nothing_holds_up_the_window_while_plots_are_made(
    qtbot: QtBot, look: Theme, watchdog: Watchdog
) -> None:
    many = points([night(days, cost=0.4, promoted=days % 3 > 0) for days in range(365)])
    runner = Runner()
    made: list[NightPlots] = []  # the watchdog holds frames, and must not be the last to let go

    def act() -> None:
        made.append(NightPlots(lambda done: runner.call(lambda: __import__("pyqtgraph"), done)))
        qtbot.addWidget(made[-1])
        made[-1].resize(look.px(760), look.px(620))
        made[-1].show_points(many)
        made[-1].show()
        qtbot.waitUntil(lambda: all(plot.canvas for plot in made[-1].plots), timeout=30_000)
        made[-1].point_at(100)
        qtbot.wait(50)

    watchdog.guard(act)
    runner.close()


def test_promoted_and_kept_nights_differ_in_shape(plots: NightPlots) -> None:
    canvas = plots.plots[0].canvas
    assert canvas is not None
    shapes = {
        round(spot.pos().x()): spot.symbol()
        for item in canvas._signs.values()
        for spot in item.points()
    }
    assert shapes == {0: LEARNED, 1: KEPT, 2: LEARNED}


def test_the_keyboard_walks_through_the_nights(qtbot: QtBot, plots: NightPlots) -> None:
    assert plots.at == 2
    assert "Learned" in plots.title.text() and "With what it learned: 10%" in plots.figures.text()
    plots.setFocus()
    qtbot.keyClick(plots, Qt.Key.Key_Left)
    assert plots.at == 1
    assert "Kept the old one" in plots.title.text() and "0.070" in plots.figures.text()
    assert "0.070" in plots.accessibleDescription()
    qtbot.keyClick(plots, Qt.Key.Key_Home)
    qtbot.keyClick(plots, Qt.Key.Key_Left)  # there is none before
    assert plots.at == 0
    qtbot.keyClick(plots, Qt.Key.Key_End)
    with qtbot.waitSignal(plots.chosen) as chosen:
        qtbot.keyClick(plots, Qt.Key.Key_Return)
    assert chosen.args == [SERIES[2].night]


def test_the_mouse_points_and_chooses_and_zooms_nothing(qtbot: QtBot, plots: NightPlots) -> None:
    plot = plots.plots[0]
    canvas = plot.canvas
    assert canvas is not None
    seen = canvas.view.mapFromScene(canvas.box.mapViewToScene(QPointF(0, 0.3)))
    spot = canvas.view.pos() + seen
    qtbot.mouseMove(plot, spot + QPoint(1, 1))
    qtbot.mouseMove(plot, spot)
    assert plots.at == 0
    before = canvas.box.viewRange()
    with qtbot.waitSignal(plots.chosen) as chosen:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == [SERIES[0].night]
    assert canvas.box.viewRange() == before


@pytest.mark.parametrize("lowest", [0.0, -0.0003, -0.02])
def test_the_mark_of_a_value_at_or_below_zero_is_seen_whole(
    lowest: float, plots: NightPlots
) -> None:
    """A night may leave nothing to change, and ordinary text a little likelier than before."""
    plots.show_points([replace(SERIES[0], perplexity=0.004), replace(SERIES[2], perplexity=lowest)])
    canvas = plots.plots[2].canvas
    assert canvas is not None
    low, high = canvas.box.viewRange()[1]
    assert low <= lowest - 0.05 * (high - low)


def test_hardly_less_is_written_without_a_minus() -> None:
    assert "Perplexity: +0.0%" in nightseries.told(replace(SERIES[0], perplexity=-0.0003))


def test_plots_follow_the_theme(plots: NightPlots, look: Theme) -> None:
    def curve() -> str:
        canvas = plots.plots[0].canvas
        assert canvas is not None
        return canvas._curves[-1].opts["pen"].color().name()

    assert curve() == LIGHT.accent
    look.choose("dark")
    try:
        assert curve() == DARK.accent
    finally:
        look.choose("light")


def test_the_table_sorts_copies_and_opens(qtbot: QtBot, look: Theme) -> None:
    table = NightTable()
    qtbot.addWidget(table)
    table.show_points(SERIES)
    table.show()

    def shown() -> list[str]:
        return [table._point(row).night for row in range(3)]

    newest_first = [p.night for p in reversed(SERIES)]
    assert shown() == newest_first
    qtbot.keyClick(table, Qt.Key.Key_S)  # the current column is that of the nights
    assert shown() == newest_first[::-1]
    table.sort(4)
    by_cost = sorted(SERIES, key=lambda p: -(p.candidate or 0))
    assert shown() == [p.night for p in by_cost]
    table.sort(NIGHT)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 4 and all(line.count("\t") == 8 for line in lines)
    assert lines[0].startswith("Night\tOutcome\tBare model")
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [table._point(table.currentIndex().row()).night]


def test_plots_or_table_is_remembered(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    nights = [night(2), night(1)]
    workspace.pages._show(workspace.nights_page)
    workspace.nights._show(NightState(nights=nights, series=points(nights)))
    chart = workspace.nights_page.chart
    assert chart.isVisible() and chart.plots.isVisible() and not chart.table.isVisible()
    chart.view.buttons[1].click()
    assert chart.table.isVisible() and not chart.plots.isVisible()
    assert nameless(workspace.nights_page) == []
    qtbot.waitUntil(lambda: services.settings.nights_as_table)
    again = type(chart)(workspace.nights)
    qtbot.addWidget(again)
    assert again.view.choice == 1
    chart.view.buttons[0].click()
    qtbot.waitUntil(lambda: not services.settings.nights_as_table)


def test_a_year_of_nights_opens_at_once(
    qtbot: QtBot, workspace: Workspace, watchdog: Watchdog
) -> None:
    year = [night(days) for days in range(365)]
    page, series = workspace.nights_page, points(year)

    def act() -> None:
        workspace.show_chat()
        workspace.nights._show(NightState())
        turn()
        workspace.nights._show(NightState(nights=year, series=series))
        workspace.pages._show(page)

    watchdog.guard(act)
    assert page._list.count() == 8
    page.more.click()
    assert page._list.count() == 28
