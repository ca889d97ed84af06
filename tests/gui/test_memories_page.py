"""Memories in the window: read, added, corrected, left out, pinned, forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.ledger import Memory, MemoryKind, MemoryOrigin, MemoryState
from app.services import Reverie
from app.ui.ledgerrows import Heading
from app.ui.memoriespage import MemoriesPage
from app.ui.memorycard import MemoryCard
from app.ui.workspace import Workspace
from tests.support.looking import button, said
from tests.support.taught import chat, memory, night, signal

Show = Callable[..., MemoriesPage]


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace, services: Reverie) -> Iterator[Show]:
    """Stores the memories and turns to the page."""

    def clean() -> None:
        services.store.memories.forget([one.id for one in services.memories.all()])

    def turn_to(*memories: Memory) -> MemoriesPage:
        for one in memories:
            services.store.memories.add(one)
        with qtbot.waitSignal(workspace.pages.memories_page.model.listed):
            workspace.sidebar.memories.click()
        qtbot.waitUntil(lambda: page.model.complete and len(listed(page)) == len(memories))
        return page

    page = workspace.pages.memories_page
    workspace.activateWindow()
    clean()
    yield turn_to
    clean()


def listed(page: MemoriesPage) -> list[str]:
    return [row.key for row in page.model.rows if not isinstance(row, Heading)]


def texts(services: Reverie) -> list[str]:
    return sorted(one.text for one in services.memories.all())


def opened(page: MemoriesPage, key: str) -> MemoryCard:
    page.view.open(key, edit=True)
    card = page.view.cards[key]
    assert isinstance(card, MemoryCard)
    return card


def test_the_sidebar_marks_the_page_that_is_shown(workspace: Workspace, show: Show) -> None:
    side = workspace.sidebar
    show()
    assert [b.isChecked() for b in (side.memories, side.corrections, side.nights)] == [1, 0, 0]
    side.memories.click()
    assert side.memories.isChecked()
    workspace.show_nights()
    assert [b.isChecked() for b in (side.memories, side.corrections, side.nights)] == [0, 0, 1]
    workspace.show_chat()
    assert not any(b.isChecked() for b in (side.memories, side.corrections, side.nights))


def test_where_nothing_is_remembered_the_page_says_what_to_do(qtbot: QtBot, show: Show) -> None:
    page = show()
    qtbot.waitUntil(page.nothing.isVisible)
    assert page.nothing.title.text() == "Nothing is remembered yet"
    assert not page.export.isEnabled()


def test_typing_something_remembers_it(qtbot: QtBot, services: Reverie, show: Show) -> None:
    page = show()
    qtbot.keyClicks(page.new, "  I live in   Kiel ")
    qtbot.keyClick(page.new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(services) == ["I live in Kiel"])
    qtbot.waitUntil(lambda: len(listed(page)) == 1)
    assert page.new.text() == "" and not page.add.isEnabled()
    assert services.memories.all()[0].origin is MemoryOrigin.TYPED
    qtbot.keyClicks(page.new, "I prefer short answers")
    page.add.click()
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    kinds = {one.text: one.kind for one in services.memories.all()}
    assert kinds["I prefer short answers"] is MemoryKind.PREFERENCE
    assert page.view.isVisible()


def test_what_is_typed_replaces_what_it_contradicts_and_is_kept_once(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    old = memory("I live in Bonn")
    page = show(old)
    for _ in range(2):
        qtbot.keyClicks(page.new, "I live in Kiel")
        qtbot.keyClick(page.new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Already remembered" in workspace.toast._text.text())
    assert texts(services) == ["I live in Bonn", "I live in Kiel"]
    qtbot.waitUntil(lambda: listed(page) == [services.memories.get(old.id).superseded_by])


def test_before_all_is_read_a_line_takes_its_history_too(
    qtbot: QtBot, services: Reverie, show: Show
) -> None:
    old = memory("I live in Bonn")
    page = show(old)
    new = services.memories.supersede(old.id, "I live in Kiel")
    page.model.entries = services.panel.memories(1)
    page.forget([new.id])
    qtbot.waitUntil(lambda: services.memories.all() == [])


def test_a_correction_in_place_forgets_the_old_text_and_can_be_undone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    old = memory("I live in Bonn")
    page = show(old)
    card = opened(page, old.id)
    assert card.choice.isHidden()
    card.field.set_text("I live in Kiel")
    assert card.choice.isVisible()
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(services) == ["I live in Kiel"])
    qtbot.waitUntil(workspace.toast.isVisible)
    assert page.view.opened is None
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: services.memories.all() == [old])


def test_of_two_that_are_forgotten_each_can_be_undone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    first, second = memory("I live in Bonn"), memory("I keep bees")
    page = show(first, second)
    for one in (first, second):
        with qtbot.waitSignal(page.model.said):
            page.model.forget([one.id])
    assert texts(services) == []
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: services.memories.all() == [second])
    assert workspace.toast.isVisible()
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: texts(services) == ["I keep bees", "I live in Bonn"])
    assert not workspace.toast.isVisible()


def test_what_has_changed_since_becomes_history(
    qtbot: QtBot, services: Reverie, show: Show
) -> None:
    old = memory("I live in Bonn", 100)
    page = show(old)
    card = opened(page, old.id)
    card.field.set_text("I live in Kiel")
    card.supersede.click()
    qtbot.waitUntil(lambda: len(services.memories.all()) == 2)
    qtbot.waitUntil(lambda: old.id not in listed(page))
    (key,) = listed(page)
    shown = said(opened(page, key))
    assert "I live in Bonn" in shown and "Before that" in shown
    page.forget([key])
    qtbot.waitUntil(lambda: services.memories.all() == [])


def test_an_unsaved_text_survives_closing(qtbot: QtBot, services: Reverie, show: Show) -> None:
    old = memory("I live in Bonn")
    page = show(old)
    opened(page, old.id).field.set_text("I live in Ki")
    page.view.close_card()
    assert opened(page, old.id).field.text() == "I live in Ki"
    qtbot.keyClick(page.view.cards[old.id].field, Qt.Key.Key_Escape)
    assert page.view.cards[old.id].field.text() == "I live in Bonn"
    qtbot.keyClick(page.view.cards[old.id].field, Qt.Key.Key_Escape)
    assert page.view.opened is None and page.view.hasFocus()
    assert texts(services) == ["I live in Bonn"]


def test_a_proposed_one_asks_for_a_decision(qtbot: QtBot, services: Reverie, show: Show) -> None:
    one, two, three = (memory(f"n {n}", n, state=MemoryState.PROPOSED) for n in (1, 2, 3))
    page = show(one, two, three, memory("kept", 4))
    cards = page.view.cards
    qtbot.waitUntil(lambda: {one.id, two.id, three.id} <= set(cards))
    button(cards[one.id], "Keep").click()
    qtbot.waitUntil(lambda: services.memories.get(one.id).state is MemoryState.ACTIVE)
    qtbot.waitUntil(lambda: one.id not in cards)
    button(cards[two.id], "Not this").click()
    qtbot.waitUntil(lambda: "n 2" not in texts(services))
    qtbot.waitUntil(lambda: two.id not in cards)
    card = cards[three.id]
    assert isinstance(card, MemoryCard)
    button(card, "Edit, then keep").click()
    card.field.set_text("n three")
    assert card.supersede.isHidden()
    card.correct.click()
    qtbot.waitUntil(lambda: texts(services) == ["kept", "n 1", "n three"])
    kept = next(m for m in services.memories.all() if m.text == "n three")
    assert kept.state is MemoryState.ACTIVE


def test_what_disagrees_is_said_and_leads_to_the_other(qtbot: QtBot, show: Show) -> None:
    bonn, kiel = memory("I live in Bonn", 9), memory("I live in Kiel", 1)
    page = show(bonn, kiel, memory("I like tea"))
    qtbot.waitUntil(lambda: "Disagrees with another" in page.spoken(page.view.rows.entry(bonn.id)))
    button(opened(page, bonn.id), "It disagrees with: I live in Kiel").click()
    qtbot.waitUntil(lambda: page.view.opened == kiel.id)


def test_pinned_and_left_out(qtbot: QtBot, workspace: Workspace, services: Reverie,
                             show: Show) -> None:  # fmt: skip
    one, other = memory("one", 2), memory("other", 1)
    page = show(one, other)
    button(opened(page, one.id), "Pin").click()
    qtbot.waitUntil(lambda: services.memories.get(one.id).pinned)
    qtbot.waitUntil(lambda: listed(page)[0] == one.id)
    button(opened(page, one.id), "Leave out").click()
    qtbot.waitUntil(lambda: services.memories.get(one.id).state is MemoryState.EXCLUDED)
    qtbot.waitUntil(lambda: workspace.toast._text.text() == "1 memory left out")
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: services.memories.get(one.id).state is MemoryState.ACTIVE)


def test_pinning_and_typing_can_be_undone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    one, other = memory("I live in Kiel", 2), memory("other", 1, pinned=True)
    page = show(one, other)
    page.model.pin([one.id, other.id], True)
    qtbot.waitUntil(lambda: services.memories.get(one.id).pinned)
    qtbot.waitUntil(lambda: workspace.toast._text.text() == "2 memories pinned")
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: not services.memories.get(one.id).pinned)
    assert services.memories.get(other.id).pinned
    page.model.add("I live in Bonn")
    qtbot.waitUntil(lambda: workspace.toast._text.text() == "Remembered: “I live in Bonn”")
    assert services.memories.get(one.id).superseded_by
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: services.memories.get(one.id).superseded_by is None)
    assert {m.text for m in services.memories.all()} == {one.text, other.text}


def test_forgetting_says_what_it_switched_off_and_can_be_undone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    one, seen = memory("I live in Kiel"), signal()
    services.store.signals.add(seen)
    page = show(one)
    night(services, seen.id, one.id, learned=True)
    page.model.refresh()
    qtbot.waitUntil(lambda: page.model.entries[0].learned)
    page.view.setFocus()
    page.view.setCurrentIndex(page.view.rows.index_of(one.id))
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(workspace.toast.isVisible)
    told = workspace.toast._text.text()
    assert told == "Forgotten. What last night learned is off until the next night."
    assert services.memories.all() == [] and services.store.adapters.active() is None
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: services.memories.all() == [one])
    qtbot.waitUntil(lambda: listed(page) == [one.id])


def test_many_are_chosen_and_forgotten_at_once(qtbot: QtBot, services: Reverie, show: Show) -> None:
    page = show(*(memory(f"n {n}", n) for n in range(6)))
    view = page.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert not page.chosen.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert page.chosen.isVisible() and len(view.chosen_keys()) == 2
    assert list(view.chosen_keys()) == [listed(page)[0], listed(page)[2]]
    button(page.chosen, "Forget").click()
    qtbot.waitUntil(lambda: texts(services) == ["n 1", "n 3", "n 4", "n 5"])
    qtbot.waitUntil(lambda: not page.chosen.isVisible() and len(listed(page)) == 4)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.chosen_keys()) == 4
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.choosing and not page.chosen.isVisible()


def test_sieves_search_and_the_way_back(qtbot: QtBot, show: Show) -> None:
    page = show(
        memory("I like tea", kind=MemoryKind.PREFERENCE),
        memory("I live in Lübeck", state=MemoryState.EXCLUDED),
        memory("I live in Kiel", origin=MemoryOrigin.IMPORT),
    )
    qtbot.keyClick(page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.line.hasFocus()
    qtbot.keyClicks(page.search.line, "lubeck")
    qtbot.waitUntil(lambda: len(listed(page)) == 1)
    assert page.count.text() == "1 of 3"
    qtbot.keyClicks(page.search.line, "x")
    qtbot.waitUntil(page.nothing.isVisible)
    page.nothing.button.click()
    qtbot.waitUntil(lambda: len(listed(page)) == 3)
    for choice, at, left in ((page.kind, 2, "I like tea"), (page.state, 3, "I live in Lübeck")):
        choice.setCurrentIndex(at)
        choice.activated.emit(at)
        qtbot.waitUntil(lambda: len(listed(page)) == 1)
        assert page.model.rows[-1].memory.text == left
        qtbot.keyClick(page.view, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: len(listed(page)) == 3)
        assert choice.currentIndex() == 0


def test_a_memory_leads_to_the_message_that_it_came_from(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    asked, _ = chat(services, "Trip to Kiel")
    one = memory("I live in Kiel", origin=MemoryOrigin.STATED, source=asked.id)
    page = show(one)
    assert "You said so in “Trip to Kiel”" in page.spoken(page.model.entries[0])
    button(opened(page, one.id), "Show the message").click()
    qtbot.waitUntil(lambda: workspace.chat.now.holds(asked.id))
    assert workspace.pages.currentWidget() is workspace.chat_page


def test_a_memory_leads_to_the_report_of_a_night_that_used_it(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    one = memory("I live in Kiel")
    page = show(one)
    night(services, one.id)
    workspace.nights.refresh()
    qtbot.waitUntil(lambda: bool(workspace.nights.state.nights))
    card = opened(page, one.id)
    qtbot.waitUntil(lambda: bool(card.findChildren(QAbstractButton, "night")))
    (link,) = card.findChildren(QAbstractButton, "night")
    assert link.accessibleName().startswith("Report of the night of")
    link.click()
    assert workspace.pages.currentWidget() is workspace.report


def test_a_preference_that_no_night_teaches_says_so_while_it_is_used(
    qtbot: QtBot, services: Reverie, show: Show
) -> None:
    untold = "Told to the model, taught by no night"
    signed = memory("Sign my mails with +49 170 1234567", kind=MemoryKind.PREFERENCE)
    plain = memory("I like short mails", kind=MemoryKind.PREFERENCE)
    page = show(signed, plain)
    card = opened(page, signed.id)
    qtbot.waitUntil(lambda: f"{untold}: it holds something private." in said(card))
    services.memories.set_state([signed.id], MemoryState.EXCLUDED)
    page.model.refresh()
    qtbot.waitUntil(lambda: untold not in said(card))
    other = opened(page, plain.id)
    use = services.panel.use_of(plain.id)
    other._show_use(use)
    assert untold not in said(other)


def test_what_is_listed_is_exported(
    qtbot: QtBot, workspace: Workspace, show: Show, tmp_path: Path
) -> None:
    page = show(memory("I like tea"), memory("I live in Kiel"))
    dialog = page.ask_export()
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    file = tmp_path / "out.jsonl"
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    qtbot.waitUntil(lambda: workspace.toast.isVisible() and file.exists())
    assert len(file.read_text().splitlines()) == 2
    assert "not encrypted" in workspace.toast._text.text()
