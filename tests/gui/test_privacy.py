"""Privacy: what is kept, learning, receipts, backups, the proof, and parts that are wiped."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.events import NightProgress, Phase
from app.domain.receipts import Statement
from app.domain.schedule import Pause
from app.services import Reverie
from app.services.backups import Backup
from app.services.proof import Claim, Proof, Verdict
from app.services.wipe import Scope
from app.ui.privacymodel import PrivacyState
from app.ui.privacypage import PrivacyPage
from app.ui.receiptcard import ReceiptCard, details, summary
from app.ui.theme import Theme
from app.ui.wipepanel import WipePanel
from app.ui.workspace import Workspace
from tests.gui.conftest import PATIENCE_MS
from tests.gui.test_look import nameless
from tests.gui.test_nights import labels
from tests.support.nights import night, no_adapters_after, store_night


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> PrivacyPage:
    workspace.commands.run("privacy")
    made = workspace.pages.privacy
    qtbot.waitUntil(lambda: made.model.state.kept is not None)
    return made


@pytest.fixture
def learned(services: Reverie) -> Iterator[None]:
    with no_adapters_after(services):
        store_night(services, night(1))
        yield


def test_it_says_what_is_kept_where_and_under_which_key(
    page: PrivacyPage, workspace: Workspace, services: Reverie
) -> None:
    assert workspace.pages.currentWidget() is page and workspace.sidebar.privacy.isChecked()
    assert page.kept.folder.accessibleName() == str(services.profile)
    assert "Your passphrase unlocks the key" in page.kept.key.text()
    told = labels(page)
    assert "The store: conversations" in told and "kB" in told
    assert nameless(page) == []


def test_learning_is_switched_and_paused(
    qtbot: QtBot, page: PrivacyPage, services: Reverie, workspace: Workspace
) -> None:
    assert not page.learning.pauses.isVisible()
    page.learning.nightly.click()
    qtbot.waitUntil(lambda: services.settings.nightly and page.learning.pauses.isVisible())
    page.model.pause(Pause.UNTIL_RESUMED)
    qtbot.waitUntil(page.learning.resume.isVisible)
    assert "paused" in page.learning.state.text()
    qtbot.waitUntil(lambda: workspace.nights.state.paused_until is not None)
    page.learning.resume.click()
    qtbot.waitUntil(page.learning.pauses.isVisible)
    page.learning.nightly.click()
    qtbot.waitUntil(lambda: not services.settings.nightly)


def test_receipts_are_listed_told_and_exported(
    qtbot: QtBot, page: PrivacyPage, services: Reverie, tmp_path: Path
) -> None:
    forgotten = services.memories.add("I once lived in Lund.")
    services.forgetting.forget(memories=[forgotten.id])
    page.model.refresh()
    qtbot.waitUntil(lambda: bool(page.model.state.receipts))
    card = page.findChild(ReceiptCard)
    assert isinstance(card, ReceiptCard)
    told = labels(card)
    assert "Genuine" in told and "Forgotten: 1 memory" in told
    assert "Lund" not in told
    assert card.details.isHidden()
    card.unfold.click()
    assert "Looked for" in card.details.toPlainText()
    assert nameless(card) == []
    dialog = page.export_receipt(card._statement.id)
    file = tmp_path / "receipt.json"
    with qtbot.waitSignal(page.model.said):
        dialog.fileSelected.emit(str(file))
    dialog.reject()
    assert json.loads(file.read_text())["algorithm"].startswith("Ed25519")
    assert services.receipts.read_file(file).genuine


def test_a_receipt_that_is_not_genuine_says_so(look: Theme, qtbot: QtBot) -> None:
    forged = Statement("r", night(1).started, {"memories": ("a", "b")}, genuine=False)
    card = ReceiptCard(forged)
    qtbot.addWidget(card)
    assert "Not genuine" in labels(card) and "was changed since" in labels(card)
    assert "Forgotten" not in summary(forged)
    assert details(forged) == ["Receipt r"]


def test_a_receipt_that_does_not_hold_says_why(
    qtbot: QtBot, page: PrivacyPage, services: Reverie
) -> None:
    back = services.memories.add("I once lived in Lund.")
    receipt = services.forgetting.forget(memories=[back.id]).receipt
    services.store.memories.add(back)  # as a file that is brought in again would
    page.model.refresh()

    def card() -> ReceiptCard:
        cards = page.findChildren(ReceiptCard)
        return next(one for one in cards if one._statement.id == receipt)

    qtbot.waitUntil(lambda: bool(page.model.state.receipts))
    told = labels(card())
    assert "Does not hold" in told and "1 of the erased rows are there again." in told
    assert "Genuine" not in told
    services.forgetting.forget(memories=[back.id])
    page.model.refresh()
    qtbot.waitUntil(lambda: "Genuine" in labels(card()))


def test_backups_that_hold_what_is_forgotten_are_listed_and_deleted(
    qtbot: QtBot, page: PrivacyPage, services: Reverie
) -> None:
    folder = services.profile / "backups"
    folder.mkdir(exist_ok=True)
    file = folder / "store-v1-20260101T000000Z.db"
    sqlite3.connect(file).execute("CREATE TABLE t (x)").connection.close()
    page.model.refresh()
    qtbot.waitUntil(lambda: bool(page.model.state.backups))
    assert "cannot be read" in labels(page.backups)
    page.model._show(PrivacyState(backups=(Backup(file.name, night(1).started, 2_000_000, 2, 3),)))
    assert "holds 3 row" in labels(page.backups) and "2 MB" in labels(page.backups)
    assert nameless(page.backups) == []
    page.backups.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: not file.exists() and page.backups.none.isVisible())


def test_the_proof_shows_how_far_it_is_and_what_it_found(page: PrivacyPage) -> None:
    panel = page.proof
    page.model.proving.emit(2, NightProgress(Phase.TRAIN, 1, 2, 60.0))
    assert panel.stop.isVisible() and not panel.begin.isVisible()
    assert "2 of 3" in panel.state.text() and panel.bar.value() > 1000
    claims = (
        Claim("traces found after", 0, "0", "none", Verdict.HOLDS),
        Claim("canary exposure after", 9, "9.0 bits", "chance", Verdict.FAILS),
    )
    page.model.proved.emit(Proof(claims))
    told = labels(panel)
    assert "It does not hold" in told and "Traces found after" in told and "9.0 bits" in told
    assert panel.begin.isVisible() and not panel.bar.isVisible()
    page.model.proved.emit(None)
    assert "Nothing was proved" in panel.state.text()


def test_a_proof_can_be_stopped(qtbot: QtBot, page: PrivacyPage) -> None:
    """The learner hears of it at its next step, which a busy machine may be long in taking: here it
    dies before, which ends the proof as well."""
    erasure = page.model._services.erasure
    page.proof.begin.click()
    qtbot.waitUntil(page.proof.stop.isVisible)
    qtbot.waitUntil(lambda: bool(erasure._process and erasure._process.pid), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "1 of 3" in page.proof.state.text())
    process = erasure._process
    with qtbot.waitSignal(page.model.proved, timeout=PATIENCE_MS) as over:
        page.proof.stop.click()
        assert page.proof.state.text() == "Stopping …"
        qtbot.waitUntil(lambda: process._cancelled is not None)
        psutil.Process(process.pid).kill()
    assert over.args == [None]
    assert not page.model.is_proving and page.proof.begin.isVisible()


# wiping


def choose(qtbot: QtBot, page: PrivacyPage, scope: Scope) -> WipePanel:
    with qtbot.waitSignal(page.model.described):
        page.wipe.choices[scope].click()
    return page.wipe


def test_nothing_is_wiped_without_the_word(
    qtbot: QtBot, page: PrivacyPage, services: Reverie, learned: None
) -> None:
    panel = choose(qtbot, page, Scope.LEARNED)
    assert "Learned adapters" in labels(panel)
    assert panel.word.isVisible() and not panel.button.isEnabled()
    for typed in ("", "wip", "yes"):
        panel.word.setText(typed)
        assert not panel.button.isEnabled()
        qtbot.keyClick(panel.word, Qt.Key.Key_Return)
    assert services.nights.active_adapter() is not None
    assert nameless(panel) == []


def test_what_was_learned_is_wiped(
    qtbot: QtBot, page: PrivacyPage, services: Reverie, workspace: Workspace, learned: None
) -> None:
    panel = choose(qtbot, page, Scope.LEARNED)
    panel.word.setText(" Wipe ")
    with qtbot.waitSignal(page.model.wiped, timeout=PATIENCE_MS):
        qtbot.keyClick(panel.word, Qt.Key.Key_Return)
    assert panel.state.text() == "Done. Nothing of it is left."
    assert services.store.adapters.all() == []
    qtbot.waitUntil(lambda: workspace.nights.state.adapter is None)
    assert not panel.button.isVisible()
    panel = choose(qtbot, page, Scope.LEARNED)
    assert panel.state.text() in ("There is nothing of this.", "") and not panel.button.isEnabled()


def test_memories_are_wiped(qtbot: QtBot, page: PrivacyPage, services: Reverie) -> None:
    services.memories.add("I live in Kiel.")
    panel = choose(qtbot, page, Scope.MEMORIES)
    panel.word.setText("wipe")
    with qtbot.waitSignal(page.model.wiped, timeout=PATIENCE_MS):
        panel.button.click()
    assert services.memories.all() == []


def test_a_conversation_is_wiped_with_what_it_taught(
    qtbot: QtBot, page: PrivacyPage, services: Reverie, workspace: Workspace
) -> None:
    one, other = services.conversations.new(), services.conversations.new()
    page.model.refresh()
    qtbot.waitUntil(lambda: {one, other} <= set(page.model.state.conversations))
    panel = choose(qtbot, page, Scope.CONVERSATION)
    assert panel.conversation.isVisible()
    ids = [c.id for c in page.model.state.conversations]
    panel.conversation.setCurrentIndex(ids.index(one.id))
    panel.show_items(Scope.CONVERSATION, services.wipe.describe(Scope.MEMORIES) or _one())
    panel.word.setText("wipe")
    with qtbot.waitSignal(page.model.wiped, timeout=PATIENCE_MS):
        panel.button.click()
    left = {c.id for c in services.conversations.all()}
    assert one.id not in left and other.id in left


def _one() -> tuple[object, ...]:
    from app.services.wipe import Item

    return (Item("messages", 1),)


def test_the_keyboard_goes_along_to_a_page(qtbot: QtBot, workspace: Workspace) -> None:
    """Tab reaches everything of it, and nothing of the page before."""
    workspace.activateWindow()
    for action, of in (
        ("nights", lambda: workspace.nights_page),
        ("privacy", lambda: workspace.pages.privacy),
    ):
        workspace.show_chat()
        workspace.commands.run(action)
        page = of()
        qtbot.waitUntil(page.hasFocus)
        reached = set()
        for _ in range(60):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            if focused is None or not page.isAncestorOf(focused):
                break
            reached.add(focused)
        wanted = {
            button
            for button in page.findChildren(QPushButton)
            if button.isVisible() and button.isEnabled() and not button.isCheckable()
        }
        assert wanted <= reached, [button.text() for button in wanted - reached]
