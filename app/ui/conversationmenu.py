"""What can be done with conversations and folders, as the menu of a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget, QWidgetAction

from app.domain.ledger import Conversation
from app.services.conversations import LONGEST_FOLDER
from app.ui import theme
from app.ui.controls import row
from app.ui.language import tr


class Format(StrEnum):
    MARKDOWN = "Markdown"
    JSON = "JSON"


class ConversationActions(QObject):
    """What was asked for; `ids` are always a tuple."""

    pinned = Signal(tuple, bool)
    moved = Signal(tuple, object)  # ids, folder or None
    exported = Signal(tuple, object)  # ids, Format
    deleted = Signal(tuple)


def conversation_menu(
    parent: QWidget,
    chosen: Sequence[Conversation],
    folders: Sequence[str],
    actions: ConversationActions,
    rename: Callable[[], object],
) -> QMenu:
    """For one or for many; renaming is for one alone."""
    ids = tuple(conversation.id for conversation in chosen)
    menu = QMenu(parent)
    if len(ids) == 1:
        menu.addAction(tr("Rename")).triggered.connect(rename)
    pin = not all(conversation.pinned for conversation in chosen)
    menu.addAction(tr("Pin") if pin else tr("Unpin")).triggered.connect(
        lambda: actions.pinned.emit(ids, pin)
    )
    _add_folders(menu, chosen, folders, lambda name: actions.moved.emit(ids, name))
    for form in Format:
        menu.addAction(tr("Export as {format} …", format=form.value)).triggered.connect(
            lambda _=False, form=form: actions.exported.emit(ids, form)
        )
    menu.addSeparator()
    delete = tr("Delete") if len(ids) == 1 else tr("Delete %n conversation(s)", "", len(ids))
    menu.addAction(delete).triggered.connect(lambda: actions.deleted.emit(ids))
    return menu


def _add_folders(
    menu: QMenu,
    chosen: Sequence[Conversation],
    folders: Sequence[str],
    move: Callable[[str | None], object],
) -> None:
    inner = menu.addMenu(tr("Move to folder"))
    for name in folders:
        if any(conversation.folder != name for conversation in chosen):
            action = inner.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=name: move(name))
    if any(conversation.folder for conversation in chosen):
        inner.addAction(tr("No folder")).triggered.connect(lambda: move(None))
    if inner.actions():
        inner.addSeparator()
    inner.addAction(_NewFolder(menu, move))


class _NewFolder(QWidgetAction):
    """A field in the menu itself: type a name, Enter."""

    def __init__(self, menu: QMenu, move: Callable[[str | None], object]) -> None:
        super().__init__(menu)
        self._menu, self._move = menu, move
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("New folder …"))
        self.field.setAccessibleName(tr("Name of a new folder"))
        self.field.setMaxLength(LONGEST_FOLDER)
        self.field.setMinimumWidth(theme.current().px(180))
        self.field.returnPressed.connect(self._take)
        holder = QWidget()
        holder.setLayout(row(self.field, margins=(6, 4, 6, 4)))
        holder.setFocusProxy(self.field)
        holder.setFocusPolicy(self.field.focusPolicy())
        self.setDefaultWidget(holder)

    def _take(self) -> None:
        name = self.field.text().strip()
        if name:
            self._menu.close()
            self._move(name)


def folder_menu(
    parent: QWidget, rename: Callable[[], object], dissolve: Callable[[], object]
) -> QMenu:
    menu = QMenu(parent)
    menu.addAction(tr("Rename folder")).triggered.connect(rename)
    menu.addAction(tr("Dissolve folder")).triggered.connect(dissolve)
    return menu
