"""Conversations out of the window and in: dialogs, progress, and what is said about it."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.ledger import Message, Role, utc_now
from app.services import Reverie
from app.ui.conversationmenu import Format
from app.ui.workspace import Workspace


@pytest.fixture
def talk(workspace: Workspace, services: Reverie, qtbot: QtBot) -> Iterator[str]:
    """The one conversation of the profile."""
    for old in services.conversations.all():
        services.conversations.delete(old.id)
    made = services.conversations.new()
    asked = Message(f"{made.id}-q", made.id, 0, Role.USER, "How is bread baked?", utc_now())
    services.conversations.append(asked)
    services.conversations.append(
        replace(asked, id=f"{made.id}-a", role=Role.ASSISTANT, text="Hot.", parent=asked.id)
    )
    services.conversations.rename(made.id, "Bread: how?")
    workspace.chat.listing.refresh()
    qtbot.waitUntil(lambda: [c.id for c in workspace.chat.listing.conversations] == [made.id])
    yield made.id
    workspace.toast.finish()


def said(workspace: Workspace) -> str:
    return workspace.toast._text.text() if workspace.toast.isVisible() else ""


def the_dialog(workspace: Workspace) -> QFileDialog:
    (dialog,) = (d for d in workspace.findChildren(QFileDialog) if d.isVisible())
    return dialog


def choose(dialog: QFileDialog, path: Path) -> None:
    """As the person does; what the dialog itself looks like is the desktop's."""
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_out_as_json_and_in_again(
    qtbot: QtBot, workspace: Workspace, services: Reverie, talk: str, tmp_path: Path
) -> None:
    workspace.sidebar.list.asked.exported.emit((talk,), Format.JSON)
    dialog = the_dialog(workspace)
    assert "not encrypted" in dialog.windowTitle()
    assert dialog.selectedFiles()[0].endswith("Bread how.json")
    file = tmp_path / "bread.json"
    choose(dialog, file)
    qtbot.waitUntil(lambda: said(workspace).startswith("Saved as bread.json"))
    assert "not encrypted" in said(workspace)
    assert not workspace.toast.button.isVisible()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    before = services.store.messages.of(talk)
    workspace.sidebar.list.asked.deleted.emit((talk,))
    workspace.toast.finish()
    qtbot.waitUntil(lambda: services.conversations.all() == [])
    workspace.sidebar.bring_in.trigger()
    choose(the_dialog(workspace), file)
    assert workspace.sidebar.progress.isVisible()
    qtbot.waitUntil(lambda: said(workspace) == "1 conversation imported.")
    assert not workspace.sidebar.progress.isVisible()
    qtbot.waitUntil(lambda: workspace.sidebar.list.rows.row_of(talk) >= 0)
    assert services.store.messages.of(talk) == before
    assert talk not in {signal.session for signal in services.signals.all()}

    workspace.library.bring_in(file)
    qtbot.waitUntil(lambda: "1 was already there" in said(workspace))


def test_out_as_markdown(qtbot: QtBot, workspace: Workspace, talk: str, tmp_path: Path) -> None:
    workspace.sidebar.list.asked.exported.emit((talk,), Format.MARKDOWN)
    file = tmp_path / "bread.md"
    choose(the_dialog(workspace), file)
    qtbot.waitUntil(lambda: said(workspace).startswith("Saved as bread.md"))
    assert "## You\n\nHow is bread baked?\n\n## Reverie\n\nHot." in file.read_text()


def test_several_go_into_a_folder(
    qtbot: QtBot, workspace: Workspace, services: Reverie, talk: str, tmp_path: Path
) -> None:
    other = services.conversations.new()
    workspace.chat.listing.refresh()
    qtbot.waitUntil(lambda: len(workspace.chat.listing.conversations) == 2)
    workspace.sidebar.list.asked.exported.emit((talk, other.id), Format.MARKDOWN)
    choose(the_dialog(workspace), tmp_path)
    qtbot.waitUntil(lambda: said(workspace).startswith("Saved as"))
    assert len(list(tmp_path.glob("*.md"))) == 2


def test_all_go_out_from_the_head_of_the_sidebar(
    qtbot: QtBot, workspace: Workspace, talk: str, tmp_path: Path
) -> None:
    workspace.sidebar.more.click()
    assert workspace.sidebar.menu.isVisible()
    workspace.sidebar.menu.close()
    workspace.sidebar.take_out.trigger()
    choose(the_dialog(workspace), tmp_path / "all.json")
    qtbot.waitUntil(lambda: said(workspace).startswith("Saved as all.json"))
    data = json.loads((tmp_path / "all.json").read_text())
    assert [c["title"] for c in data["conversations"]] == ["Bread: how?"]


def test_a_broken_file_is_told_in_the_window(
    qtbot: QtBot, workspace: Workspace, talk: str, tmp_path: Path
) -> None:
    file = tmp_path / "cut.json"
    file.write_text('[{"mapping": {')
    workspace.library.bring_in(file)
    qtbot.waitUntil(workspace.banner.isVisible)
    assert "cut.json: it ends too early" in workspace.banner.sentence.text()
    assert not workspace.sidebar.progress.isVisible()
    workspace.banner.hide()


def test_an_import_shows_how_far_it_is(
    qtbot: QtBot, workspace: Workspace, talk: str, tmp_path: Path
) -> None:
    nodes = {"a": {"message": {"author": {"role": "user"}, "content": {"parts": ["Hi"]}}}}
    file = tmp_path / "many.json"
    file.write_text(
        json.dumps([{"id": str(n), "title": "T", "mapping": nodes} for n in range(300)])
    )
    steps: list[tuple[int, int]] = []
    workspace.library.progressed.connect(lambda *step: steps.append(step))
    workspace.library.bring_in(file)
    workspace.library.bring_in(file)  # one at a time
    qtbot.waitUntil(lambda: said(workspace) == "300 conversations imported.")
    assert steps[:2] == [(0, 0), (0, 300)]
    assert steps == sorted(steps)
    assert len(steps) == 101
    assert workspace.sidebar.progress.bar.maximum() == 300
