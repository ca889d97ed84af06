"""Every signal shows on its message, says how much it counts, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.domain.ledger import Arm, Kind, State, Via
from app.services import Reverie
from app.ui.marks import MEANINGS, explained
from app.ui.message import ReplyMessage
from app.ui.workspace import Workspace

Ask = Callable[[str], ReplyMessage]


def given(services: Reverie, reply: ReplyMessage) -> list[tuple[Kind, Via]]:
    of_conversation = services.gestures.signals_of(reply.message.conversation)
    return [(s.kind, s.via) for s in of_conversation.get(reply.message.id, [])]


def test_every_gesture_but_editing_has_a_meaning() -> None:
    gestures = set(MEANINGS)
    assert {via for _, via in gestures} == set(Via) - {Via.EDIT, Via.IMPORT}
    assert all(
        "thumb" in m.strength or "strongest" in m.strength or "copying" in m.strength
        for m in MEANINGS.values()
    )


def test_a_copy_is_marked_and_taken_back_with_a_click(
    qtbot: QtBot, services: Reverie, ask: Ask
) -> None:
    reply = ask("Say good morning.")
    reply.tools.copy.click()
    qtbot.waitUntil(reply.notes.marks.isVisible)
    (mark,) = reply.notes.marks.buttons
    assert mark.text() == "Copied"
    assert "less than a thumb up" in mark.toolTip()
    assert mark.accessibleName() == "Copied. Take back"
    mark.click()
    qtbot.waitUntil(lambda: not reply.notes.marks.isVisible())
    assert given(services, reply) == []


def test_a_thumb_is_its_own_mark(qtbot: QtBot, services: Reverie, ask: Ask) -> None:
    reply = ask("Say good evening.")
    assert "strongest" in reply.tools.up.toolTip()
    reply.tools.up.click()
    qtbot.waitUntil(reply.tools.up.isChecked)
    assert "take it back" in reply.tools.up.toolTip()
    assert not reply.notes.marks.isVisible()
    reply.tools.up.click()
    qtbot.waitUntil(lambda: not reply.tools.up.isChecked())
    assert given(services, reply) == []


def test_a_version_that_was_written_again_carries_its_mark(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    services.change_settings(max_tokens=200, arm=Arm.BASE)  # what is cut is not rejected
    try:
        first = ask("Name one colour, in one word.").message
    finally:
        services.change_settings(max_tokens=24, arm=None)
    assert not first.partial
    workspace.chat.regenerate()
    qtbot.waitUntil(lambda: workspace.chat.live is None, timeout=60_000)
    services.conversations.show(first.id)
    workspace.new_conversation()
    workspace.chat.open(first.conversation)
    page = workspace.chat_page.transcript
    qtbot.waitUntil(lambda: page.reply(first.id) is not None)
    old = page.reply(first.id)
    qtbot.waitUntil(old.notes.marks.isVisible)
    (mark,) = old.notes.marks.buttons
    assert mark.text() == "Written again"
    assert "less than a thumb down" in mark.toolTip()
    mark.click()
    qtbot.waitUntil(lambda: not old.notes.marks.isVisible())
    assert given(services, old) == []


def test_a_signal_that_is_left_out_of_learning_says_so(
    qtbot: QtBot, services: Reverie, ask: Ask
) -> None:
    reply = ask("Say good day.")
    signal = services.gestures.accept(reply.message.id, Via.INSERT)
    assert "left out" not in explained(signal)
    services.store.signals.set_state(signal.id, State.EXCLUDED)
    assert "left out of learning" in explained(services.store.signals.get(signal.id))
