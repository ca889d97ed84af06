"""The nights as figures over time, without a single widget: what plots and the table show.

Of nights that ran to their end only; a figure that was not measured is None, never invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.ledger import Night, Outcome
from app.ui import reportrows, words
from app.ui.language import figure, mark, tr

MEASURED = (Outcome.PROMOTED, Outcome.KEPT)


@dataclass(frozen=True, slots=True)
class Point:
    """One night. `base`, `memory`, `candidate`: the share of words that the user would still have
    to change, 0 to 1, by who answers. `drift`: KL to the base, nats a token, and the most that the
    gate lets pass. `perplexity`: its rise on general text, a share. `seconds` that it took."""

    night: str
    at: datetime
    promoted: bool
    base: float | None = None
    memory: float | None = None
    candidate: float | None = None
    drift: float | None = None
    drift_limit: float | None = None
    perplexity: float | None = None
    rows: float | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A figure of a night: its name, also a short one, where it stands in a point, how it is
    written."""

    title: str
    short: str
    of: Callable[[Point], float | None]
    written: Callable[[float], str]

    def text(self, point: Point) -> str:
        value = self.of(point)
        return tr("not measured") if value is None else self.written(value)


def percent(value: float) -> str:
    return tr("{number}%", number=round(100 * value))


COLUMNS = (
    Column(mark("Bare model"), mark("Bare"), lambda p: p.base, percent),
    Column(mark("With examples"), mark("Examples"), lambda p: p.memory, percent),
    Column(mark("With what it learned"), mark("Learned"), lambda p: p.candidate, percent),
    Column(mark("Drift"), mark("Drift"), lambda p: p.drift, lambda value: figure(value, ".3f")),
    Column(
        mark("Perplexity"),
        mark("Perplexity"),
        lambda p: p.perplexity,
        lambda value: tr("{number}%", number=figure(100 * value, "+z.1f")),
    ),
    Column(mark("Rows learned from"), mark("Rows"), lambda p: p.rows, lambda value: f"{value:.0f}"),
    Column(mark("Time taken"), mark("Time taken"), lambda p: p.seconds, words.duration),
)


def points(nights: Iterable[Night]) -> tuple[Point, ...]:
    """The oldest first."""
    found = [_point(night) for night in nights if night.outcome in MEASURED]
    return tuple(sorted(found, key=lambda point: point.at))


def title(point: Point) -> str:
    """`Today at 03:00 · Learned`."""
    outcome = Outcome.PROMOTED if point.promoted else Outcome.KEPT
    return f"{words.sentence(words.when(point.at))} · {tr(words.OUTCOMES[outcome])}"


def told(point: Point) -> str:
    """All figures of a night as one line that can be read aloud."""
    return ", ".join(
        tr("{name}: {value}", name=tr(column.title), value=column.text(point))
        for column in COLUMNS
        if column.of(point) is not None
    )


def summary(series: Sequence[Point]) -> str:
    """What the plots show, for those who cannot see them."""
    if not series:
        return tr("No night has been measured yet.")
    first, last = series[0], series[-1]
    promoted = sum(point.promoted for point in series)
    told = [
        tr("%n night(s)", "", len(series)),
        tr("{count} of them learned", count=promoted),
    ]
    if first.candidate is not None and last.candidate is not None:
        told.append(
            tr(
                "words to change from {first} to {last}",
                first=percent(first.candidate),
                last=percent(last.candidate),
            )
        )
    return words.sentence(", ".join(told)) + "."


def tab_separated(series: Sequence[Point]) -> str:
    """With a line of names; as it is pasted into a spreadsheet."""
    head = [tr("Night"), tr("Outcome"), *(tr(column.title) for column in COLUMNS)]
    lines = [head, *(_line(point) for point in series)]
    return "\n".join("\t".join(line) for line in lines)


def _line(point: Point) -> list[str]:
    outcome = Outcome.PROMOTED if point.promoted else Outcome.KEPT
    figures = (column.text(point) for column in COLUMNS)
    return [f"{point.at.astimezone():%Y-%m-%d %H:%M}", tr(words.OUTCOMES[outcome]), *figures]


def _point(night: Night) -> Point:
    at = reportrows.measured
    metrics = night.metrics
    rows = at(metrics, "training", "rows")
    spent = (night.finished - night.started).total_seconds() if night.finished else None
    return Point(
        night.id,
        night.started,
        night.outcome is Outcome.PROMOTED,
        at(metrics, "held_out", "edit_cost", "base"),
        at(metrics, "held_out", "edit_cost", "memory"),
        at(metrics, "held_out", "edit_cost", "adapter"),
        at(metrics, "kl"),
        reportrows.limit_of(night, "kl"),
        at(metrics, "perplexity", "change"),
        float(len(night.rows)) if rows is None and night.rows else rows,
        spent,
    )
