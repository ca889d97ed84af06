"""Builds the window in one language, direction and scale, and says what of it is cut off.

    QT_SCALE_FACTOR=1.5 python -m tests.support.fits PROFILE [--language de] [--mirrored] [--em 1.4]

A process of its own: Qt takes its scale from the environment, once. Prints a JSON list of texts
that have less room than they need, each with the state of the window in which that was.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.domain.ledger import MemoryState, State
from app.services import Reverie
from app.services.mornings import NOT_RUNNING, Missed, Morning
from app.services.wipe import Scope
from app.ui import language, theme
from app.ui.controls import ElidedLabel
from app.ui.ledgerrows import Heading
from app.ui.quickmodel import QuickModel
from app.ui.quickprompt import QuickPrompt
from app.ui.runner import Runner
from app.ui.theme import Theme
from app.ui.workspace import Workspace
from tests.support.nights import night, store_night
from tests.support.watchdog import turn

SIZE = (900, 640)
NARROW = (640, 480)
PATIENCE = 3000  # turns of 20 ms


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("profile", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--mirrored", action="store_true")
    parser.add_argument("--em", type=float, default=1.0, help="the font, of its usual size")
    arguments = parser.parse_args()
    app = QApplication([])
    font = app.font()
    font.setPointSizeF(font.pointSizeF() * arguments.em)
    app.setFont(font)
    language.choose(arguments.language)
    if arguments.mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    Theme(app, "light")
    with Reverie.open(arguments.profile, lambda: "fits", insist=True) as services:
        services.change_settings(max_tokens=16, temperature=0.0)
        runner = Runner()
        found = [f"{state}: {text}" for state, text in _cut(services, runner)]
        runner.close()
    sys.stdout.write(json.dumps(found))


def _cut(services: Reverie, runner: Runner) -> Iterator[tuple[str, str]]:
    window = Workspace(services, runner)
    window.resize(*SIZE)
    window.show()
    _until(lambda: window.chat_page.header.model.text().startswith("SmolLM2"))
    yield from _in("empty", window)
    window.chat_page.composer.set_text("Say hello.")
    window.chat_page.composer.button.click()
    _until(lambda: window.chat_page.transcript.last_reply() is not None)
    reply = window.chat_page.transcript.last_reply()
    assert reply is not None
    yield from _in("reply", window)
    reply.tools.why.click()
    _until(lambda: reply.panel is not None)
    yield from _in("why", window)
    reply.edit()
    yield from _in("correcting", window)
    assert reply.editor is not None
    reply.editor.field.set_text("Hello there, dear friend.")
    reply.editor.save.click()
    _until(lambda: reply.editor is None)
    reply.notes.correction.toggle()
    yield from _in("corrected", window)
    window.temporary_chat()
    yield from _in("temporary", window)
    window.show_sidebar(False)
    window.chat_page.header.show_model("SmolLM2-135M · of 22. Nov.", "")
    em = theme.current().px(100) / 100
    window.resize(round(560 * em), round(420 * em))
    yield from _in("narrow", window)
    window.show_sidebar(True)
    window.resize(*SIZE)
    window.show_nights()
    yield from _in("nights", window)
    yield from _nights(window, services)
    yield from _ledger(window, services)
    for name, dialog in (("settings", window.show_settings()), ("keys", window.show_shortcuts())):
        yield from _in(name, dialog)
        dialog.reject()
    prompt = QuickPrompt(QuickModel(services, runner))
    prompt.appear()
    yield from _in("quick prompt", prompt)
    prompt.hide()


def _nights(window: Workspace, services: Reverie) -> Iterator[tuple[str, str]]:
    """Nights with figures, as plots and as a table; a report, two compared, morning, privacy."""
    pages = window.pages
    for days in (3, 2, 1):
        store_night(services, night(days, promoted=days != 2))
    proposed = services.memories.add("I live by the sea.", state=MemoryState.PROPOSED)
    window.nights.refresh()
    _until(lambda: len(window.nights.state.series) == 3)
    chart = window.nights_page.chart
    _until(lambda: all(plot.canvas for plot in chart.plots.plots))
    missed = Missed(2, NOT_RUNNING)
    newest = window.nights.state.nights[0]
    pages.morning._show(Morning(newest, (proposed,), 3, missed, is_news=True))
    yield from _in("nights with figures", window)
    chart.view.buttons[1].click()
    yield from _in("nights as a table", window)
    window.new_conversation()
    yield from _in("morning", window)
    pages.morning.dismiss()
    window.show_report(newest.id)
    yield from _in("report", window)
    pages.show_comparison()
    yield from _in("compare", window)
    services.forgetting.forget(memories=[proposed.id])
    pages.show_privacy()
    _until(lambda: bool(pages.privacy.model.state.receipts))
    for scope in Scope:
        pages.privacy.wipe.choices[scope].click()
        yield from _in(f"privacy, {scope}", window)
    window.resize(*(round(side * theme.current().px(100) / 100) for side in NARROW))
    for page in (window.nights_page, window.report, pages.comparison, pages.privacy):
        pages._show(page)
        yield from _in(f"narrow {type(page).__name__}", window)
    window.resize(*SIZE)


def _ledger(window: Workspace, services: Reverie) -> Iterator[tuple[str, str]]:
    """Memories and corrections: listed, open, chosen, and where there is little room."""
    for text in ("I live in Kiel.", "I prefer short answers."):
        services.memories.add(text)
    services.memories.add("I am learning Danish.", state=MemoryState.PROPOSED)
    signals = [signal.id for signal in services.signals.all()]
    services.signals.set_state(signals, State.QUARANTINED)
    pages = window.pages
    for name, show in (("memories", pages.show_memories), ("corrections", pages.show_corrections)):
        show()
        page = pages.memories_page if name == "memories" else pages.corrections_page
        _until(lambda page=page: bool(page.model.rows))
        yield from _in(name, window)
        key = next(row.key for row in page.model.rows[::-1] if not isinstance(row, Heading))
        page.view.open(key, edit=True)
        yield from _in(f"{name}, one open", window)
        page.view.choose_all()
        yield from _in(f"{name}, all chosen", window)
        page.view.choose_none()
        page.search.line.setText("nothing like that")
        yield from _in(f"{name}, nothing found", window)
        page.show_all()
        em = theme.current().px(100) / 100
        window.show_sidebar(False)
        window.resize(round(560 * em), round(420 * em))
        yield from _in(f"{name}, narrow", window)
        window.resize(*SIZE)
        window.show_sidebar(True)


def _in(state: str, root: QWidget) -> Iterator[tuple[str, str]]:
    turn(300)
    for widget in root.findChildren(QWidget):
        seen = widget.isVisible() and isinstance(widget, QAbstractButton | QLabel)
        if seen and not isinstance(widget, ElidedLabel) and widget.text() and _is_cut(widget):
            yield state, widget.text()
    if root.minimumSizeHint().width() > root.width():
        yield state, f"all of it: wants {root.minimumSizeHint().width()} of {root.width()}"


def _is_cut(widget: QAbstractButton | QLabel) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    wanted = widget.sizeHint()
    return wanted.width() > widget.width() + 1 or wanted.height() > widget.height() + 1


def _until(condition) -> None:  # type: ignore[no-untyped-def]
    for _ in range(PATIENCE):
        if condition():
            return
        turn(20)
    raise TimeoutError("waited in vain")


if __name__ == "__main__":
    main()
