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
from app.ui.usermessage import UserMessage
from app.ui.workspace import Workspace
from benchmarks.conversations import SENTENCE, conversation, long_reply, message
from tests.support.watchdog import Watchdog, turn

pytestmark = pytest.mark.alone


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


TABLE = "| case | roots | told |\n|-|-:|-|\n" + "| a case | $x_1$ | some words |\n" * 300
LONG_CODE = "```python\n" + "value = compute(1, 'two')  # a comment\n" * 395 + "```"
LONG_TEXT = "Some words to paste, and a few more of them.\n" * 2223
LONG_LINE = LONG_TEXT.replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [TABLE, LONG_CODE, SENTENCE * 435, LONG_TEXT, LONG_LINE],
    ids=["table", "code", "paragraph", "lines", "line"],
)
def test_a_long_message_opens_without_a_stop(
    qtbot: QtBot, view: Transcript, watchdog: Watchdog, text: str
) -> None:
    def open_it() -> None:
        view.show_messages([message(0, text), message(1, text)], {})
        turn(100)
        view.grab()

    watchdog.guard(open_it)
    reply = view.reply("m1")
    assert reply is not None
    qtbot.waitUntil(lambda: reply.prose.complete)
    assert "".join(reply.prose.plain_text().split())[-9:] in "".join(text.split()).rstrip("`|")


def test_a_long_table_is_written_without_a_stop(view: Transcript, watchdog: Watchdog) -> None:
    def write() -> None:
        live = view.begin_reply()
        for end in range(0, len(TABLE), 500):
            live.show_live(TABLE[:end], "")
            turn()

    watchdog.guard(write)


@pytest.mark.parametrize("text", [LONG_TEXT, LONG_LINE], ids=["lines", "line"])
def test_a_long_text_is_sent_and_edited_without_a_stop(
    qtbot: QtBot, view: Transcript, watchdog: Watchdog, text: str
) -> None:
    watchdog.guard(lambda: view.add_user(text))
    view.show_messages([message(0, text)], {})
    asked = view.views[0]
    assert isinstance(asked, UserMessage)
    qtbot.waitUntil(lambda: asked.shown.complete)
    assert sum(len(shown.toPlainText()) for shown in asked.texts()) > 97_000

    def edit() -> None:
        asked.close_editor()
        turn()
        asked.edit()

    watchdog.guard(edit)
    assert asked.editor is not None
    assert asked.editor.text() == text
    assert asked.editor.field.height() < view.height()
    watchdog.guard(lambda: qtbot.keyClick(asked.editor.field, "a"))


@pytest.mark.parametrize("text", [LONG_TEXT, LONG_LINE], ids=["lines", "line"])
def test_a_long_text_is_pasted_into_a_reply_without_a_stop(
    qtbot: QtBot, view: Transcript, watchdog: Watchdog, text: str
) -> None:
    view.show_messages([message(0, "A question"), message(1, SENTENCE)], {})
    reply = view.reply("m1")
    assert reply is not None
    reply.edit()
    assert reply.editor is not None
    field = reply.editor.field
    text = text.strip()
    QApplication.clipboard().setText(text)

    def paste() -> None:
        field.selectAll()
        turn(50)
        field.paste()
        turn(50)

    watchdog.guard(paste)
    for key in "ab":
        watchdog.guard(lambda key=key: qtbot.keyClick(field, key))
    draft = reply.draft()
    assert draft is not None
    typed = len(draft.text) - len(text)
    assert draft.pasted == ((0, len(text)),)
    assert set(draft.text[-typed:]) == {"a", "b"}


def test_a_long_reply_is_edited_without_a_stop(
    qtbot: QtBot, view: Transcript, watchdog: Watchdog
) -> None:
    view.show_messages([message(0, "A question"), message(1, LONG_TEXT[:50_000])], {})
    reply = view.reply("m1")
    assert reply is not None
    qtbot.waitUntil(lambda: reply.prose.complete)

    def edit() -> None:
        reply.close_editor()
        turn()
        reply.edit()

    watchdog.guard(edit)
    assert reply.editor is not None
    watchdog.guard(lambda: qtbot.keyClick(reply.editor.field, "a"))


@pytest.mark.parametrize("text", ["[" * 32_000, "*a" * 16_000, "[a](" * 8000, "\\(" * 16_000])
def test_text_that_is_all_signs_is_read_without_a_stop(
    view: Transcript, watchdog: Watchdog, text: str
) -> None:
    watchdog.guard(lambda: view.show_messages([message(0, "Q"), message(1, text)], {}))


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
