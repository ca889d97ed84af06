"""The card for the morning: on the empty chat and over the nights, until it was seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Event

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ledger import MemoryState, Outcome
from app.services import Reverie
from app.services.mornings import NOT_RUNNING, Missed, Morning
from app.ui.morningcard import MorningCard
from app.ui.runner import Runner
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS
from tests.gui.test_look import nameless
from tests.gui.test_nights import labels
from tests.support.nights import night, no_adapters_after, store_night


@pytest.fixture(autouse=True)
def fresh(services: Reverie) -> Iterator[None]:
    with no_adapters_after(services):
        services.mornings.see(datetime.now().astimezone() - timedelta(days=1))
        yield
        for memory in services.memories.all():
            services.store.memories.forget([memory.id])
        services.mornings.see(datetime.now().astimezone())


def tell(workspace: Workspace, morning: Morning) -> MorningCard:
    workspace.pages.morning._show(morning)
    card = workspace.chat_page.empty.findChild(MorningCard)
    assert isinstance(card, MorningCard)
    return card


def press(card: QWidget, text: str) -> None:
    found = [b for b in card.findChildren(QPushButton) if b.text() == text]
    found[0].click()


def test_a_night_is_told_once(qtbot: QtBot, workspace: Workspace, services: Reverie) -> None:
    made = store_night(services, night(0.01))  # it ended five minutes ago
    workspace.pages.morning.refresh()
    card = workspace.chat_page.empty.findChild(MorningCard)
    workspace.new_conversation()
    qtbot.waitUntil(lambda: card is not None and card.isVisible(), timeout=PATIENCE_MS)
    assert not workspace.chat_page.empty.suggestions.isVisible()
    told = labels(card)
    for text in ("Reverie learned something", "It writes more like you", "Tell Ann I am late."):
        assert text in told
    assert nameless(card) == []
    qtbot.waitUntil(
        lambda: services.mornings.read(datetime.now().astimezone()).night is None, timeout=10_000
    )
    assert card.isVisible()  # what is read does not vanish under the eyes
    workspace.pages.morning.refresh()
    qtbot.wait(100)
    assert card.isVisible()
    again = Workspace(services, Runner())
    qtbot.addWidget(again)
    qtbot.wait(300)
    assert again.pages.morning.morning is None
    again._runner.close()
    workspace.nights.refresh()
    qtbot.waitUntil(lambda: any(one.id == made.id for one in workspace.nights.state.nights))
    press(card, "Report of that night")
    qtbot.waitUntil(lambda: workspace.pages.currentWidget() is workspace.report)
    assert workspace.report.night is not None and workspace.report.night.id == made.id


def test_it_is_closed_for_both_places(workspace: Workspace, qtbot: QtBot) -> None:
    card = tell(workspace, Morning(night(0.3), (), 0, None, is_news=True))
    over_nights = workspace.nights_page.morning
    workspace.show_nights()
    assert over_nights.isVisible()
    closer = next(b for b in over_nights.findChildren(QPushButton) if not b.text())
    closer.click()
    assert not over_nights.isVisible()
    workspace.new_conversation()
    assert not card.isVisible() and workspace.chat_page.empty.suggestions.isVisible()


def test_what_is_dismissed_is_not_told_again_before_that_is_kept(
    qtbot: QtBot, workspace: Workspace, services: Reverie, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_night(services, night(0.01))
    model = workspace.pages.morning
    model.refresh()
    qtbot.waitUntil(lambda: model.morning is not None, timeout=PATIENCE_MS)
    released, kept, see = Event(), Event(), services.mornings.see

    def slowly(now: datetime) -> None:
        released.wait(PATIENCE_MS / 1000)
        see(now)
        kept.set()

    monkeypatch.setattr(services.mornings, "see", slowly)
    model.dismiss()
    model.refresh()
    qtbot.wait(200)  # time enough to read what was not seen yet
    released.set()
    qtbot.waitUntil(kept.is_set, timeout=PATIENCE_MS)
    qtbot.wait(200)
    assert model.morning is None


def test_proposals_are_decided_in_place(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    kept, left = (
        services.memories.add(text, state=MemoryState.PROPOSED)
        for text in ("I live in Kiel.", "My cat is called Ida.")
    )
    card = tell(workspace, Morning(None, (kept, left), 0, None, is_news=True))
    workspace.new_conversation()
    assert nameless(card) == []
    press(card, "Keep")
    qtbot.waitUntil(lambda: services.memories.get(kept.id).state is MemoryState.ACTIVE)
    qtbot.waitUntil(lambda: "I live in Kiel." not in labels(card))
    press(card, "Not this")
    qtbot.waitUntil(lambda: services.memories.get(left.id).state is MemoryState.EXCLUDED)


def test_more_than_three_proposals_lead_to_their_page(
    workspace: Workspace, services: Reverie
) -> None:
    many = tuple(
        services.memories.add(f"I have {n} bikes.", state=MemoryState.PROPOSED) for n in range(2, 7)
    )
    card = tell(workspace, Morning(None, many, 0, None, is_news=True))
    assert labels(card).count("bikes") == 3
    more = next(b for b in card.findChildren(QPushButton) if "Memories" in b.text())
    more.click()
    assert workspace.pages.currentWidget() is workspace.pages.memories_page


def test_what_waits_for_judgement_leads_to_its_page(workspace: Workspace) -> None:
    card = tell(workspace, Morning(None, (), 4, None, is_news=True))
    assert "4 correction" in labels(card)
    press(card, "Judge them")
    assert workspace.pages.currentWidget() is workspace.pages.corrections_page


def test_a_missed_night_says_why_and_can_be_made_up_for(qtbot: QtBot, workspace: Workspace) -> None:
    card = tell(workspace, Morning(None, (), 0, Missed(2, NOT_RUNNING), is_news=True))
    assert "2 night" in labels(card) and NOT_RUNNING in labels(card)
    press(card, "Sleep now")
    assert workspace.pages.currentWidget() is workspace.nights_page


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.INTERRUPTED])
def test_a_night_that_broke_off_can_be_run_again(workspace: Workspace, outcome: Outcome) -> None:
    from dataclasses import replace

    broken = replace(night(0.3), outcome=outcome, reason="The disk is full.", metrics=None)
    card = tell(workspace, Morning(broken, (), 0, None, is_news=True))
    assert "The disk is full." in labels(card)
    press(card, "Sleep now")
    assert workspace.pages.currentWidget() is workspace.nights_page


def test_nothing_new_shows_no_card(workspace: Workspace) -> None:
    workspace.pages.morning.dismiss()
    card = tell(workspace, Morning(None, (), 3, None, is_news=False))
    workspace.new_conversation()
    assert not card.isVisible()
