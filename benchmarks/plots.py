"""Plots of the simulated fortnight, as SVG: every measure by night, a line an arm.

matplotlib is imported here alone, when something is drawn; it is in `benchmarks/requirements.txt`
and nothing else needs it. Same points, same bytes.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.averages import MEASURES, Point
from benchmarks.diary import FLIP, POISON
from benchmarks.tasks import EMAIL, NOTE, QUESTION

FIGURES = {
    "fortnight-cost.svg": (EMAIL, NOTE, QUESTION),
    "fortnight-forgetting.svg": ("kl", "perplexity_rise", "advertised"),
}
_COLOURS = ("#767676", "#0072b2", "#d55e00", "#009e73", "#cc79a7")
"""Of Okabe and Ito (2008), told apart by most colour-blind people; grey for the first arm."""


def missing() -> str:
    """What to do before anything can be drawn; empty where nothing is missing."""
    if importlib.util.find_spec("matplotlib") is not None:
        return ""
    return "No plots: install matplotlib with `pip install -r benchmarks/requirements.txt`."


def draw(found: Sequence[Point], folder: Path) -> list[Path]:
    """Write the figures into `folder`, which is made; gives their paths."""
    import matplotlib as mpl  # noqa: PLC0415 - not everybody has it

    folder.mkdir(parents=True, exist_ok=True)
    settings: Any = {"svg.hashsalt": "reverie", "svg.fonttype": "none", "font.size": 9}
    written = []
    with mpl.rc_context(settings):
        for name, measures in FIGURES.items():
            figure = _figure(found, measures)
            figure.savefig(folder / name, format="svg", metadata={"Date": None})
            written.append(folder / name)
    return written


def _figure(found: Sequence[Point], measures: Sequence[str]) -> Any:
    from matplotlib.figure import Figure  # noqa: PLC0415 - without pyplot: no state, no window

    figure = Figure(figsize=(3.6 * len(measures), 3.2), layout="constrained")
    axes = figure.subplots(1, len(measures), squeeze=False)[0]
    arms = list(dict.fromkeys(point.arm for point in found))
    for panel, measure in zip(axes, measures, strict=True):
        for arm, colour in zip(arms, _COLOURS, strict=False):
            _line(panel, [it for it in found if (it.arm, it.measure) == (arm, measure)], colour)
        _frame(panel, measure, [point.night for point in found])
    lines = {line.get_label(): line for panel in reversed(axes) for line in panel.lines}
    shown = [lines[arm] for arm in arms if arm in lines]  # not every panel has every arm
    figure.legend(handles=shown, loc="outside lower center", ncols=max(len(shown), 1))
    return figure


def _line(panel: Any, points: Sequence[Point], colour: str) -> None:
    if not points:
        return
    nights = [point.night for point in points]
    means = [point.mean for point in points]
    panel.plot(nights, means, color=colour, label=points[0].arm, marker="o", markersize=3)
    lows = [point.mean if point.low is None else point.low for point in points]
    highs = [point.mean if point.high is None else point.high for point in points]
    panel.fill_between(nights, lows, highs, color=colour, alpha=0.15, linewidth=0)


def _frame(panel: Any, measure: str, nights: Sequence[int]) -> None:
    panel.set_title(MEASURES[measure].title)
    panel.set_xlabel("night")
    panel.set_xticks(sorted(set(nights)))
    for number, event in ((FLIP, "flip"), (POISON, "poison")):
        if number in nights:
            panel.axvline(number, color="#999999", linestyle=":", linewidth=1)
            place = {"xycoords": ("data", "axes fraction"), "rotation": 90}
            panel.annotate(event, (number, 1), va="top", ha="right", color="#767676", **place)
    panel.spines[["top", "right"]].set_visible(False)
