"""Ctrl+F: every place in a conversation, also in messages that are not built yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.domain.ledger import Conversation, Message, Role, utc_now
from app.services import Reverie
from app.ui.chatmodel import ChatModel
from app.ui.chatpage import ChatPage
from app.ui.chatstate import Opened
from app.ui.finding import Finding, find
from app.ui.message import ReplyMessage
from app.ui.palette import LIGHT
from app.ui.runner import Runner
from app.ui.textview import TextView
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS
from tests.gui.test_look import nameless

Ask = Callable[[str], ReplyMessage]
WORDS = "Some words of a paragraph that is long enough to take a line or two. " * 6
REPLY = "A 😀 **ca**fé and `code`.\n\n```py\ncafe = 1\n```\n"


def messages(turns: int, texts: dict[int, str]) -> list[Message]:
    roles = (Role.USER, Role.ASSISTANT)
    return [
        Message(f"m{i}", "c", i, roles[i % 2], texts.get(i, f"Number {i}. {WORDS}"), utc_now())
        for i in range(turns)
    ]


def show(finding: Finding, shown: list[Message], conversation: str = "c") -> None:
    chat = finding._chat
    chat._show(Opened(Conversation(conversation, "Title", utc_now(), utc_now()), shown))


@pytest.fixture
def finding(qtbot: QtBot, look: object, services: Reverie) -> Iterator[Finding]:
    runner = Runner()
    chat = ChatModel(services, runner)
    page = ChatPage(chat)
    qtbot.addWidget(page)
    page.resize(760, 560)
    page.show()
    page.activateWindow()
    yield Finding(chat, page, runner, page)
    runner.close()


def type_in(qtbot: QtBot, finding: Finding, text: str, count: str) -> None:
    finding.open()
    finding.bar.field.clear()
    qtbot.keyClicks(finding.bar.field, text)
    qtbot.waitUntil(lambda: finding.bar.count.text() == count)


def marked(views: list[TextView], colour: str) -> list[str]:
    return [
        selection.cursor.selectedText()
        for view in views
        for selection in view.extraSelections()
        if selection.format.background().color() == QColor(colour)
    ]


def texts(finding: Finding) -> list[TextView]:
    return [text for view in finding._page.transcript.views for text in view.texts()]


def seen(finding: Finding) -> bool:
    """Whether the current place is on the screen and not under the bar."""
    transcript = finding._page.transcript
    for view in texts(finding):
        for selection in view.extraSelections():
            if selection.format.background().color() == QColor(LIGHT.accent):
                spot = view.mapTo(transcript.viewport(), view.cursorRect(selection.cursor).center())
                under = finding.bar.geometry().contains(
                    transcript.viewport().mapTo(finding._page, spot)
                )
                return transcript.viewport().rect().contains(spot) and not under
    return False


def test_places_are_counted_as_they_are_read() -> None:
    shown = messages(2, {0: "Café? [no link](http://cafe)", 1: REPLY + "\n[x](http://cafe)"})
    assert [(spot.message, spot.number) for spot in find(shown, "cafe")] == [
        ("m0", 0),
        ("m0", 1),
        ("m1", 0),
        ("m1", 1),
    ]
    assert find(shown, "") == find(shown, "lighthouse") == []


def test_places_are_marked_where_they_stand(qtbot: QtBot, finding: Finding) -> None:
    show(finding, messages(2, {0: "Where is the CAFÉ?", 1: REPLY}))
    type_in(qtbot, finding, "cafe", "1 of 3")
    assert marked(texts(finding), LIGHT.accent) == ["CAFÉ"]
    assert marked(texts(finding), LIGHT.selection) == ["café", "cafe"]
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Return)
    assert finding.bar.count.text() == "2 of 3"
    assert marked(texts(finding), LIGHT.accent) == ["café"]
    assert nameless(finding.bar) == []


def test_enter_and_shift_enter_go_round(qtbot: QtBot, finding: Finding) -> None:
    show(finding, messages(2, {0: "one two", 1: "two two"}))
    type_in(qtbot, finding, "two", "1 of 3")
    shift = Qt.KeyboardModifier.ShiftModifier
    said = []
    for held in (shift, shift, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(finding.bar.field, Qt.Key.Key_Return, held)
        said.append(finding.bar.count.text())
    assert said == ["3 of 3", "2 of 3", "3 of 3", "1 of 3"]


def test_a_message_that_is_not_built_is_found_and_shown(qtbot: QtBot, finding: Finding) -> None:
    texts_of = {3: f"{WORDS}\n\n{WORDS}\n\nThe lighthouse.\n\n{WORDS}", 61: "A lighthouse, again."}
    show(finding, messages(62, texts_of))
    assert len(finding._page.transcript.views) < 40
    type_in(qtbot, finding, "lighthouse", "2 of 2")
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Return)
    assert finding.bar.count.text() == "1 of 2"
    bar = finding._page.transcript.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 5000)  # all is laid out
    qtbot.waitUntil(lambda: seen(finding))
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seen(finding))
    assert bar.value() > 5000


def test_what_is_built_later_is_marked_as_well(qtbot: QtBot, finding: Finding) -> None:
    show(finding, messages(60, {}))
    finding.open()
    qtbot.keyClicks(finding.bar.field, "number")
    qtbot.waitUntil(lambda: finding.bar.count.text().endswith(" of 60"))
    before = set(finding._page.transcript.views)
    finding._page.transcript.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: not finding._page.transcript._ahead.isActive())
    later = set(finding._page.transcript.views) - before
    assert later
    assert all(marked(view.texts(), LIGHT.selection) == ["Number"] for view in later)


def test_typing_goes_on_from_what_is_being_read(qtbot: QtBot, finding: Finding) -> None:
    show(finding, messages(30, {}))
    bar = finding._page.transcript.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(0)
    type_in(qtbot, finding, "number", "1 of 30")
    assert bar.value() == 0


def test_esc_closes_and_takes_the_marks_away(qtbot: QtBot, finding: Finding) -> None:
    show(finding, messages(2, {0: "one", 1: "one"}))
    type_in(qtbot, finding, "one", "1 of 2")
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Escape)
    assert not finding.bar.isVisible()
    assert not finding.found
    assert [view.extraSelections() for view in texts(finding)] == [[], []]
    finding.open()
    assert finding.bar.field.selectedText() == "one"
    qtbot.waitUntil(lambda: finding.bar.count.text() == "1 of 2")


def test_what_is_not_there_is_said(qtbot: QtBot, finding: Finding) -> None:
    show(finding, messages(2, {0: "one", 1: "one"}))
    type_in(qtbot, finding, "lighthouse", "Not found")
    assert not finding.bar.after.isEnabled()
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Return)
    assert finding.bar.count.text() == "Not found"


def test_another_conversation_ends_the_search_and_the_same_one_does_not(
    qtbot: QtBot, finding: Finding
) -> None:
    show(finding, messages(2, {0: "one", 1: "one"}))
    type_in(qtbot, finding, "one", "1 of 2")
    show(finding, messages(3, {0: "one", 1: "one", 2: "one"}))
    qtbot.waitUntil(lambda: finding.bar.count.text() == "1 of 3")
    show(finding, messages(2, {}), "other")
    assert not finding.bar.isVisible()


def test_a_switch_of_the_theme_keeps_the_marks(
    qtbot: QtBot, finding: Finding, look: object
) -> None:
    show(finding, messages(2, {0: "one", 1: "one"}))
    type_in(qtbot, finding, "one", "1 of 2")
    look.choose("dark")
    try:
        qtbot.waitUntil(lambda: len([s for v in texts(finding) for s in v.extraSelections()]) == 2)
    finally:
        look.choose("light")


def test_keys_find_in_the_window_and_new_messages_are_found(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    ask("Say hello to the lighthouse keeper.")
    field, bar = workspace.chat_page.composer.field, workspace.finding.bar
    control = Qt.KeyboardModifier.ControlModifier
    workspace.activateWindow()
    qtbot.keyClick(field, Qt.Key.Key_F, control)
    assert bar.field.hasFocus()
    qtbot.keyClicks(bar.field, "Lighthouse keeper")
    qtbot.waitUntil(lambda: workspace.finding.found)
    transcript = workspace.chat_page.transcript

    def is_marked() -> bool:
        """In the question, or in the reply where that alone was in view yet."""
        here = [text for view in transcript.views for text in marked(view.texts(), LIGHT.accent)]
        return [text.lower() for text in here] == ["lighthouse keeper"]

    qtbot.waitUntil(is_marked, timeout=PATIENCE_MS)

    def all_found() -> bool:
        texts = [text for view in transcript.views for text in view.texts()]
        there = sum(text.toPlainText().lower().count("lighthouse keeper") for text in texts)
        return bar.count.text().split()[-1] == str(there)

    qtbot.waitUntil(all_found, timeout=PATIENCE_MS)
    ask("The lighthouse keeper again.")
    qtbot.waitUntil(all_found, timeout=PATIENCE_MS)
    at = bar.count.text()
    qtbot.keyClick(field, Qt.Key.Key_F3)
    assert bar.count.text() != at
    qtbot.keyClick(field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == at
    bar.field.setFocus()
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert field.hasFocus()
    workspace.show_nights()
    qtbot.keyClick(workspace, Qt.Key.Key_F, control)
    assert not bar.isVisible()
