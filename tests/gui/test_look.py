"""Themes live, names for screen readers, keys, and sizes that grow with the person's font."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.attachments import Attachment, FileKind
from app.ui.dialogs import LinkDialog
from app.ui.message import ReplyMessage
from app.ui.palette import DARK, LIGHT
from app.ui.startpage import StartPage
from app.ui.theme import Theme
from app.ui.workspace import Workspace

Ask = Callable[[str], ReplyMessage]
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QTextEdit,
    QScrollArea,
)


@pytest.fixture(autouse=True)
def light_again(look: Theme) -> Iterator[None]:
    yield
    look.choose("light")


def nameless(root: QWidget) -> list[str]:
    """Controls of ours without an accessible name; Qt's own inner parts are not ours."""
    found = []
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(
            widget.parent(), QComboBox | QAbstractSpinBox
        )
        popup = "QComboBox" in type(widget.parent()).__name__
        ours = isinstance(widget, CONTROLS) and not inner and not popup
        if ours and not widget.accessibleName().strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_every_control_has_a_name(qtbot: QtBot, workspace: Workspace, ask: Ask) -> None:
    reply = ask("Say hello.")
    reply.edit()
    dialog = workspace.show_settings()
    shortcuts = workspace.show_shortcuts()
    start = StartPage()
    qtbot.addWidget(start)
    start.ask_passphrase(new=True)
    workspace.show_nights()
    workspace.pages.show_memories()
    workspace.pages.show_corrections()
    reply.close_editor()
    reply.tools.why.click()
    qtbot.waitUntil(lambda: reply.panel is not None and len(reply.panel.findChildren(QWidget)) > 5)
    workspace.chat_page.setup.toggle()
    workspace.pages.show_privacy()
    workspace.pages.show_comparison()
    file = workspace.chat_page.show_file(Attachment("f", "log.txt", FileKind.TEXT, "one\ntwo"))
    link = LinkDialog(workspace, QUrl("https://example.org"))
    roots = (workspace, dialog, shortcuts, start, file, link)
    assert [nameless(root) for root in roots] == [[]] * len(roots)
    assert len(workspace.findChildren(QAbstractButton)) > 15
    for shown in (dialog, shortcuts, file):
        shown.reject()


def test_the_theme_switches_live(qtbot: QtBot, workspace: Workspace, look: Theme, ask: Ask) -> None:
    ask("Say hello.")
    app = QApplication.instance()

    def colour_at_corner() -> str:
        return workspace.chat_page.grab().toImage().pixelColor(3, 200).name()

    assert colour_at_corner() == LIGHT.window
    look.choose("dark")
    assert colour_at_corner() == DARK.window
    assert app.palette().windowText().color().name() == DARK.text
    assert DARK.accent in look.document_style()
    look.choose("light")
    assert colour_at_corner() == LIGHT.window


def test_the_settings_dialog_switches_the_theme(
    qtbot: QtBot, workspace: Workspace, look: Theme
) -> None:
    dialog = workspace.show_settings()
    dialog.theme.setCurrentIndex(2)
    dialog.theme.activated.emit(2)
    qtbot.waitUntil(lambda: look.colours is DARK)
    dialog.theme.activated.emit(1)
    qtbot.waitUntil(lambda: look.colours is LIGHT)
    dialog.reject()


class Hints:
    """What a desktop says; this platform plugin has no colour scheme of its own."""

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self.scheme


def desktop_says(look: Theme, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme) -> None:
    monkeypatch.setattr(QApplication, "styleHints", lambda *_: Hints(scheme))


def test_the_desktop_is_followed_live(look: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = QApplication.styleHints().colorSchemeChanged
    look.choose("system")
    for scheme, colours in (
        (Qt.ColorScheme.Dark, DARK),
        (Qt.ColorScheme.Light, LIGHT),
        (Qt.ColorScheme.Dark, DARK),
    ):
        desktop_says(look, monkeypatch, scheme)
        changed.emit(scheme)
        assert look.colours is colours
    look.choose("light")
    changed.emit(Qt.ColorScheme.Dark)
    assert look.colours is LIGHT


def test_without_a_scheme_the_palette_decides(look: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop_says(look, monkeypatch, Qt.ColorScheme.Unknown)
    for light, colours in ((False, DARK), (True, LIGHT)):
        monkeypatch.setattr(look, "_light_at_start", light)
        look.choose("system")
        assert look.colours is colours
        look.choose("light")


def test_sizes_grow_with_the_font(look: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    before = look.px(100)
    monkeypatch.setattr(look, "_em", look._em * 2)
    assert look.px(100) == pytest.approx(2 * before, abs=1)
    assert look.px(0) == 0


def test_every_control_can_be_reached_with_tab(
    qtbot: QtBot, workspace: Workspace, ask: Ask
) -> None:
    reply = ask("Say hello.")
    start = workspace.chat_page.composer.field
    start.setFocus()
    seen, widget = set(), start
    for _ in range(2000):
        widget = widget.nextInFocusChain()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.add(widget)
        if widget is start:
            break
    wanted = {
        reply.tools.change,
        reply.tools.up,
        reply.tools.down,
        reply.tools.copy,
        reply.tools.redo,
        workspace.sidebar.new,
    }
    wanted |= {workspace.sidebar.list, workspace.chat_page.header.night}
    assert wanted <= seen
