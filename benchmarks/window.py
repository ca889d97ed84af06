"""How live the window is: long conversations, long replies, and the memory that they keep.

    python -m benchmarks.window [--json]

Offscreen, with the real views and no model. A time is the processor time of the UI thread, which is
what a person waits for and what other work on the machine hardly changes; "longest" is the longest
turn of its event loop. Each row is a function with `@row`; a new one needs nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.composer import Composer
from app.ui.garbage import Collector
from app.ui.highlight import prepare
from app.ui.theme import Theme
from app.ui.transcript import Transcript
from benchmarks.conversations import SENTENCE, conversation, long_reply, message

SIZE = (1000, 760)
MESSAGES = 2000
REPLIES = 500
PIECE = 60  # characters that a reply grows by from one frame to the next
TABLE = "| case | roots | told |\n|-|-:|-|\n" + "| a case | $x_1$ | some words |\n" * 300
WHEEL = 360  # pixels of a quick turn of the wheel


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: float
    unit: str
    aim: float  # no more than this


Row = Callable[[], Figure]
ROWS: list[Row] = []


def row(measure: Row) -> Row:
    """Adds a figure to the table."""
    ROWS.append(measure)
    return measure


@row
def opening() -> Figure:
    """From the click to the first paint."""
    view, messages = _transcript(), conversation(MESSAGES)

    def opened() -> None:
        view.show_messages(messages, {})
        view.grab()

    return Figure(f"open {MESSAGES:,} messages, to the first paint", _busy(opened), "ms", 300)


@row
def scrolling() -> Figure:
    """Ten screens up with the wheel, and jumps with the bar."""
    view = _transcript()
    view.show_messages(conversation(MESSAGES), {})
    _turn()
    bar, longest = view.verticalScrollBar(), 0.0
    places = [bar.maximum() - WHEEL * step for step in range(1, 20)]
    places += [round(bar.maximum() * share) for share in (0.5, 0.1, 0.9, 0.3, 0.7)]
    for place in places:
        longest = max(longest, _busy(partial(_to, view, place)))
    return Figure(f"scroll through {MESSAGES:,} messages, longest frame", longest, "ms", 100)


@row
def streaming() -> Figure:
    view, text = _transcript(), long_reply(9000)
    view.show_messages(conversation(40), {})
    live, longest = view.begin_reply(), 0.0
    for end in range(PIECE, len(text) + PIECE, PIECE):
        longest = max(longest, _busy(partial(live.show_live, text[:end], "")))
    return Figure("a reply of 9 kB is written, longest frame", longest, "ms", 100)


@row
def growing_table() -> Figure:
    view, text = _transcript(), TABLE
    live, longest = view.begin_reply(), 0.0
    for end in range(PIECE, len(text) + PIECE, PIECE):
        longest = max(longest, _busy(partial(live.show_live, text[:end], "")))
    return Figure("a table of 300 rows is written, longest frame", longest, "ms", 100)


@row
def long_messages() -> Figure:
    """A question of 100,000 characters and a table of 300 rows."""
    view, question = _transcript(), (SENTENCE + "\n") * (100_000 // len(SENTENCE))
    shown = partial(view.show_messages, [message(0, question), message(1, TABLE)], {})
    longest = _busy(shown)
    for _ in range(60):
        longest = max(longest, _busy(view.grab))
    return Figure(
        "a message of 100,000 characters and a long table, longest frame", longest, "ms", 100
    )


@row
def pasting() -> Figure:
    composer = Composer()
    composer.resize(800, 300)
    composer.show()
    _turn()
    QApplication.clipboard().setText((SENTENCE + "\n") * (100_000 // len(SENTENCE)))
    longest = _busy(composer.field.paste)
    for _ in range(20):
        longest = max(longest, _busy(lambda: None))
    composer.hide()
    return Figure("100,000 characters are pasted, longest frame", longest, "ms", 100)


@row
def remembering() -> Figure:
    """What is kept of replies that were shown and scrolled away, after the first hundred."""
    view, text = _transcript(), long_reply(2000)
    for number in range(100 + REPLIES):
        if number == 100:
            before = _resident()
        view.add_user(SENTENCE)
        view.begin_reply().show_live(text, "")
        view.finish_reply(message(2 * number + 1, text), "")
        _turn()
    return Figure(f"memory kept of {REPLIES} replies", _resident() - before, "MB", 50)


def main() -> None:
    parser = argparse.ArgumentParser(description="How live the window is.")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    arguments = parser.parse_args()
    app = QApplication([])
    Theme(app, "light")
    prepare()  # as the window does while it starts
    Collector(app).settle()  # as it does then
    figures = []
    for measure in ROWS:
        figures.append(measure())
        for widget in app.topLevelWidgets():
            widget.deleteLater()
        _turn()
    print(json.dumps([asdict(f) for f in figures]) if arguments.json else _table(figures))


def _table(figures: list[Figure]) -> str:
    lines = ["| what | seen | aim | |", "| --- | ---: | ---: | --- |"]
    for f in figures:
        met = "met" if f.value <= f.aim else "MISSED"
        lines.append(f"| {f.name} | {f.value:.0f} {f.unit} | ≤ {f.aim:.0f} {f.unit} | {met} |")
    return "\n".join(lines)


def _transcript() -> Transcript:
    view = Transcript()
    view.resize(*SIZE)
    view.show()
    _turn()
    return view


def _to(view: Transcript, place: int) -> None:
    view.verticalScrollBar().setValue(place)
    view.grab()


def _busy(act: Callable[[], object]) -> float:
    """Milliseconds of processor time of this thread, up to and with the next turn of the loop."""
    began = time.thread_time()
    act()
    _turn()
    return 1000 * (time.thread_time() - began)


def _turn() -> None:
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def _resident() -> float:
    """Megabytes of this process in memory."""
    resident: int = psutil.Process().memory_info().rss
    return resident / 1e6


if __name__ == "__main__":
    main()
