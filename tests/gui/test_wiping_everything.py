"""Everything of a profile goes, from the window, or where it cannot be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.wipe import Scope
from app.store.layout import Layout
from app.ui.desktop import Desktop
from tests.gui.conftest import PASSPHRASE, PATIENCE_MS, Open, arrive
from tests.gui.test_look import nameless


def confirm(qtbot: QtBot, panel: object) -> None:
    qtbot.waitUntil(panel.word.isVisible, timeout=PATIENCE_MS)  # type: ignore[attr-defined]
    panel.word.setText("wipe")  # type: ignore[attr-defined]
    qtbot.keyClick(panel.word, Qt.Key.Key_Return)  # type: ignore[attr-defined]


def gone(qtbot: QtBot, desktop: Desktop) -> None:
    farewell = desktop.window.farewell
    qtbot.waitUntil(farewell.quit.isVisible, timeout=PATIENCE_MS)
    assert desktop.window.currentWidget() is farewell
    assert farewell.title.text() == "It is gone", farewell.banner.problem


def test_everything_goes_and_a_new_profile_can_begin(
    qtbot: QtBot, open_desktop: Open, profile: Path
) -> None:
    desktop = open_desktop(lambda: PASSPHRASE)
    arrive(qtbot, desktop)
    first = desktop.services
    assert first is not None
    first.conversations.new()
    pages = desktop.window.workspace.pages
    pages.show_privacy()
    qtbot.waitUntil(lambda: pages.privacy.model.state.kept is not None)
    pages.privacy.wipe.choices[Scope.EVERYTHING].click()
    confirm(qtbot, pages.privacy.wipe)
    gone(qtbot, desktop)
    assert not profile.exists()
    assert desktop.window.workspace is None and desktop.services is None
    assert nameless(desktop.window.farewell) == []

    desktop.window.farewell.anew.click()
    arrive(qtbot, desktop)
    assert desktop.services is not None
    assert desktop.services.conversations.all() == []
    assert Layout(profile).store.exists()


def test_quit_after_a_wipe_leaves_nothing(qtbot: QtBot, open_desktop: Open, profile: Path) -> None:
    desktop = open_desktop(lambda: PASSPHRASE)
    arrive(qtbot, desktop)
    desktop.wipe()
    gone(qtbot, desktop)
    with qtbot.waitSignal(desktop.ended, timeout=PATIENCE_MS):
        desktop.window.farewell.quit.click()
    assert not profile.exists()


def test_a_damaged_profile_can_be_wiped_from_the_start_page(
    qtbot: QtBot, open_desktop: Open, profile: Path
) -> None:
    desktop = open_desktop(lambda: PASSPHRASE)
    arrive(qtbot, desktop)
    with qtbot.waitSignal(desktop.ended, timeout=PATIENCE_MS):
        desktop.window.close()
    Layout(profile).store.write_bytes(b"nothing of a store")
    broken = open_desktop(lambda: PASSPHRASE)
    start = broken.window.start
    qtbot.waitUntil(start.banner.isVisible, timeout=PATIENCE_MS)
    assert start.offer.isVisible() and not start.wiping.isVisible()
    start.offer.click()
    assert list(start.wipe.choices) == [Scope.EVERYTHING]
    assert nameless(start) == []
    confirm(qtbot, start.wipe)
    gone(qtbot, broken)
    assert not profile.exists()


def test_a_profile_whose_passphrase_is_lost_can_be_wiped(
    qtbot: QtBot, open_desktop: Open, profile: Path
) -> None:
    desktop = open_desktop(lambda: PASSPHRASE)
    arrive(qtbot, desktop)
    with qtbot.waitSignal(desktop.ended, timeout=PATIENCE_MS):
        desktop.window.close()
    locked = open_desktop()
    start = locked.window.start
    qtbot.waitUntil(start.lock.isVisible, timeout=PATIENCE_MS)
    start.offer.click()
    confirm(qtbot, start.wipe)
    gone(qtbot, locked)
    assert not profile.exists()

    locked.window.farewell.anew.click()
    qtbot.waitUntil(start.lock.second.isVisible, timeout=PATIENCE_MS)  # it asks for a new one
    assert not start.offer.isVisible()
    start.lock.first.setText(PASSPHRASE)
    start.lock.second.setText(PASSPHRASE)
    start.lock.ok.click()
    arrive(qtbot, locked)


def test_a_new_profile_offers_no_wipe(qtbot: QtBot, open_desktop: Open) -> None:
    desktop = open_desktop()
    qtbot.waitUntil(desktop.window.start.lock.second.isVisible, timeout=PATIENCE_MS)
    assert not desktop.window.start.offer.isVisible()
