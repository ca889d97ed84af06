"""What can be done in the open profile, each with the key that it has at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.actions import Action, Place
from app.ui.language import tr

if TYPE_CHECKING:
    from app.ui.workspace import Workspace


def commands(window: Workspace) -> tuple[Action, ...]:
    """In the order in which they are listed."""
    return (*_everywhere(window), *_in_a_conversation(window))


def _everywhere(window: Workspace) -> tuple[Action, ...]:
    place, chat, nights = Place.WINDOW, window.chat, window.nights

    def toggle_sidebar() -> None:
        window.show_sidebar(window.sidebar.isHidden())

    def can_sleep() -> bool:
        return nights.state.ready and not nights.running

    return (
        Action(
            "search-and-commands",
            tr("Search and commands"),
            place,
            window.toggle_palette,
            ("Ctrl+K",),
            "search",
            lambda: False,
        ),
        Action(
            "search-conversations",
            tr("Search all conversations"),
            place,
            window.search_conversations,
            ("Ctrl+Shift+F",),
            "search",
        ),
        Action(
            "new-conversation",
            tr("New conversation"),
            place,
            window.new_conversation,
            ("Ctrl+N",),
            "plus",
        ),
        Action(
            "temporary-chat",
            tr("Temporary chat"),
            place,
            window.temporary_chat,
            ("Ctrl+Shift+N",),
            "temporary",
        ),
        Action("write", tr("Write a message"), place, window.show_chat, ("Ctrl+L",), "edit"),
        Action(
            "attach-files",
            tr("Attach files"),
            place,
            window.attach_files,
            ("Ctrl+Shift+A",),
            "attach",
        ),
        Action(
            "previous-conversation",
            tr("Previous conversation"),
            place,
            lambda: window.step_conversation(-1),
            ("Ctrl+PgUp", "Alt+Up"),
            "up",
        ),
        Action(
            "next-conversation",
            tr("Next conversation"),
            place,
            lambda: window.step_conversation(1),
            ("Ctrl+PgDown", "Alt+Down"),
            "down",
        ),
        Action(
            "stop",
            tr("Stop the reply"),
            place,
            window.stop,
            ("Esc",),
            "stop",
            lambda: chat.live is not None or window.why.is_busy,
        ),
        Action(
            "sidebar", tr("Show or hide the sidebar"), place, toggle_sidebar, ("Ctrl+B",), "sidebar"
        ),
        Action(
            "memories",
            tr("Memories"),
            place,
            window.pages.show_memories,
            ("Ctrl+Shift+M",),
            "memory",
        ),
        Action(
            "corrections",
            tr("Corrections"),
            place,
            window.pages.show_corrections,
            ("Ctrl+Shift+E",),
            "edit",
        ),
        Action("nights", tr("Nights"), place, window.show_nights, ("Ctrl+Shift+H",), "moon"),
        Action(
            "privacy",
            tr("Privacy"),
            place,
            window.pages.show_privacy,
            ("Ctrl+Shift+P",),
            "shield",
        ),
        Action(
            "sleep",
            tr("Sleep now"),
            place,
            window.pages.sleep_now,
            ("Ctrl+Shift+L",),
            "moon",
            can_sleep,
        ),
        Action("settings", tr("Settings"), place, window.show_settings, ("Ctrl+,",), "settings"),
        Action(
            "shortcuts",
            tr("Keyboard shortcuts"),
            place,
            window.show_shortcuts,
            ("Ctrl+/",),
            "keyboard",
        ),
        Action("quit", tr("Quit"), place, window.quitted.emit, ("Ctrl+Q",), "cross"),
    )


def _in_a_conversation(window: Workspace) -> tuple[Action, ...]:
    place, page, chat, finding = Place.CHAT, window.chat_page, window.chat, window.finding

    def answered() -> bool:
        return page.isVisible() and page.transcript.last_reply() is not None

    def written() -> bool:
        return page.isVisible() and bool(chat.now.messages)

    def can_write_again() -> bool:
        """Never over a correction that is being written."""
        last = page.transcript.last_reply()
        return page.isVisible() and last is not None and last.editor is None and not chat.live

    def write_again() -> None:
        if can_write_again():
            chat.regenerate()

    return (
        Action(
            "edit-reply",
            tr("Edit the last reply"),
            place,
            page.edit_last,
            ("Ctrl+E",),
            "edit",
            answered,
        ),
        Action(
            "copy-reply",
            tr("Copy the last reply"),
            place,
            page.copy_last,
            ("Ctrl+Shift+C",),
            "copy",
            answered,
        ),
        Action(
            "write-again",
            tr("Write the last reply again"),
            place,
            write_again,
            ("Ctrl+Shift+R",),
            "redo",
            can_write_again,
        ),
        Action(
            "find",
            tr("Find in this conversation"),
            place,
            finding.open,
            ("Ctrl+F",),
            "search",
            written,
        ),
        Action(
            "find-next",
            tr("Find the next place"),
            place,
            finding.next,
            ("F3",),
            "down",
            lambda: finding.found,
        ),
        Action(
            "find-previous",
            tr("Find the place before"),
            place,
            finding.previous,
            ("Shift+F3",),
            "up",
            lambda: finding.found,
        ),
    )
