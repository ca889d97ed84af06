"""The page of corrections: opened, read and pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ledger import Signal
from app.services import Reverie
from app.ui.correctionspage import CorrectionsPage
from app.ui.ledgerrows import Heading
from app.ui.signalcard import SignalCard
from app.ui.workspace import Workspace

Show = Callable[..., CorrectionsPage]


def page_of(qtbot: QtBot, workspace: Workspace, services: Reverie) -> Iterator[Show]:
    """Stores the signals and turns to the page; nothing is taught before and after."""

    def clean() -> None:
        services.store.signals.forget([one.id for one in services.signals.all()])

    def turn_to(*signals: Signal) -> CorrectionsPage:
        services.store.signals.add_many(signals)
        with qtbot.waitSignal(page.model.listed):
            workspace.sidebar.corrections.click()
        qtbot.waitUntil(
            lambda: page.model.complete and len(listed(page)) == len(services.signals.all())
        )
        return page

    page = workspace.pages.corrections_page
    workspace.activateWindow()
    clean()
    yield turn_to
    clean()


def listed(page: CorrectionsPage) -> list[str]:
    return [row.key for row in page.model.rows if not isinstance(row, Heading)]


def opened(page: CorrectionsPage, key: str) -> SignalCard:
    page.view.open(key)
    card = page.view.cards[key]
    assert isinstance(card, SignalCard)
    return card


def press(qtbot: QtBot, page: CorrectionsPage, wanted: QWidget) -> None:
    """By Tab from the list, and Space."""
    page.view.setFocus()
    for _ in range(40):
        if QApplication.focusWidget() is wanted:
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is wanted
    qtbot.keyClick(wanted, Qt.Key.Key_Space)
