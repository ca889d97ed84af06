"""Settings take effect at once, and a refused one is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTime
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from app.services import Reverie
from app.settings import Settings, load_settings
from app.ui.controls import Label
from app.ui.presence import Presence
from app.ui.settingsdialog import OWN_FILE, SettingsDialog
from app.ui.settingslines import KEY_OFF, DesktopLines
from app.ui.shortcutsdialog import ShortcutsDialog
from app.ui.window import Window
from app.ui.workspace import Workspace
from tests.gui.test_look import nameless
from tests.support.tiny_gguf import write_tiny


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, services: Reverie) -> Iterator[SettingsDialog]:
    before = services.settings
    made = workspace.show_settings()
    yield made
    services.change_settings(**before.model_dump())
    services.models.start()


def stored(services: Reverie) -> Settings:
    return load_settings(services.profile)


def test_nights_can_be_switched_on_with_an_hour(
    qtbot: QtBot, workspace: Workspace, dialog: SettingsDialog, services: Reverie
) -> None:
    assert not dialog.hour.isEnabled()
    dialog.nightly.click()
    qtbot.waitUntil(lambda: stored(services).nightly)
    assert dialog.hour.isEnabled()
    dialog.hour.setTime(QTime(4, 30))
    dialog.hour.editingFinished.emit()
    qtbot.waitUntil(lambda: stored(services).sleep_at == time(4, 30))
    qtbot.waitUntil(lambda: "04:30" in workspace.nights_page.ready._next.text())


def test_the_way_to_the_shortcuts(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.show_settings().shortcuts.click()
    qtbot.waitUntil(lambda: bool(workspace.findChildren(ShortcutsDialog)))
    assert not any(one.isVisible() for one in workspace.findChildren(SettingsDialog))
    workspace.findChildren(ShortcutsDialog)[0].reject()


def test_it_is_no_higher_than_the_screen(dialog: SettingsDialog) -> None:
    assert dialog.height() <= dialog.screen().availableGeometry().height()


def test_length_and_temperature(qtbot: QtBot, dialog: SettingsDialog, services: Reverie) -> None:
    assert dialog.length.itemText(0) == "24 tokens"
    dialog.length.activated.emit(2)
    qtbot.waitUntil(lambda: stored(services).max_tokens == 512)
    dialog.own_temperature.setChecked(False)
    qtbot.waitUntil(lambda: stored(services).temperature is None)
    dialog.own_temperature.setChecked(True)
    dialog.temperature.setValue(0.7)
    qtbot.waitUntil(lambda: stored(services).temperature == 0.7)


def test_a_file_that_is_no_model_is_refused_and_the_old_one_stays(
    qtbot: QtBot, dialog: SettingsDialog, services: Reverie, tmp_path: Path
) -> None:
    before = stored(services).model
    file = tmp_path / "fake.gguf"
    file.write_bytes(b"GGUF but not really")
    dialog.use_model(str(file))
    qtbot.waitUntil(dialog._banner.isVisible)
    assert dialog._banner.problem.known
    assert dialog.model.isEnabled()
    assert stored(services).model == before
    assert dialog.model.itemText(dialog.model.count() - 1) == OWN_FILE


def test_another_file_of_ones_own_is_used(
    qtbot: QtBot,
    workspace: Workspace,
    dialog: SettingsDialog,
    services: Reverie,
    tmp_path: Path,
) -> None:
    own = tmp_path / "My-Own-Chat.gguf"
    write_tiny(own)
    dialog.use_model(str(own))
    header = workspace.chat_page.header
    qtbot.waitUntil(lambda: header.model.text() == "My-Own · base", timeout=60_000)
    assert dialog.model.currentText() == "My-Own-Chat.gguf"


def test_quick_changes_are_all_kept_even_when_the_dialog_closes_at_once(
    qtbot: QtBot, dialog: SettingsDialog, services: Reverie
) -> None:
    for value in range(1, 12):
        dialog.own_temperature.setChecked(True)
        dialog.temperature.setValue(value / 10)
    dialog.length.activated.emit(3)
    dialog.accept()
    qtbot.waitUntil(
        lambda: (stored(services).temperature, stored(services).max_tokens) == (1.1, 1024)
    )


@pytest.fixture
def desktop_lines(
    qtbot: QtBot,
    workspace: Workspace,
    services: Reverie,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[DesktopLines]:
    """In the dialog, as the person finds them; this platform has neither keys nor a tray."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    before = services.settings
    window = Window()
    qtbot.addWidget(window)
    presence = Presence(services, workspace._runner, window, workspace)
    dialog = workspace.show_settings()
    yield dialog.findChild(DesktopLines)
    dialog.reject()
    presence.close()
    presence.delete()
    services.change_settings(**before.model_dump())


def test_a_wanted_key_is_kept_and_its_true_state_stands_beside_it(
    qtbot: QtBot, desktop_lines: DesktopLines, services: Reverie
) -> None:
    lines = desktop_lines
    lines.key.setKeySequence(QKeySequence("Ctrl+Alt+Space"))
    lines.key.editingFinished.emit()
    qtbot.waitUntil(lambda: stored(services).quick_key == "Ctrl+Alt+Space")
    qtbot.waitUntil(lambda: "reverie --prompt" in lines.key_said.text())
    lines.key.setKeySequence(QKeySequence("Shift+A"))
    lines.key.editingFinished.emit()
    assert "is not a combination" in lines.key_said.text()
    assert stored(services).quick_key == "Ctrl+Alt+Space"
    lines.key.clear()
    lines.key.editingFinished.emit()
    qtbot.waitUntil(lambda: stored(services).quick_key is None)
    qtbot.waitUntil(lambda: lines.key_said.text() == KEY_OFF)


def test_start_at_login_is_an_entry_of_the_desktop(
    qtbot: QtBot, desktop_lines: DesktopLines, services: Reverie, tmp_path: Path
) -> None:
    entry = tmp_path / "autostart" / "reverie.desktop"
    assert not desktop_lines.login.isChecked()
    desktop_lines.login.click()
    qtbot.waitUntil(entry.exists)
    assert str(services.profile) in entry.read_text()
    desktop_lines.login.click()
    qtbot.waitUntil(lambda: not entry.exists())


def test_start_at_login_that_fails_is_told_and_stays_off(
    qtbot: QtBot, desktop_lines: DesktopLines, tmp_path: Path
) -> None:
    (tmp_path / "autostart").write_text("a file where the folder should be")
    desktop_lines.login.click()
    qtbot.waitUntil(lambda: "cannot be written" in desktop_lines.login_said.text())
    assert not desktop_lines.login.isChecked()


def test_close_to_tray_is_kept_and_says_that_there_is_none(
    qtbot: QtBot, desktop_lines: DesktopLines, services: Reverie
) -> None:
    assert not stored(services).close_to_tray
    desktop_lines.stay.click()
    qtbot.waitUntil(lambda: stored(services).close_to_tray)
    told = [label.text() for label in desktop_lines.findChildren(Label)]
    assert any("no tray now" in text for text in told)
    assert nameless(desktop_lines) == []
