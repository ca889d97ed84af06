"""The view stays where the person reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.ledger import Message, Role, utc_now
from app.ui.transcript import AT_ONCE, Transcript
from tests.gui.conftest import PATIENCE_MS

WORDS = "Some words of a paragraph that is long enough to take a line or two. " * 4


def message(position: int, role: Role, text: str = WORDS) -> Message:
    return Message(f"m{position}", "c", position, role, text, utc_now())


def conversation(turns: int) -> list[Message]:
    roles = (Role.USER, Role.ASSISTANT)
    return [message(i, roles[i % 2], f"Message {i}. {WORDS}") for i in range(turns)]


@pytest.fixture
def view(qtbot: QtBot, look: object) -> Iterator[Transcript]:
    made = Transcript()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    yield made
    made._build.stop()


def test_it_opens_at_the_end_and_builds_the_rest_without_moving(
    qtbot: QtBot, view: Transcript
) -> None:
    view.show_messages(conversation(60), {})
    assert len(view.views) == AT_ONCE
    qtbot.waitUntil(lambda: len(view.views) == 60, timeout=PATIENCE_MS)
    qtbot.wait(20)
    assert view.at_bottom
    first = next(v for v in view.views if hasattr(v, "prose"))
    assert first.prose.plain_text().startswith("Message 1.")


def test_reading_up_while_older_messages_are_built_does_not_move_the_text(
    qtbot: QtBot, view: Transcript
) -> None:
    view.show_messages(conversation(60), {})
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(bar.maximum() // 2)
    assert len(view.views) < 50, "too late: everything is built"
    anchor, _ = view._first_in_view()
    place = anchor.mapTo(view.viewport(), anchor.rect().topLeft()).y()
    qtbot.waitUntil(lambda: len(view.views) == 60, timeout=PATIENCE_MS)
    qtbot.waitUntil(
        lambda: abs(anchor.mapTo(view.viewport(), anchor.rect().topLeft()).y() - place) <= 2
    )
    assert bar.value() > 1000


def test_a_growing_reply_follows_only_at_the_bottom(qtbot: QtBot, view: Transcript) -> None:
    view.show_messages(conversation(10), {})
    view.finish_building()
    live = view.begin_reply()
    bar = view.verticalScrollBar()
    for count in range(1, 8):
        live.show_live((WORDS + "\n\n") * count, "")
        qtbot.wait(5)
        assert view.at_bottom
    bar.setValue(bar.value() - 400)
    place = bar.value()
    assert view._pill.isVisible()
    for count in range(8, 14):
        live.show_live((WORDS + "\n\n") * count, "")
        qtbot.wait(5)
        assert bar.value() == place
    view._pill.click()
    qtbot.waitUntil(lambda: view.at_bottom)
    assert not view._pill.isVisible()


def test_asking_goes_to_the_end(qtbot: QtBot, view: Transcript) -> None:
    view.show_messages(conversation(10), {})
    view.finish_building()
    view.verticalScrollBar().setValue(0)
    view.add_user("A new question")
    qtbot.waitUntil(lambda: view.at_bottom)


def test_a_live_reply_repaints_only_what_grew(view: Transcript) -> None:
    live = view.begin_reply()
    start = "Intro.\n\n```py\nx = 1\n```\n\n"
    live.show_live(start + "And", "")
    first, code, last = live.prose._views
    live.show_live(start + "And then more.", "")
    assert live.prose._views == [first, code, last]
    assert last.toPlainText() == "And then more."
    live.show_live(start.replace("```py", "text"), "")
    assert len(live.prose._views) == len(live.prose._segments)


def test_only_the_last_reply_can_be_written_again(view: Transcript) -> None:
    view.show_messages(conversation(6), {})
    replies = [v for v in view.views if hasattr(v, "prose")]
    assert [r.redo.isVisibleTo(r) for r in replies] == [False, False, True]
    view.add_user("More")
    assert view.last_reply() is None


def test_the_editor_scrolls_to_the_caret(qtbot: QtBot, view: Transcript) -> None:
    long = message(1, Role.ASSISTANT, "\n\n".join([WORDS] * 30))
    view.show_messages([message(0, Role.USER), long], {})
    reply = view.reply("m1")
    reply.edit()
    qtbot.waitUntil(lambda: view.at_bottom and view.verticalScrollBar().maximum() > 1000)
    cursor = reply.editor.field.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    reply.editor.field.setTextCursor(cursor)
    field = reply.editor.field
    qtbot.waitUntil(
        lambda: (
            view.viewport()
            .rect()
            .contains(field.mapTo(view.viewport(), field.cursorRect().center()))
        )
    )
