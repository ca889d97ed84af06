"""A correction is written anew in its card: kept, refused, undone, and seen in the chat."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ledger import Kind, Provenance
from app.services import Reverie
from app.ui.correctionfield import CorrectionField
from app.ui.correctionspage import CorrectionsPage
from app.ui.signalcard import SignalCard
from app.ui.workspace import Workspace
from tests.support.corrections import Show, listed, opened, page_of, press
from tests.support.looking import button
from tests.support.taught import EDITED, REPLY, chat, night, signal

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace, services: Reverie) -> Iterator[Show]:
    yield from page_of(qtbot, workspace, services)


def writing(qtbot: QtBot, page: CorrectionsPage, key: str, by: Qt.Key) -> CorrectionField:
    """The field of the row, by a key on the row."""
    page.view.setFocus()
    page.view.setCurrentIndex(page.view.rows.index_of(key))
    qtbot.keyClick(page.view, by)
    card = page.view.cards[key]
    assert isinstance(card, SignalCard) and card.editor is not None
    assert card.editor.field.hasFocus()
    return card.editor.field


@pytest.mark.parametrize("by", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_correction_is_put_right_by_keys_and_undone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show, by: Qt.Key
) -> None:
    _, told = chat(services, "Letters")
    workspace.open_conversation(told.conversation)
    qtbot.waitUntil(lambda: workspace.chat.now.holds(told.id))
    old = services.gestures.edit(told.id, "Sam, I will be late. Thx, R.")
    assert old is not None
    page = show()
    qtbot.waitUntil(lambda: listed(page) == [old.id])
    night(services, old.id, learned=True)
    field = writing(qtbot, page, old.id, by)
    assert field.text() == old.edited
    for _ in "Thx, R.":
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, "Bye, R.")
    assert "I will be late. Bye, R." in field.text()
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert page.view.opened is None and page.view.hasFocus()
    qtbot.waitUntil(lambda: [s.edited for s in services.signals.all()] != [old.edited])
    (new,) = services.signals.all()
    assert new.edited == "Sam, I will be late. Bye, R." and new.at == old.at
    qtbot.waitUntil(lambda: listed(page) == [new.id])
    assert page.view.currentIndex() == page.view.rows.index_of(new.id)
    qtbot.waitUntil(lambda: workspace.chat.now.signals.get(told.id) == [new])
    assert shown_text(workspace, told.id) == new.edited
    qtbot.waitUntil(workspace.toast.isVisible)
    said_ = workspace.toast._text.text()
    assert said_ == "Corrected. What last night learned is off until the next night."
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: services.signals.all() == [old])
    qtbot.waitUntil(lambda: listed(page) == [old.id])
    qtbot.waitUntil(lambda: workspace.chat.now.signals.get(told.id) == [old])
    assert shown_text(workspace, told.id) == old.edited


def shown_text(workspace: Workspace, message: str) -> str:
    """As the chat has it."""
    return next(one.text for one in workspace.chat.now.messages if one.id == message)


def test_a_thumb_down_becomes_a_correction_and_its_mark_follows(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    _, told = chat(services, "Letters")
    workspace.open_conversation(told.conversation)
    qtbot.waitUntil(lambda: workspace.chat.now.holds(told.id))
    thumb = services.gestures.reject(told.id)
    assert thumb is not None
    page = show()
    qtbot.waitUntil(lambda: listed(page) == [thumb.id])
    card = opened(page, thumb.id)
    press(qtbot, page, button(card, "Write what you wanted"))
    assert card.editor is not None and card.editor.field.hasFocus()
    qtbot.keyClick(card.editor.field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(card.editor.field, "Sam, late. R.")
    qtbot.keyClick(card.editor.field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: [s.kind for s in services.signals.all()] == [Kind.EDIT])
    (new,) = services.signals.all()
    assert (new.edited, new.reply, new.message) == ("Sam, late. R.", REPLY, told.id)
    qtbot.waitUntil(lambda: workspace.chat.now.signals.get(told.id) == [new])
    reply = workspace.chat_page.transcript.reply(told.id)
    assert reply is not None and reply.signals == (new,)
    qtbot.waitUntil(lambda: listed(page) == [new.id])


def test_a_half_written_change_is_not_lost_and_esc_leaves_without_it(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    one, other = signal("one", 1), signal("other", 2)
    page = show(one, other)
    field = writing(qtbot, page, one.id, Qt.Key.Key_Return)
    qtbot.keyClicks(field, " Or soon")
    page.view.open(other.id)  # the card closes
    workspace.show_chat()
    with qtbot.waitSignal(page.model.listed):
        workspace.sidebar.corrections.click()
    field = writing(qtbot, page, one.id, Qt.Key.Key_F2)
    assert field.text() == f"{EDITED} Or soon"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert page.view.opened is None and page.view.hasFocus()
    assert services.signals.all() == [other, one]
    workspace.toast.button.click()  # Undo of "Discarded"
    card = page.view.cards[one.id]
    assert isinstance(card, SignalCard) and card.editor is not None
    assert card.editor.field.text() == f"{EDITED} Or soon"
    qtbot.keyClick(card.editor.field, Qt.Key.Key_Escape)
    assert writing(qtbot, page, one.id, Qt.Key.Key_F2).text() == EDITED
    assert page.model.drafts == {}


def test_an_empty_text_and_the_models_own_words_are_no_correction(
    qtbot: QtBot, services: Reverie, show: Show
) -> None:
    one = signal()
    page = show(one)
    for text in (" ", REPLY):
        field = writing(qtbot, page, one.id, Qt.Key.Key_F2)
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
        card = page.view.cards[one.id]
        assert isinstance(card, SignalCard) and card.nothing.isVisible()
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    field = writing(qtbot, page, one.id, Qt.Key.Key_F2)
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)  # nothing is changed
    assert page.view.opened is None
    assert services.signals.all() == [one]


def test_what_is_pasted_into_a_correction_is_known_as_such(
    qtbot: QtBot, services: Reverie, show: Show
) -> None:
    one = signal()
    page = show(one)
    field = writing(qtbot, page, one.id, Qt.Key.Key_F2)
    QApplication.clipboard().setText(" Zebras")
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    qtbot.keyClicks(field, " byebye")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: services.signals.all() != [one])
    (new,) = services.signals.all()
    found = {s.provenance: (new.edited or "")[s.start : s.end].strip() for s in new.spans}
    assert found[Provenance.PASTED] == "Zebras"
    assert found[Provenance.TYPED] == "byebye"


def test_a_reply_that_is_corrected_is_not_written_twice(
    qtbot: QtBot, services: Reverie, show: Show
) -> None:
    thumb = signal("a", 2, kind=Kind.REJECT, message="m")
    page = show(thumb, signal("a", 1, message="m"))
    page.view.setFocus()
    page.view.setCurrentIndex(page.view.rows.index_of(thumb.id))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    card = page.view.cards[thumb.id]
    assert isinstance(card, SignalCard) and card.editor is None
    assert card.write.isHidden() and card.learn.hasFocus()


def test_the_caret_is_followed_in_a_long_correction(qtbot: QtBot, show: Show) -> None:
    one = signal(edited="\n".join(f"line {n}" for n in range(120)))
    page = show(one, signal("other", 2))
    field = writing(qtbot, page, one.id, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(field, key, CONTROL)
        qtbot.waitUntil(lambda: page.view.viewport().rect().contains(
            field.mapTo(page.view.viewport(), field.cursorRect().center())
        ))  # fmt: skip
