"""Two nights answer one prompt side by side, by the real engine; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adapters.gguf_lora import random_adapter
from app.domain.errors import KnownError
from app.domain.ledger import Night
from app.engine.client import EngineDone
from app.services import Reverie
from app.ui.comparepage import ComparePage
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS, SHORT_REPLY
from tests.gui.test_look import nameless
from tests.support.nights import night, no_adapters_after, store_night
from tests.support.story import LONG_STORY

PROMPT = "Write two sentences about the sea."


@pytest.fixture
def nights(services: Reverie, starter: Path) -> Iterator[tuple[Night, Night]]:
    """Two that answer in other words, the newer one in use."""
    with no_adapters_after(services):
        base = services.models.base_sha256()
        made = [
            store_night(
                services,
                night(days),
                random_adapter(starter, seed=days, size=0.1, base_sha256=base),
            )
            for days in (2, 1)
        ]
        yield made[0], made[1]


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, nights: tuple[Night, Night]) -> ComparePage:
    workspace.nights.refresh()
    qtbot.waitUntil(lambda: len(workspace.nights.state.usable) == 2)
    workspace.pages.show_comparison()
    return workspace.pages.comparison


def said(services: Reverie, identity: str | None) -> str:
    *_, done = services.comparing.answer(identity, PROMPT)
    assert isinstance(done, EngineDone)
    return done.text.strip()


def test_any_night_answers_without_being_in_use(
    services: Reverie, nights: tuple[Night, Night]
) -> None:
    before = services.nights.active_adapter()
    older, newer = nights
    answers = [said(services, one) for one in (older.id, newer.id, None)]
    assert len(set(answers)) == 3
    assert [said(services, one) for one in (older.id, newer.id, None)] == answers
    assert services.nights.active_adapter() == before
    with pytest.raises(KnownError, match="Nothing to compare on"):
        next(services.comparing.answer(None, "  "))
    with pytest.raises(KnownError, match="No such night"):
        next(services.comparing.answer("x" * 12, PROMPT))


def test_both_answer_side_by_side_and_nothing_is_stored(
    qtbot: QtBot, page: ComparePage, services: Reverie, nights: tuple[Night, Night]
) -> None:
    older, newer = nights
    assert page._chosen() == (older.id, newer.id)
    assert "in use" in page.second.currentText()
    assert not page.ask.isEnabled()
    page.field.set_text(PROMPT)
    assert page.ask.isEnabled() and nameless(page) == []
    conversations, signals = services.conversations.all(), services.signals.all()
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.stop.isVisible() and not page.ask.isEnabled()
    qtbot.waitUntil(lambda: not page._model.running, timeout=PATIENCE_MS)
    first, second = page._answers
    assert first.written == said(services, older.id) != second.written
    assert not page.stop.isVisible()
    second.copy.click()
    assert QApplication.clipboard().text() == second.written
    assert services.conversations.all() == conversations
    assert services.signals.all() == signals


def test_the_same_twice_is_no_comparison(page: ComparePage) -> None:
    page.field.set_text(PROMPT)
    page.first.setCurrentIndex(page.second.currentIndex())
    assert not page.ask.isEnabled() and page.ask.toolTip() == "Choose two that differ"
    page.first.setCurrentIndex(0)
    assert page.ask.isEnabled() and page._chosen()[0] is None


def test_stop_ends_both(qtbot: QtBot, page: ComparePage, services: Reverie) -> None:
    services.change_settings(max_tokens=1500)
    page.field.set_text(LONG_STORY)
    try:
        page.ask.click()
        first, second = page._answers
        qtbot.waitUntil(lambda: len(first.written) > 20, timeout=PATIENCE_MS)
        page.stop.click()
        qtbot.waitUntil(lambda: not page._model.running, timeout=PATIENCE_MS)
    finally:
        services.change_settings(max_tokens=SHORT_REPLY)
    assert first.state.text().startswith("Stopped")
    assert second.written == "" and second.state.text() == "Stopped"
    assert page.ask.isEnabled()


def test_the_chat_goes_before(
    qtbot: QtBot, page: ComparePage, services: Reverie, workspace: Workspace, ask: object
) -> None:
    services.change_settings(max_tokens=1500)
    page.field.set_text(LONG_STORY)
    page.ask.click()
    qtbot.waitUntil(lambda: len(page._answers[0].written) > 20, timeout=PATIENCE_MS)
    services.change_settings(max_tokens=SHORT_REPLY)
    assert ask("Say hello.").message.text  # type: ignore[operator]
    qtbot.waitUntil(lambda: not page._model.running, timeout=PATIENCE_MS)
    assert page._answers[0].state.text().startswith("Stopped")
