"""The panel that says why, the same reply by other layers, and the line of a summary."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ledger import Arm, Memory, MemoryKind, Summary, utc_now
from app.services import Reverie
from app.services.reasons import NOTHING_LEARNED
from app.ui.again import Again
from app.ui.message import ReplyMessage
from app.ui.why import Example, WhyPanel
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS, SHORT_REPLY
from tests.gui.test_look import nameless
from tests.support.story import LONG_STORY

Ask = Callable[[str], ReplyMessage]


@pytest.fixture
def memory(services: Reverie) -> Memory:
    """Something is known, so that there is more than one arm."""
    known = services.store.memories.get("ann")
    if known is None:
        known = Memory("ann", "Ann is a vet.", MemoryKind.FACT, utc_now())
        services.store.memories.add(known)
    return known


def unfolded(qtbot: QtBot, reply: ReplyMessage) -> WhyPanel:
    reply.tools.why.click()
    panel = reply.panel
    assert isinstance(panel, WhyPanel)
    qtbot.waitUntil(lambda: panel.again is not None)
    return panel


def again_of(panel: WhyPanel) -> Again:
    assert panel.again is not None
    return panel.again


def test_why_unfolds_in_place_and_folds_again(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, memory: Memory
) -> None:
    first = ask("Write to Ann about lunch.")
    services.gestures.edit(first.message.id, "hey Ann, lunch?")
    workspace.new_conversation()
    reply = ask("Write to Ann about dinner.")
    panel = unfolded(qtbot, reply)
    told = " ".join(label.text() for label in panel.findChildren(type(reply.notes.state)))
    assert memory.text in told and "your past corrections" in told and "tokens" in told
    example = panel.findChildren(Example)[-1]
    assert example.diff.isHidden()
    example.unfold.click()
    assert "hey" in example.diff.toPlainText() and not example.diff.isHidden()
    assert nameless(panel) == []
    reply.tools.why.click()
    assert reply.panel is None


def test_arms_that_are_not_there_are_off_and_say_why(
    qtbot: QtBot, workspace: Workspace, ask: Ask, memory: Memory
) -> None:
    boxes = again_of(unfolded(qtbot, ask("Say hello."))).boxes
    for arm in (Arm.ADAPTER, Arm.BOTH):
        assert not boxes[arm].isEnabled()
        assert boxes[arm].toolTip() == NOTHING_LEARNED
    assert boxes[Arm.BASE].isEnabled() and boxes[Arm.MEMORY].isEnabled()


def test_arms_answer_one_after_the_other_and_one_can_be_taken(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, memory: Memory
) -> None:
    reply = ask("Name something blue.")
    before = reply.message
    signals = len(services.signals.all())
    again = again_of(unfolded(qtbot, reply))
    again.boxes[Arm.MEMORY].setChecked(True)
    assert again.chosen == [Arm.BASE, Arm.MEMORY]
    again.ask.click()
    assert not again.ask.isEnabled() and not again.stop.isHidden()
    qtbot.waitUntil(lambda: workspace.why.comparing is None, timeout=PATIENCE_MS)
    base, with_memory = (again._by_arm[arm] for arm in again.chosen)
    assert base.prose.plain_text() and with_memory.prose.plain_text()
    assert len(services.conversations.messages(before.conversation)) == 2
    assert again.ask.isEnabled() and again.stop.isHidden()

    base.use.click()
    taken = base._reply
    qtbot.waitUntil(lambda: workspace.chat.now.messages[-1].id == taken.id)
    assert workspace.chat_page.transcript.last_reply().message.arm is Arm.BASE
    read = services.conversations.read(before.conversation)
    assert read.versions[taken.id] == (before.id, taken.id)
    assert len(services.signals.all()) == signals


def test_stop_ends_the_arm_and_those_that_wait(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, memory: Memory
) -> None:
    again = again_of(unfolded(qtbot, ask(LONG_STORY)))
    again.boxes[Arm.MEMORY].setChecked(True)
    services.change_settings(max_tokens=1500)
    try:
        again.ask.click()
        first, second = (again._by_arm[arm] for arm in again.chosen)
        qtbot.waitUntil(lambda: len(first.written) > 20, timeout=PATIENCE_MS)
        qtbot.keyClick(workspace.chat_page.composer.field, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: workspace.why.comparing is None, timeout=PATIENCE_MS)
    finally:
        services.change_settings(max_tokens=SHORT_REPLY)
    assert second.written == ""
    assert first.state.text().startswith("Stopped") and second.state.text() == "Stopped"


def test_a_panel_that_is_opened_again_goes_on_where_it_was(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, memory: Memory
) -> None:
    reply = ask(LONG_STORY)
    again = again_of(unfolded(qtbot, reply))
    services.change_settings(max_tokens=1500)
    try:
        again.ask.click()
        qtbot.waitUntil(lambda: len(again._by_arm[Arm.BASE].written) > 20, timeout=PATIENCE_MS)
        seen = again._by_arm[Arm.BASE].written
        reply.tools.why.click()
        assert reply.panel is None
        anew = again_of(unfolded(qtbot, reply))
        attempt = anew._by_arm[Arm.BASE]
        assert attempt.written.startswith(seen)
        assert not anew.stop.isHidden()
        qtbot.waitUntil(lambda: len(attempt.written) > len(seen) + 20, timeout=PATIENCE_MS)
        anew.stop.click()
        qtbot.waitUntil(lambda: workspace.why.comparing is None, timeout=PATIENCE_MS)
    finally:
        services.change_settings(max_tokens=SHORT_REPLY)
    assert not workspace.banner.isVisible()
    reply.tools.why.click()
    last = again_of(unfolded(qtbot, reply))
    assert last._by_arm[Arm.BASE].state.text().startswith("Stopped")
    assert last.stop.isHidden()


def test_what_is_asked_in_the_chat_goes_before(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask, memory: Memory
) -> None:
    again = again_of(unfolded(qtbot, ask(LONG_STORY)))
    services.change_settings(max_tokens=1500)
    again.ask.click()
    attempt = again._by_arm[Arm.BASE]
    qtbot.waitUntil(lambda: len(attempt.written) > 20, timeout=PATIENCE_MS)
    services.change_settings(max_tokens=SHORT_REPLY)
    assert ask("And of the sky?").message.text
    assert workspace.why.comparing is None
    assert attempt.state.text().startswith("Stopped")


def test_columns_stand_under_one_another_where_it_is_narrow(qtbot: QtBot, look: object) -> None:
    from app.ui.again import Attempt
    from app.ui.answer import Answers

    view = Answers()
    qtbot.addWidget(view)
    view.show_answers([Attempt(arm) for arm in (Arm.BASE, Arm.MEMORY, Arm.BOTH)])
    view.resize(look.px(660), 300)
    view.show()
    assert view.columns == 3
    view.resize(look.px(300), 300)
    assert view.columns == 1


def test_a_line_marks_where_the_summary_ends(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    first = ask("Say one.")
    ask("Say two.")
    summary = Summary(first.message.id, "base", "They count.")
    services.conversations.keep_summary(first.message.conversation, summary)
    ask("Say three.")
    qtbot.waitUntil(lambda: workspace.chat.now.summary == summary)
    line = first._earlier.itemAt(0).widget()
    assert line.summary.toPlainText() == "They count." and line._panel.isHidden()
    line.unfold.click()
    assert not line._panel.isHidden()

    workspace.new_conversation()
    workspace.open_conversation(first.message.conversation)
    qtbot.waitUntil(
        lambda: workspace.chat_page.transcript.reply(first.message.id) not in (None, first)
    )
    shown = workspace.chat_page.transcript.reply(first.message.id)
    assert shown._earlier.count() == 1
    last = workspace.chat_page.transcript.last_reply()
    assert last._earlier.count() == 0
