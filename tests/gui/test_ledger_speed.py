"""Thousands of memories and corrections: the pages open at once, and the window stays live."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ledger import Kind, MemoryState
from app.services import Reverie
from app.ui.correctionspage import CorrectionsPage
from app.ui.ledgermodel import FIRST
from app.ui.ledgerpage import LedgerPage
from app.ui.memoriespage import MemoriesPage
from app.ui.memorymodel import MemoryModel
from app.ui.runner import Runner
from app.ui.signalmodel import SignalModel
from app.ui.theme import Theme
from tests.support.taught import memory, signal
from tests.support.watchdog import Watchdog, turn

pytestmark = pytest.mark.alone

MEMORIES, SIGNALS = 10_000, 5_000
OPEN_S = 0.3


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reverie]:
    with Reverie.open(
        tmp_path_factory.mktemp("full") / "profile", lambda: "words", insist=True
    ) as opened:
        store = opened.store
        with store.transaction():
            for n in range(MEMORIES):
                state = MemoryState.PROPOSED if n % 500 == 0 else MemoryState.ACTIVE
                store.memories.add(
                    memory(f"I have read volume {n} of the sea novels.", n, state=state)
                )
            store.signals.add_many(
                [
                    signal(
                        f"Tell Ann that I am late, number {n}.",
                        n / 10,
                        kind=Kind.ACCEPT if n % 5 == 0 else Kind.EDIT,
                        reply=f"Dear Ann, I am writing to tell you that {n} things held me up. "
                        * 12,
                    )
                    for n in range(SIGNALS)
                ]
            )
        yield opened


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


Make = Callable[[], LedgerPage]


@pytest.fixture(params=["memories", "corrections"])
def make(
    request: pytest.FixtureRequest, qtbot: QtBot, look: Theme, full: Reverie, runner: Runner
) -> Make:
    def shown() -> LedgerPage:
        made: LedgerPage
        if request.param == "memories":
            made = MemoriesPage(MemoryModel(full, runner))
        else:
            made = CorrectionsPage(SignalModel(full, runner))
        qtbot.addWidget(made)
        made.resize(860, 760)
        made.show()
        turn(50)
        return made

    return shown


@pytest.fixture
def page(make: Make) -> LedgerPage:
    return make()


def everything(page: LedgerPage) -> int:
    return MEMORIES if isinstance(page, MemoriesPage) else SIGNALS


def test_the_page_opens_at_once(
    qtbot: QtBot, make: Make, full: Reverie, watchdog: Watchdog
) -> None:
    """In seconds of the processor, of the threads that are waited for: what else the machine does,
    and what is read while one already reads, is not the page's doing."""
    spent: list[float] = []

    def opened() -> LedgerPage:
        page = make()
        read = full.panel.memories if isinstance(page, MemoriesPage) else full.panel.signals
        before = time.thread_time()
        assert len(read(FIRST)) == FIRST
        page.begin()
        while not page.view.rows.rowCount():
            turn(5)
        page.grab()
        spent.append(time.thread_time() - before)
        qtbot.waitUntil(lambda: page.view.rows.rowCount() >= everything(page), timeout=20_000)
        return page

    watchdog.guard(opened)
    assert min(spent) < OPEN_S
    page = opened()
    typed = "number 4999" if everything(page) == SIGNALS else "volume 9999"
    before = time.process_time()
    page.ask(text=typed)
    qtbot.waitUntil(lambda: page.view.rows.rowCount() <= 2)
    assert time.process_time() - before < OPEN_S


def test_scrolling_choosing_and_sifting_do_not_hold_up_the_window(
    qtbot: QtBot, page: LedgerPage, watchdog: Watchdog
) -> None:
    page.begin()
    qtbot.waitUntil(lambda: len(page.model.rows) >= everything(page), timeout=20_000)
    turn()
    view, bar = page.view, page.view.verticalScrollBar()

    def scroll() -> None:
        for _ in range(40):
            bar.setValue(bar.value() + 240)
            turn()
            view.viewport().grab()
        for share in (0.9, 0.1, 0.5):
            bar.setValue(int(bar.maximum() * share))
            turn()
            view.viewport().grab()

    watchdog.guard(scroll)
    assert len(view.cards) <= 45

    def choose() -> None:
        view.choose_all()
        turn()
        assert len(view.chosen_keys()) == everything(page)
        view.choose_none()
        turn()

    watchdog.guard(choose)

    def sift() -> None:
        for typed in ("1", "12", "123", ""):
            with qtbot.waitSignal(page.model.listed):
                page.ask(text=typed)
            turn()

    watchdog.guard(sift)

    def walk() -> None:
        view.setFocus()
        for _ in range(15):
            qtbot.keyClick(view, Qt.Key.Key_Down)
            turn()

    watchdog.guard(walk)
