"""The window stays live: nothing that a person does holds up its thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import highlight
from app.ui.composer import Composer
from app.ui.message import ReplyMessage
from app.ui.theme import Theme
from app.ui.transcript import Transcript
from app.ui.workspace import Workspace
from benchmarks.conversations import conversation, long_reply
from tests.support.watchdog import Watchdog, turn


@pytest.fixture
def view(qtbot: QtBot, look: Theme) -> Transcript:
    made = Transcript()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    highlight.prepare()  # as the window does when it starts
    turn()
    return made


def busy(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_the_watchdog_tells_what_held_up_the_thread(watchdog: Watchdog) -> None:
    with pytest.raises(AssertionError, match=r"busy for \d+ ms[\s\S]*in busy"), watchdog:
        busy(0.15)


def test_the_watchdog_does_not_mind_work_on_other_threads(watchdog: Watchdog) -> None:
    others = [threading.Thread(target=busy, args=(0.3,)) for _ in range(2)]
    with watchdog:
        for other in others:
            other.start()
        while any(other.is_alive() for other in others):
            turn()
    assert watchdog.longest_s < 0.05


def test_a_guarded_act_that_is_slow_each_time_fails(watchdog: Watchdog) -> None:
    done: list[float] = []

    def slow_at_first() -> None:
        done.append(0.0 if done else 0.15)
        busy(done[-1])

    watchdog.guard(slow_at_first)
    assert done == [0.15, 0.0]
    with pytest.raises(AssertionError, match="busy for"):
        watchdog.guard(lambda: busy(0.15))


def test_a_long_reply_is_written_without_a_stop(view: Transcript, watchdog: Watchdog) -> None:
    text = long_reply(9000)

    def write() -> None:
        live = view.begin_reply()
        for end in range(0, len(text), 60):
            live.show_live(text[:end], "")
            turn()
        live.show_live(text, "")

    watchdog.guard(write)


def test_a_long_piece_of_code_is_written_without_a_stop(
    view: Transcript, watchdog: Watchdog
) -> None:
    text = "Here:\n\n```python\n" + "value = compute(1, 'two')  # a comment\n" * 400

    def write() -> None:
        live = view.begin_reply()
        for end in range(0, len(text), 300):
            live.show_live(text[:end], "")
            turn()

    watchdog.guard(write)


def test_a_long_conversation_opens_without_a_stop(view: Transcript, watchdog: Watchdog) -> None:
    messages = conversation(2000)

    def open_it() -> None:
        view.show_messages(messages, {})
        turn(100)
        view.grab()

    watchdog.guard(open_it)
    assert len(view.views) < 60


def test_a_long_conversation_is_scrolled_without_a_stop(
    view: Transcript, watchdog: Watchdog
) -> None:
    view.show_messages(conversation(2000), {})
    turn()
    bar = view.verticalScrollBar()

    def scroll() -> None:
        view.jump_to_latest()
        for _ in range(60):
            bar.setValue(bar.value() - 360)
            turn()
        for share in (0.5, 0.1, 0.9, 0.3):
            bar.setValue(int(bar.maximum() * share))
            turn()

    watchdog.guard(scroll)
    assert len(view.views) < 60


def test_a_large_text_is_pasted_without_a_stop(
    qtbot: QtBot, look: Theme, watchdog: Watchdog
) -> None:
    composer = Composer()
    qtbot.addWidget(composer)
    composer.resize(800, 300)
    composer.show()
    turn()
    text = "Some words to paste, and a few more of them.\n" * 2223
    QApplication.clipboard().setText(text)

    def paste() -> None:
        composer.field.selectAll()
        turn(50)
        composer.field.paste()
        turn(50)
        qtbot.keyClicks(composer.field, "abc")

    watchdog.guard(paste)
    assert composer.text() == text + "abc"


def test_a_window_at_rest_asks_for_no_layout(
    qtbot: QtBot, workspace: Workspace, ask: Callable[[str], ReplyMessage]
) -> None:
    """A view that is never satisfied with its place costs a laptop its battery."""
    ask("Say hello.")
    workspace.chat_page.composer.set_text("half a thought")
    asked = Counting()
    turn(500)
    QApplication.instance().installEventFilter(asked)
    turn(300)
    QApplication.instance().removeEventFilter(asked)
    assert asked.layouts == 0


class Counting(QObject):
    layouts = 0

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802
        self.layouts += event.type() == QEvent.Type.LayoutRequest
        return False
