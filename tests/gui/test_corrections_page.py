"""Corrections in the window: read, sifted, judged, pinned, left out, forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.exchange import dump_lines, parse_lines
from app.domain.ledger import Kind, Signal, Source, State, Via, utc_now
from app.domain.provenance import spans_of_edit
from app.services import Reverie
from app.ui.correctionspage import CorrectionsPage
from app.ui.ledgerdelegate import sides
from app.ui.ledgerrows import Heading
from app.ui.signalcard import SignalCard
from app.ui.workspace import Workspace
from tests.support.corrections import Show, listed, opened, page_of, press
from tests.support.looking import button, said
from tests.support.taught import EDITED, REPLY, chat, memory, night, signal


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace, services: Reverie) -> Iterator[Show]:
    yield from page_of(qtbot, workspace, services)


def state(services: Reverie, one: Signal) -> State:
    return next(s.state for s in services.signals.all() if s.id == one.id)


def click(qtbot: QtBot, page: CorrectionsPage, key: str, *, gutter: bool = False) -> None:
    rect = page.view.visualRect(page.view.rows.index_of(key))
    x = rect.left() + sides(page.view)[0] + (8 if gutter else 120)
    spot = QPoint(x, rect.center().y())
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_where_nothing_is_taught_the_page_says_how(qtbot: QtBot, show: Show) -> None:
    page = show()
    qtbot.waitUntil(page.nothing.isVisible)
    assert page.nothing.title.text() == "Nothing is taught yet"
    assert not page.waiting.isVisible()


def test_a_click_opens_the_whole_of_it_and_another_row_closes_it(qtbot: QtBot, show: Show) -> None:
    one, other = signal("Write to Sam.", 1), signal("Tides?", 2, kind=Kind.ACCEPT)
    page = show(one, other)
    click(qtbot, page, one.id)
    card = page.view.cards[one.id]
    assert isinstance(card, SignalCard) and card.changes is not None
    diff = card.changes.diff
    qtbot.waitUntil(lambda: "Thx, R." in diff.whole.toPlainText())
    assert "removed: Dear" in diff.whole.accessibleDescription()
    click(qtbot, page, other.id)
    assert list(page.view.cards) == [other.id]
    assert "The model wrote" in said(page.view.cards[other.id])
    qtbot.keyClick(page.view.cards[other.id], Qt.Key.Key_Escape)
    assert not page.view.cards


def test_the_card_grows_with_what_comes_into_it(qtbot: QtBot, show: Show) -> None:
    one = signal(edited="\n".join(f"line {n}" for n in range(40)))
    page = show(one)
    opened(page, one.id)
    row = page.view.rows.number_of(one.id)
    card = page.view.cards[one.id]
    qtbot.waitUntil(lambda: page.view.rowHeight(row) > 600)
    assert page.view.rowHeight(row) == card.height_at(page.view.viewport().width())
    page.view.close_card()
    assert page.view.rowHeight(row) < 100


def test_what_waits_is_told_sifted_and_judged(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    linked = "Sam, see https://example.org/pay"
    held = signal("held", 1, state=State.QUARANTINED, edited=linked)
    other = signal("other", 2)
    page = show(held, other)
    assert page.waiting.text() == "1 to be judged" and page.waiting.isVisible()
    page.waiting.click()
    qtbot.waitUntil(lambda: listed(page) == [held.id])
    card = opened(page, held.id)
    assert "It waits for your judgement" in said(card)
    qtbot.waitUntil(lambda: "It has a link in it." in said(card))
    card.judge.click()
    qtbot.waitUntil(lambda: state(services, held) is State.ACTIVE)
    qtbot.waitUntil(lambda: page.nothing.isVisible())  # noqa: PLW0108
    page.nothing.button.click()
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    assert not page.waiting.isVisible()
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: state(services, held) is State.QUARANTINED)
    qtbot.waitUntil(page.waiting.isVisible)


def test_many_are_left_out_at_once(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    signals = [signal(f"n {n}", n) for n in range(1, 5)]
    page = show(*signals)
    click(qtbot, page, signals[0].id, gutter=True)
    assert page.chosen.isVisible() and not page.view.cards
    click(qtbot, page, signals[2].id)  # while one chooses, a click chooses
    assert set(page.view.chosen_keys()) == {signals[0].id, signals[2].id}
    button(page.chosen, "Leave out").click()
    qtbot.waitUntil(lambda: state(services, signals[2]) is State.EXCLUDED)
    assert [state(services, one) for one in signals[::2]] == [State.EXCLUDED] * 2
    assert state(services, signals[1]) is State.ACTIVE
    qtbot.waitUntil(workspace.toast.isVisible)
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: {state(services, one) for one in signals} == {State.ACTIVE})


def test_all_that_an_import_lets_wait_is_approved_at_once(
    qtbot: QtBot, services: Reverie, show: Show
) -> None:
    judged = [signal(f"n {n}", n, edited=f"see https://example.org/{n}") for n in range(1, 5)]
    left_out = signal("left out", 5, state=State.EXCLUDED)
    signals = parse_lines(
        [line.encode() for line in dump_lines([*judged, left_out])], name="own", now=utc_now()
    )
    page = show(*signals)
    assert page.waiting.text() == "4 to be judged"
    page.waiting.click()
    qtbot.waitUntil(lambda: len(listed(page)) == 4)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(page.view.chosen_keys()) == {one.id for one in judged}
    button(page.chosen, "Learn from it").click()
    qtbot.waitUntil(lambda: {state(services, one) for one in judged} == {State.ACTIVE})
    assert state(services, left_out) is State.EXCLUDED


def test_a_pinned_one_stands_first_until_it_is_taken_back(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    old, new = signal("old", 2), signal("new", 1)
    page = show(old, new)
    assert listed(page) == [new.id, old.id]
    press(qtbot, page, opened(page, old.id).pin)
    qtbot.waitUntil(lambda: services.signals.all() == [replace(old, pinned=True), new])
    qtbot.waitUntil(lambda: listed(page) == [old.id, new.id])
    assert page.model.rows[0] == Heading("Pinned")
    assert page.view.rowHeight(0) < page.view.rowHeight(3)
    card = page.view.cards[old.id]
    assert isinstance(card, SignalCard) and card.pin.text() == card.pin.accessibleName() == "Unpin"
    assert page.view.hasFocus() and page.view.currentIndex().row() == 1
    assert page.spoken(page.model.rows[1]).startswith("Corrected. pinned. old")
    qtbot.waitUntil(workspace.toast.isVisible)
    assert workspace.toast._text.text() == "1 correction pinned"
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: services.signals.all() == [old, new])
    qtbot.waitUntil(lambda: listed(page) == [new.id, old.id])


def test_many_are_pinned_at_once_and_the_undo_leaves_older_pins(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    page = show(*(signal(f"n {n}", n, pinned=n == 3) for n in range(1, 5)))
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    button(page.chosen, "Pin").click()
    qtbot.waitUntil(lambda: all(one.pinned for one in services.signals.all()))
    qtbot.waitUntil(lambda: len(page.model.rows) == 5)
    qtbot.waitUntil(workspace.toast.isVisible)
    qtbot.waitUntil(lambda: button(page.chosen, "Unpin").isVisible())
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: [s.prompt for s in services.signals.all() if s.pinned] == ["n 3"])


def test_where_the_words_come_from_is_told_by_signs(show: Show) -> None:
    edited = "Sam, see https://example.org, late."
    spans = spans_of_edit(REPLY, edited, pasted=((9, 28),))
    one = signal(edited=edited, spans=spans)
    page = show(one)
    told = said(opened(page, one.id))
    assert "» pasted" in told and "+ typed by you" in told


def test_a_row_can_be_read_by_ear(show: Show) -> None:
    one = signal("Write to Sam.", state=State.EXCLUDED)
    page = show(one)
    model = page.view.rows
    heard = model.data(model.index_of(one.id), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(heard, str)
    assert heard.startswith("Corrected. Write to Sam.")
    assert "Left out" in heard and "removed: Dear" in heard
    heading = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(heading, str) and heading.endswith(", heading")


def test_forgetting_takes_it_from_the_chat_too_and_undo_brings_it_back(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    _, told = chat(services, "Letters")
    workspace.open_conversation(told.conversation)
    qtbot.waitUntil(lambda: workspace.chat.now.holds(told.id))
    one = signal(message=told.id, kind=Kind.ACCEPT, via=Via.COPY, reply=REPLY)
    page = show(one)
    workspace.chat.synchronize()
    qtbot.waitUntil(lambda: bool(workspace.chat.now.signals.get(told.id)))
    button(opened(page, one.id), "Forget").click()
    qtbot.waitUntil(lambda: services.signals.all() == [])
    qtbot.waitUntil(lambda: not page.view.cards and page.view.opened is None)
    qtbot.waitUntil(lambda: not workspace.chat.now.signals.get(told.id))
    qtbot.waitUntil(workspace.toast.isVisible)
    workspace.toast.button.click()
    qtbot.waitUntil(lambda: services.signals.all() == [one])
    qtbot.waitUntil(lambda: bool(workspace.chat.now.signals.get(told.id)))


def test_what_a_night_learned_from_is_shown_alone(
    qtbot: QtBot, workspace: Workspace, services: Reverie, show: Show
) -> None:
    seen, unseen = signal("seen", 1), signal("unseen", 2)
    page = show(seen, unseen)
    used = night(services, seen.id, memory("also used").id)
    workspace.pages.show_corrections(night=used)
    qtbot.waitUntil(lambda: listed(page) == [seen.id])
    qtbot.waitUntil(page.night_sieve.isVisible)
    assert page.night_sieve.text().startswith("Learned from ")
    assert page.count.text() == "1 of 2"
    page.night_sieve.click()
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    assert not page.night_sieve.isVisible()


def test_sieves_for_kind_source_and_time(qtbot: QtBot, show: Show) -> None:
    page = show(
        signal("edit", 1),
        signal("thumb", 20, kind=Kind.ACCEPT),
        signal("file", 200, source=Source.IMPORT, via=Via.IMPORT),
    )
    for choice, at, left in ((page.kind, 2, 1), (page.source, 3, 1), (page.since, 2, 2)):
        choice.setCurrentIndex(at)
        choice.activated.emit(at)
        qtbot.waitUntil(lambda: len(listed(page)) == left)  # noqa: B023
        page.show_all()
        qtbot.waitUntil(lambda: len(listed(page)) == 3)
    qtbot.keyClicks(page.search.line, EDITED[-6:].upper())
    qtbot.waitUntil(lambda: len(listed(page)) == 2)


def test_the_menu_offers_the_same(qtbot: QtBot, show: Show) -> None:
    one = signal()
    page = show(one)
    page.view.setCurrentIndex(page.view.rows.index_of(one.id))
    page._menu(QPoint(0, 0))
    menu = page.findChild(QMenu)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Open", "Pin", "Leave out", "Export …", "Forget",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    assert list(page.view.cards) == [one.id]
    menu.close()
