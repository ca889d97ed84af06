"""Nights over time, the morning, comparing, privacy and wiping in German."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.domain.events import NightProgress, Phase
from app.domain.ledger import Memory, MemoryKind, Outcome, utc_now
from app.domain.phrases import phrase
from app.domain.receipts import Gone, Looked, Proved, Rebuilt, Statement
from app.domain.schedule import IN_USE, ON_BATTERY, PAUSED
from app.services.backups import Backup
from app.services.mornings import NOT_RUNNING, SUSPENDED, Missed, Morning
from app.services.privacy import Kept
from app.services.proof import Claim, Proof, Verdict
from app.services.wipe import Item, Scope, Step
from app.ui.erasurepanel import CLAIMS
from app.ui.farewell import FarewellPage
from app.ui.nightmodel import NightState
from app.ui.nightseries import points, summary, tab_separated
from app.ui.privacymodel import PrivacyState
from app.ui.receiptcard import ReceiptCard
from app.ui.runner import problem_of
from app.ui.startpage import StartPage
from app.ui.workspace import Workspace
from tests.gui.test_german_frame import left_in_english, room
from tests.support.nights import night

__all__ = ["room"]
NOW = utc_now()
STATEMENT = Statement(
    "r1",
    NOW,
    {"signals": ("a", "b"), "memories": ("c",), "conversations": ("d",)},
    destroyed=(Gone("a1", "n1", "0" * 64, in_use=True),),
    looked=Looked(3, 0, 40),
    backups=("store-v1.db",),
    proved=Proved(NOW, "holds", 1.4, 0.5, "m", 7),
)


def test_nights_over_time(room: Workspace) -> None:
    nights = [night(3), night(2, promoted=False), night(1)]
    series = points(nights)
    room.nights._show(NightState(ready=True, nights=nights, series=series))
    room.pages._show(room.nights_page)
    assert left_in_english(room.nights_page) == []
    room.nights_page.chart.view.buttons[1].click()
    assert left_in_english(room.nights_page) == []
    room.nights_page.chart.view.buttons[0].click()
    assert (
        summary(series) == "3 Nächte, 2 davon haben gelernt, zu ändernde Wörter von 20 % auf 20 %."
    )
    assert tab_separated(series).startswith("Nacht\tAusgang\tBasismodell\t")
    assert "Perplexität: +0,5 %" in room.nights_page.chart.plots.figures.text()


def test_what_was_learned_and_two_compared(room: Workspace) -> None:
    made = replace(night(1), adapter="a", id="n1")
    room.nights._show(NightState(nights=[made], usable=frozenset({"a"})))
    room.show_report("n1")
    room.pages.show_comparison(made)
    assert left_in_english(room.report, room.pages.comparison) == []
    room.nights._going["n1"] = False


@pytest.mark.parametrize("reason", [NOT_RUNNING, SUSPENDED, ON_BATTERY, IN_USE, PAUSED])
@pytest.mark.parametrize("outcome", [Outcome.PROMOTED, Outcome.KEPT, Outcome.FAILED])
def test_the_morning(room: Workspace, reason: str, outcome: Outcome) -> None:
    told = replace(night(0.3), outcome=outcome, reason=phrase("You stopped it."))
    known = tuple(Memory(str(n), "x", MemoryKind.FACT, NOW) for n in range(5))
    morning = Morning(told, known, 1, Missed(2, reason), is_news=True)
    room.pages.morning._show(morning)
    room.show_nights()
    assert left_in_english(room.nights_page.morning, room.chat_page.empty) == []


def test_privacy(qtbot: QtBot, room: Workspace) -> None:
    page = room.pages.privacy
    items = (Item(phrase("memories"), 2, 1200),)
    receipts = (
        STATEMENT,
        replace(STATEMENT, id="r2", rebuilt=Rebuilt(NOW, "n", 3, "a2", "1" * 64)),
        replace(STATEMENT, id="r3", undone=NOW),
        replace(STATEMENT, id="r4", genuine=False),
    )
    faults: list[str] = [phrase("{count} of the erased rows are there again.", count=2)]
    for keyring in (None, "KWallet"):
        kept = Kept(room._services.profile, items, keyring)
        backups = (Backup("b", NOW, 2_000_000, None, 3),)
        page.model._show(
            PrivacyState(kept, tuple((one, faults) for one in receipts), backups, (), nightly=True)
        )
        assert left_in_english(page) == []
    for card in page.findChildren(ReceiptCard):
        card.unfold.click()
        assert left_in_english(card) == []
    for training in (1, 2, 3):
        page.model.proving.emit(training, NightProgress(Phase.TRAIN, 1, 2, 60.0))
        assert left_in_english(page.proof) == []
    for verdict in Verdict:
        page.model.proved.emit(Proof(tuple(Claim(name, 0, "1", "2", verdict) for name in CLAIMS)))
        assert left_in_english(page.proof) == []
    for scope in Scope:
        page.wipe.choices[scope].click()
        page.wipe.show_items(scope, items)
        assert left_in_english(page.wipe) == []
    page.wipe.word.setText("Auslöschen")
    assert page.wipe.button.isEnabled()
    page.wipe.word.setText("wipe")
    assert not page.wipe.button.isEnabled()


def test_the_last_page_and_the_start_page(qtbot: QtBot, german: None, look: object) -> None:
    farewell, start = FarewellPage(), StartPage()
    for made in (farewell, start):
        qtbot.addWidget(made)
    farewell.begin()
    assert left_in_english(farewell) == []
    farewell.show_step(Step(phrase("settings"), 1, 4))
    assert left_in_english(farewell) == []
    for problem in (None, problem_of(ValueError("x"))):
        farewell.end(problem)
        assert left_in_english(farewell) == []
    start.show_nothing()
    start.offer.click()
    assert left_in_english(start) == []
