"""Conversations in the sidebar: choose, rename in place, delete with an undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.services import Reverie
from app.ui.message import ReplyMessage
from app.ui.workspace import Workspace

Ask = Callable[[str], ReplyMessage]


def ids(services: Reverie) -> list[str]:
    return [c.id for c in services.conversations.all()]


def click(qtbot: QtBot, workspace: Workspace, conversation: str) -> None:
    view = workspace.sidebar.list
    rect = view.visualRect(view.rows.index(view.rows.row_of(conversation)))
    spot = rect.topLeft() + QPoint(30, rect.height() // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_click_opens_a_conversation(qtbot: QtBot, workspace: Workspace, ask: Ask) -> None:
    first = ask("Say one.").message.conversation
    workspace.new_conversation()
    ask("Say two.")
    workspace.show_nights()
    click(qtbot, workspace, first)
    qtbot.waitUntil(lambda: workspace.chat.now.conversation.id == first)
    assert workspace.pages.currentWidget() is workspace.chat_page
    assert len(workspace.chat_page.transcript.views) == 2


def test_f2_renames_in_place(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    here = ask("Say one.").message.conversation
    view = workspace.sidebar.list
    qtbot.waitUntil(lambda: view.rows.row_of(here) >= 0)
    view.mark(here)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = view.findChild(QLineEdit)
    assert field.accessibleName()
    field.setText("A better name")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: services.conversations.all()[0].title == "A better name")
    qtbot.waitUntil(lambda: workspace.chat_page.header.title.accessibleName() == "A better name")


def test_deleting_can_be_undone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    here = ask("Say one.").message.conversation
    view = workspace.sidebar.list
    qtbot.waitUntil(lambda: view.rows.row_of(here) >= 0)
    view.mark(here)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert view.rows.row_of(here) < 0
    assert workspace.toast.isVisible()
    assert here in ids(services)
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: view.rows.row_of(here) >= 0)
    qtbot.waitUntil(lambda: workspace.chat.now.conversation is not None)
    assert workspace.chat.now.conversation.id == here


def test_deleting_is_for_good_once_the_toast_is_gone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, ask: Ask
) -> None:
    here = ask("Say one.").message.conversation
    qtbot.waitUntil(lambda: workspace.sidebar.list.rows.row_of(here) >= 0)
    workspace.sidebar.list.asked.deleted.emit((here,))
    assert workspace.chat.listing.about_to_go() == {here}
    workspace.toast.finish()
    qtbot.waitUntil(lambda: here not in ids(services))
    assert not workspace.toast.isVisible()
    assert QApplication.activePopupWidget() is None
