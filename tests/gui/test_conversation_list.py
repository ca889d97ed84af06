"""The list of conversations: pinned ones, folders, several at once, and all of it by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.domain.ledger import Conversation, Message, Role, utc_now
from app.services import Reverie
from app.ui.conversationlist import DRAGGED, ConversationList, Kind, rows_of
from app.ui.conversationview import ConversationView
from app.ui.workspace import Workspace

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
Make = Callable[..., str]


def conversation(
    name: str, *, days: int = 0, pinned: bool = False, folder: str | None = None
) -> Conversation:
    at = NOW - timedelta(days=days)
    return Conversation(name, name.title(), at, at, pinned=pinned, folder=folder)


LISTED = [
    conversation("tides"),
    conversation("bread", folder="kitchen"),
    conversation("plan", days=1, folder="Work"),
    conversation("soup", days=1, folder="kitchen"),
    conversation("names", days=2, pinned=True, folder="Work"),
    conversation("old", days=400),
]


def texts(conversations: list[Conversation], closed: set[str] = frozenset()) -> list[str]:
    return [("  " if r.inside else "") + r.text for r in rows_of(conversations, closed, NOW)]


def test_pinned_come_first_then_folders_then_the_rest_by_age() -> None:
    assert texts(LISTED) == [
        "Pinned",
        "Names",
        "kitchen",
        "  Bread",
        "  Soup",
        "Work",
        "  Plan",
        "Today",
        "Tides",
        "October 2025",
        "Old",
    ]


def test_a_closed_folder_keeps_its_conversations_to_itself() -> None:
    assert texts(LISTED, {"kitchen"})[2:4] == ["kitchen", "Work"]
    folder = rows_of(LISTED, {"kitchen"}, NOW)[2]
    assert (folder.closed, folder.count) == (True, 2)
    assert folder.spoken == "kitchen, folder, 2 conversations, closed"


def test_nothing_but_headings_is_out_of_reach(qtbot: QtBot, look: object) -> None:
    view = ConversationView()
    qtbot.addWidget(view)
    view.show_conversations(LISTED, None)
    flag = Qt.ItemFlag
    for number in range(view.rows.rowCount()):
        index = view.rows.index(number)
        row = view.rows.at(index)
        assert row is not None
        reached = bool(view.rows.flags(index) & flag.ItemIsEnabled)
        assert reached is (row.kind is not Kind.HEADING)


def test_a_conversation_can_be_dragged_onto_a_folder_alone(qtbot: QtBot, look: object) -> None:
    view = ConversationView()
    qtbot.addWidget(view)
    view.show_conversations(LISTED, None)
    rows = view.rows
    dragged = rows.mimeData([rows.index(rows.row_of("tides")), rows.index(rows.row_of("plan"))])
    assert dragged.formats() == [DRAGGED]
    folder = rows.index(rows.row_of("kitchen", Kind.FOLDER))
    move = Qt.DropAction.MoveAction
    assert rows.canDropMimeData(dragged, move, -1, -1, folder)
    with qtbot.waitSignal(view.asked.moved) as caught:
        rows.dropMimeData(dragged, move, -1, -1, folder)
    assert caught.args == [("tides", "plan"), "kitchen"]
    assert not rows.dropMimeData(dragged, move, -1, -1, rows.index(rows.row_of("old")))
    foreign = ConversationList(view).mimeData([])
    foreign.setData(DRAGGED, b"nobody")
    assert not rows.dropMimeData(foreign, move, -1, -1, folder)


def test_what_was_chosen_stays_chosen_when_the_list_changes(qtbot: QtBot, look: object) -> None:
    view = ConversationView()
    qtbot.addWidget(view)
    view.show_conversations(LISTED, "old")
    assert view.chosen_ids() == ("old",)
    choose(view, "bread", "tides")
    view.show_conversations([*LISTED, conversation("older", days=900)], "old")
    assert view.chosen_ids() == ("bread", "tides")
    view.show_conversations(LISTED, "plan")
    assert view.chosen_ids() == ("plan",)


def choose(view: ConversationView, *ids: str) -> None:
    """As with Ctrl and clicks."""
    view.clearSelection()
    flag = view.selectionModel().SelectionFlag
    for identity in ids:
        index = view.rows.index(view.rows.row_of(identity))
        assert index.isValid()
        view.selectionModel().setCurrentIndex(index, flag.Select)


# in the window


@pytest.fixture
def make(workspace: Workspace, services: Reverie, qtbot: QtBot) -> Iterator[Make]:
    """Stores a conversation that is in the list when it returns."""

    def one(title: str, folder: str | None = None) -> str:
        made = services.conversations.new()
        asked = Message(f"{made.id}-q", made.id, 0, Role.USER, title, utc_now())
        reply = replace(asked, id=f"{made.id}-a", role=Role.ASSISTANT, parent=asked.id)
        services.conversations.append(asked)
        services.conversations.append(reply)
        services.conversations.rename(made.id, title)
        services.conversations.put_into({made.id: folder})
        workspace.chat.listing.refresh()
        qtbot.waitUntil(lambda: made.id in {c.id for c in workspace.chat.listing.conversations})
        return made.id

    for old in services.conversations.all():
        services.conversations.delete(old.id)
    services.conversations.keep_closed_folders(())
    workspace.library.refresh()
    qtbot.waitUntil(lambda: not workspace.library.closed)
    yield one
    workspace.toast.finish()


def rows(workspace: Workspace) -> list[str]:
    view = workspace.sidebar.list
    return [str(view.rows.index(at).data()) for at in range(view.rows.rowCount())]


def menu(workspace: Workspace, key: str, kind: Kind = Kind.CONVERSATION) -> QMenu:
    view = workspace.sidebar.list
    made = view.menu_of(view.rows.index(view.rows.row_of(key, kind)))
    assert made is not None
    return made


def action(menu: QMenu, text: str) -> QAction:
    return next(found for found in menu.actions() if found.text() == text)


def folders(menu: QMenu) -> QMenu:
    return action(menu, "Move to folder").menu()


def test_the_menu_pins_and_unpins(
    qtbot: QtBot, workspace: Workspace, services: Reverie, make: Make
) -> None:
    first, second = make("First"), make("Second")
    action(menu(workspace, first), "Pin").trigger()
    qtbot.waitUntil(lambda: rows(workspace) == ["Pinned", "First", "Today", "Second"])
    action(menu(workspace, first), "Unpin").trigger()
    qtbot.waitUntil(lambda: rows(workspace) == ["Today", "Second", "First"])
    choose(workspace.sidebar.list, first, second)
    action(menu(workspace, first), "Pin").trigger()
    qtbot.waitUntil(lambda: rows(workspace) == ["Pinned", "Second", "First"])


def test_a_new_folder_is_typed_in_the_menu_and_moving_is_undone_at_once(
    qtbot: QtBot, workspace: Workspace, make: Make
) -> None:
    first, second, third = make("First"), make("Second", "Work"), make("Third")
    choose(workspace.sidebar.list, first, second)
    inner = folders(menu(workspace, first))
    assert [a.text() for a in inner.actions()][:2] == ["Work", "No folder"]
    field = inner.findChild(QLineEdit)
    assert field.accessibleName()
    field.setText("Kitchen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(workspace) == ["Kitchen", "Second", "First", "Today", "Third"])
    assert workspace.toast._text.text() == "2 conversations moved to Kitchen"
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: rows(workspace) == ["Work", "Second", "Today", "Third", "First"])
    action(folders(menu(workspace, third)), "Work").trigger()
    qtbot.waitUntil(lambda: rows(workspace) == ["Work", "Third", "Second", "Today", "First"])
    action(folders(menu(workspace, third)), "No folder").trigger()
    qtbot.waitUntil(lambda: "Third" in rows(workspace)[2:])


def test_several_are_deleted_with_one_undo(
    qtbot: QtBot, workspace: Workspace, services: Reverie, make: Make
) -> None:
    first, second, third = make("First"), make("Second"), make("Third")
    workspace.open_conversation(second)
    qtbot.waitUntil(lambda: workspace.chat.now.conversation is not None)
    view = workspace.sidebar.list
    choose(view, first, second)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert rows(workspace) == ["Today", "Third"]
    assert workspace.toast._text.text() == "2 conversations deleted"
    workspace.toast.button.click()
    assert rows(workspace) == ["Today", "Third", "Second", "First"]
    qtbot.waitUntil(lambda: workspace.chat.now.conversation is not None)
    assert workspace.chat.now.conversation.id == second

    choose(view, first, third)
    action(menu(workspace, first), "Delete 2 conversations").trigger()
    workspace.toast.finish()
    qtbot.waitUntil(lambda: [c.id for c in services.conversations.all()] == [second])


def test_shift_and_arrows_choose_several(qtbot: QtBot, workspace: Workspace, make: Make) -> None:
    first, second = make("First"), make("Second")
    make("Inside", "Work")
    view = workspace.sidebar.list
    view.setFocus()
    view.mark(second)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.chosen_ids() == (second, first)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.chosen_ids()) == 3


def test_ctrl_and_a_click_choose_without_opening(
    qtbot: QtBot, workspace: Workspace, make: Make
) -> None:
    first, second = make("First"), make("Second")
    view = workspace.sidebar.list
    opened: list[str] = []
    view.chosen.connect(opened.append)

    def click(key: str, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        rect = view.visualRect(view.rows.index(view.rows.row_of(key)))
        spot = rect.topLeft() + QPoint(30, rect.height() // 2)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, with_, spot)

    click(first)
    click(second, Qt.KeyboardModifier.ControlModifier)
    assert view.chosen_ids() == (second, first)
    assert opened == [first]


def test_folders_close_and_open_by_keyboard_and_stay_so(
    qtbot: QtBot, workspace: Workspace, services: Reverie, make: Make
) -> None:
    make("Inside", "Work")
    make("Outside")
    view = workspace.sidebar.list
    view.setFocus()
    view.setCurrentIndex(view.rows.index(view.rows.row_of("Work", Kind.FOLDER)))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert rows(workspace) == ["Work", "Today", "Outside"]
    qtbot.waitUntil(lambda: services.conversations.closed_folders() == {"Work"})
    assert view.rows.at(view.currentIndex()).key == "Work"  # where the keyboard was
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert rows(workspace) == ["Work", "Inside", "Today", "Outside"]
    qtbot.waitUntil(lambda: services.conversations.closed_folders() == frozenset())
    workspace.library.toggle("Work")
    qtbot.waitUntil(lambda: services.conversations.closed_folders() == {"Work"})
    workspace.library.closed = frozenset()
    workspace.library.refresh()
    qtbot.waitUntil(lambda: workspace.library.closed == {"Work"})


def test_a_folder_that_is_being_closed_does_not_open_again(
    qtbot: QtBot,
    workspace: Workspace,
    services: Reverie,
    make: Make,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make("Inside", "Work")
    library, keep, gate = workspace.library, services.conversations.keep_closed_folders, Event()

    def slow(names: Collection[str]) -> None:
        assert gate.wait(10)
        keep(names)

    monkeypatch.setattr(services.conversations, "keep_closed_folders", slow)
    library.toggle("Work")
    library.refresh()
    qtbot.wait(50)
    gate.set()
    with qtbot.waitSignal(library.folded):
        pass
    assert library.closed == {"Work"}
    assert rows(workspace) == ["Work"]


def test_a_folder_is_renamed_in_place_and_stays_closed(
    qtbot: QtBot, workspace: Workspace, services: Reverie, make: Make
) -> None:
    inside = make("Inside", "Work")
    view = workspace.sidebar.list
    workspace.library.toggle("Work")
    view.setFocus()
    view.setCurrentIndex(view.rows.index(view.rows.row_of("Work", Kind.FOLDER)))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = view.findChild(QLineEdit)
    assert "folder" in field.accessibleName()
    field.setText("Office")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: services.conversations.get(inside).folder == "Office")
    qtbot.waitUntil(lambda: view.rows.row_of("Office", Kind.FOLDER) == 0)
    assert rows(workspace) == ["Office"]
    action(menu(workspace, "Office", Kind.FOLDER), "Dissolve folder").trigger()
    qtbot.waitUntil(lambda: rows(workspace) == ["Today", "Inside"])


def test_the_menu_opens_with_the_keyboard_and_renames_one_alone(
    qtbot: QtBot, workspace: Workspace, make: Make
) -> None:
    first, second = make("First"), make("Second")
    view = workspace.sidebar.list
    view.mark(first)
    action(menu(workspace, first), "Rename").trigger()
    assert view.findChild(QLineEdit) is not None
    view.closeEditor(view.findChild(QLineEdit), view.itemDelegate().EndEditHint.NoHint)
    choose(view, first, second)
    assert "Rename" not in [a.text() for a in menu(workspace, first).actions()]
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    shown = [m for m in view.findChildren(QMenu) if m.isVisible()]
    assert len(shown) == 1
    shown[0].close()
