"""Deleting a conversation tells what it taught; the toast decides whether that goes too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ledger import Message, Role, utc_now
from app.services import Reverie
from app.ui.workspace import Workspace

Make = Callable[..., str]


@pytest.fixture
def make(workspace: Workspace, services: Reverie, qtbot: QtBot) -> Iterator[Make]:
    """Stores a conversation whose reply was corrected, and from which a memory was taken."""

    def one(title: str, *, taught: bool = True) -> str:
        made = services.conversations.new()
        asked = Message(f"{made.id}-q", made.id, 0, Role.USER, f"{title}?", utc_now())
        reply = replace(asked, id=f"{made.id}-a", role=Role.ASSISTANT, parent=asked.id)
        services.conversations.append(asked)
        services.conversations.append(reply)
        services.conversations.rename(made.id, title)
        if taught:
            services.gestures.edit(reply.id, f"{title}, corrected.")
            services.memories.add(f"Likes {title}.", source=asked.id)
        workspace.chat.listing.refresh()
        qtbot.waitUntil(lambda: made.id in {c.id for c in workspace.chat.listing.conversations})
        return made.id

    for old in services.conversations.all():
        services.conversations.delete(old.id)
    services.forgetting.forget(memories=[m.id for m in services.memories.all()])
    yield one
    workspace.toast.finish()


def delete(workspace: Workspace, qtbot: QtBot, *ids: str) -> None:
    workspace.deleting.delete(ids)
    qtbot.waitUntil(workspace.toast.choice.isVisible)


def told(workspace: Workspace) -> str:
    return workspace.toast._text.text()


def test_what_it_taught_is_kept_unless_it_is_said(
    qtbot: QtBot, workspace: Workspace, services: Reverie, make: Make
) -> None:
    gone = make("Kiel")
    delete(workspace, qtbot, gone)
    assert "1 correction" in told(workspace)
    assert "memory" in told(workspace)
    assert workspace.toast.choice.text() == "Forget them too"
    assert workspace.toast.choice.accessibleName().startswith("Forget them too: ")
    workspace.toast.finish()
    qtbot.waitUntil(lambda: not services.conversations.all())
    assert len(services.signals.all()) == len(services.memories.all()) == 1


def test_forget_them_too_is_carried_out_when_it_is_final_and_no_sooner(
    qtbot: QtBot, workspace: Workspace, services: Reverie, make: Make
) -> None:
    gone, stays = make("Kiel"), make("Bonn")
    delete(workspace, qtbot, gone)
    workspace.toast.choice.setFocus()
    qtbot.keyClick(workspace.toast.choice, Qt.Key.Key_Space)
    assert workspace.toast.choice.text() == "Keep them"
    assert "Forgotten with this" in told(workspace)
    assert len(services.signals.all()) == 2
    workspace.toast.finish()
    qtbot.waitUntil(lambda: [c.id for c in services.conversations.all()] == [stays])
    qtbot.waitUntil(lambda: told(workspace) == "Forgotten")
    assert [signal.edited for signal in services.signals.all()] == ["Bonn, corrected."]
    assert [memory.text for memory in services.memories.all()] == ["Likes Bonn."]
    assert services.receipts.all()[0].count == 3
    assert workspace.deleting.wanted_with([gone]) == frozenset()


def test_the_choice_can_be_taken_back_and_all_of_it_undone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, make: Make
) -> None:
    ids = make("Kiel"), make("Bonn")
    delete(workspace, qtbot, *ids)
    assert "2 correction" in told(workspace)
    workspace.toast.choice.click()
    workspace.toast.choice.click()
    assert workspace.deleting.wanted_with(ids) == frozenset()
    workspace.toast.choice.click()
    assert workspace.deleting.wanted_with(ids) == set(ids)
    workspace.toast.button.click()
    assert workspace.deleting.wanted_with(ids) == frozenset()
    assert {c.id for c in workspace.chat.listing.visible()} >= set(ids)
    assert len(services.signals.all()) == 2


def test_nothing_is_asked_where_nothing_was_taught(
    qtbot: QtBot, workspace: Workspace, services: Reverie, make: Make
) -> None:
    gone = make("Kiel", taught=False)
    workspace.deleting.delete((gone,))
    assert told(workspace) == "Conversation deleted"
    qtbot.wait(300)
    assert not workspace.toast.choice.isVisible()
    before = len(services.receipts.all())
    workspace.toast.finish()
    qtbot.waitUntil(lambda: not services.conversations.all())
    assert len(services.receipts.all()) == before


def test_what_the_engine_has_read_goes_though_what_was_learned_stays(
    qtbot: QtBot, workspace: Workspace, services: Reverie, make: Make
) -> None:
    gone = make("Kiel")
    delete(workspace, qtbot, gone)
    told_of: list[object] = []
    forgotten = services.forgetting.on_forgotten

    def follow(rows: object) -> None:
        told_of.append(rows)
        forgotten(rows)

    services.forgetting.on_forgotten = follow
    before = len(services.signals.all())
    workspace.toast.finish()
    qtbot.waitUntil(lambda: told_of == [[gone]])
    services.forgetting.on_forgotten = forgotten
    assert services.conversations.all() == []
    assert len(services.signals.all()) == before


@pytest.mark.parametrize("width", [480, 700, 1000])
def test_the_toast_fits_its_window_and_its_words(
    qtbot: QtBot, workspace: Workspace, make: Make, width: int
) -> None:
    workspace.resize(width, 600)
    delete(workspace, qtbot, make("Kiel"))
    qtbot.wait(50)
    toast, text = workspace.toast, workspace.toast._text
    for _ in range(2):
        assert toast.x() >= 0
        assert toast.x() + toast.width() <= workspace.width()
        assert toast.y() + toast.height() <= workspace.height()
        assert text.height() >= text.fontMetrics().height() * (2 if width < 700 else 1)
        parts = [toast._text.geometry(), toast.choice.geometry(), toast.button.geometry()]
        assert parts[0].right() < parts[1].left()
        assert parts[1].right() < parts[2].left() <= parts[2].right() < toast.width()
        assert all(0 <= part.top() <= part.bottom() < toast.height() for part in parts)
        toast.choice.click()
        qtbot.wait(50)
