"""What can be done with what a night learned, from its report: use, compare, export, delete."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.ledger import Night
from app.services import Reverie
from app.ui.prose import ProseView
from app.ui.textview import TextView
from app.ui.workspace import Workspace
from tests.gui.test_look import nameless
from tests.support.nights import night, no_adapters_after, store_night


@pytest.fixture
def nights(qtbot: QtBot, workspace: Workspace, services: Reverie) -> Iterator[tuple[Night, Night]]:
    with no_adapters_after(services):
        older, newer = (store_night(services, night(days)) for days in (2, 1))
        workspace.nights.refresh()
        qtbot.waitUntil(lambda: len(workspace.nights.state.usable) == 2)
        yield older, newer
        workspace.toast._dismiss()


def button(workspace: Workspace, name: str) -> QPushButton:
    found = workspace.report.findChildren(QPushButton)
    return next(b for b in found if name in (b.text(), b.accessibleName()) and b.isVisible())


def offered(workspace: Workspace) -> set[str]:
    return {b.text() for b in workspace.report.findChildren(QPushButton) if b.isVisible()}


def in_use(services: Reverie) -> str | None:
    active = services.nights.active_adapter()
    return active.night if active else None


def test_all_four_texts_stand_side_by_side(
    workspace: Workspace, nights: tuple[Night, Night]
) -> None:
    workspace.show_report(nights[1].id)
    texts = [view.plain_text() for view in workspace.report.findChildren(ProseView)]
    assert texts == ["Dear Ann, I am late.", "hi Ann, I am late", "running late.", "late, sorry."]
    assert nameless(workspace.report) == []


def test_deleting_goes_back_at_once_and_can_be_undone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, nights: tuple[Night, Night]
) -> None:
    older, newer = nights
    workspace.show_report(newer.id)
    button(workspace, "Delete what this night learned").click()
    qtbot.waitUntil(workspace.toast.isVisible)
    assert in_use(services) == older.id
    assert "In use again" in workspace.toast._text.text()
    assert workspace.nights.about_to_go() == {newer.id}
    qtbot.waitUntil(lambda: "Delete" not in offered(workspace))
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: in_use(services) == newer.id)
    assert workspace.nights.about_to_go() == frozenset()
    qtbot.waitUntil(lambda: "Delete" in offered(workspace))


def test_once_the_toast_is_gone_the_adapter_is(
    qtbot: QtBot, workspace: Workspace, services: Reverie, nights: tuple[Night, Night]
) -> None:
    older, newer = nights
    workspace.show_report(older.id)
    button(workspace, "Delete what this night learned").click()
    qtbot.waitUntil(workspace.toast.isVisible)
    assert in_use(services) == newer.id
    workspace.toast.finish()
    qtbot.waitUntil(lambda: len(workspace.nights.state.usable) == 1)
    assert services.nights.get(older.id).adapter is None
    assert workspace.nights.about_to_go() == frozenset()


def test_export_asks_where_and_says_that_it_is_personal(
    qtbot: QtBot,
    workspace: Workspace,
    services: Reverie,
    nights: tuple[Night, Night],
    tmp_path: Path,
) -> None:
    workspace.show_report(nights[1].id)
    dialog = workspace.pages.ask_export(nights[1])
    assert "not encrypted" in dialog.windowTitle()
    file = tmp_path / "mine.gguf"
    file.write_bytes(b"older")  # the dialog asks before it is written over
    with qtbot.waitSignal(workspace.nights.exported) as told:
        dialog.fileSelected.emit(str(file))
    dialog.reject()
    assert "not encrypted" in told.args[0]
    assert file.read_bytes() == nights[1].id.encode()
    assert file.stat().st_mode & 0o777 == 0o600
    with qtbot.waitSignal(workspace.nights.problem) as problem:
        workspace.nights.export(nights[1].id, tmp_path / "none" / "mine.gguf")
    assert problem.args[0].known


def test_the_report_leads_to_its_rows_and_to_a_comparison(
    qtbot: QtBot, workspace: Workspace, nights: tuple[Night, Night]
) -> None:
    older, newer = nights
    workspace.show_report(newer.id)
    workspace.report.rows_wanted.emit(newer.id)
    assert workspace.pages.currentWidget() is workspace.pages.corrections_page
    workspace.show_report(newer.id)
    button(workspace, "Compare …").click()
    page = workspace.pages.comparison
    assert workspace.pages.currentWidget() is page
    assert page._chosen() == (older.id, newer.id)
    assert workspace.sidebar.nights.isChecked()


def test_no_text_is_wider_than_its_room(
    qtbot: QtBot, workspace: Workspace, nights: tuple[Night, Night]
) -> None:
    """However often the layout tries other widths, from one column to four."""
    workspace.show_report(nights[1].id)
    for width in (1500, 900, 640, 1100):
        workspace.resize(width, 700)
        qtbot.wait(50)
        workspace.grab()
        for view in workspace.report.findChildren(TextView):
            assert view.document().idealWidth() <= view.viewport().width(), view.toPlainText()
            assert view.document().textWidth() == view.viewport().width()
