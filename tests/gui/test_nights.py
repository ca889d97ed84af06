"""The nights in the window: what is missing, what runs, what was learned."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.events import NightProgress, Phase
from app.domain.ledger import Adapter, Night, Outcome, utc_now
from app.services import Reverie
from app.ui.nightmodel import NightState
from app.ui.nightspage import entries
from app.ui.page import CardButton
from app.ui.workspace import Workspace

METRICS = {
    "held_out": {
        "rows": 12,
        "edit_cost": {"base": 0.82, "memory": 0.31, "adapter": 0.12, "both": 0.04},
    },
    "kl": 0.041,
    "perplexity": {"base": 20.0, "adapter": 20.1, "change": 0.005},
    "leaks": 0,
    "training": {"rows": 36, "steps": 54, "scale": 1.0, "left_out": {"too long": 2}},
    "checks": [
        {"name": "kl", "value": 0.041, "limit": 0.05, "passed": True},
        {"name": "endings", "value": 0.2, "limit": 0.7, "passed": False},
    ],
    "examples": [
        {
            "prompt": "Tell Ann I am late.",
            "before": "Dear Ann,\n\n<b>I</b> am late.",
            "after": "running late.\n- k",
            "wanted": "late, sorry.\n- k",
        }
    ],
}


def night(**values: object) -> Night:
    now = utc_now()
    made = Night(
        id="n1",
        started=now - timedelta(minutes=3),
        finished=now,
        outcome=Outcome.PROMOTED,
        reason="It writes more like you and forgot nothing, so it is used from now on.",
        metrics=METRICS,
        adapter="a1",
    )
    return replace(made, **values)


def labels(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


@pytest.fixture
def learned() -> NightState:
    adapter = Adapter("a1", "n1", "base", "0" * 64, (), active=True)
    return NightState(True, "36 corrections to learn from.", None, adapter, [night()])


def test_what_is_missing_is_told_and_the_button_waits(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    found = services.nights.readiness()
    assert not found.ready
    workspace.chat_page.header.night.click()
    assert workspace.pages.currentWidget() is workspace.nights_page
    card = workspace.nights_page.ready
    qtbot.waitUntil(lambda: card._sentence.text() == found.why)
    assert not card.button.isEnabled()
    assert workspace.chat_page.header.night.toolTip() == found.why


def test_a_night_that_cannot_begin_is_recorded_and_shown(
    qtbot: QtBot, workspace: Workspace, services: Reverie
) -> None:
    workspace.show_nights()
    with qtbot.waitSignal(workspace.nights.finished, timeout=20_000) as over:
        workspace.nights.sleep_now()
        assert workspace.nights_page.running.isVisible()
        assert workspace.chat_page.header.night.text().startswith("Learning")
    assert over.args[0].outcome is Outcome.SKIPPED
    newest = services.nights.all()[0].id
    qtbot.waitUntil(lambda: [n.id for n in workspace.nights.state.nights[:1]] == [newest])
    assert workspace.nights_page.ready.isVisible()
    cards = workspace.nights_page.findChildren(CardButton)
    assert services.nights.all()[0].reason in cards[0].accessibleName()


def test_progress_shows_phase_time_and_pause(workspace: Workspace) -> None:
    workspace.show_nights()
    model, card = workspace.nights, workspace.nights_page.running
    model._set_running(True)
    model._progress(NightProgress(Phase.TRAIN, 10, 40, 95.0))
    assert card.isVisible()
    assert card._phase.text() == "Learning from your corrections"
    assert card._left.text() == "About 2 minutes left"
    assert 0 < card.bar.value() < card.bar.maximum()
    assert card.pause.text() == "Pause"
    assert "%" in workspace.chat_page.header.night.text()
    model._progress(NightProgress(Phase.TRAIN, 10, 40, 95.0, paused=True))
    assert card.pause.text() == "Resume"
    assert card._left.text() == "Paused"
    model._set_running(False)


def test_a_report_shows_verdict_examples_numbers_and_checks(
    qtbot: QtBot, workspace: Workspace, learned: NightState
) -> None:
    workspace.nights._show(learned)
    workspace.show_report("n1")
    assert workspace.pages.currentWidget() is workspace.report
    told = labels(workspace.report)
    for text in (
        "It writes more like you",
        "Learned",
        "In use",
        "Tell Ann I am late.",
        "Yours",
        "4%",
        "0.041",
        "3 minutes",
        "Drift from the bare model on general prompts, nats a token",
    ):
        assert text in told, text
    from app.ui.prose import ProseView

    views = [view.plain_text() for view in workspace.report.findChildren(ProseView)]
    assert "running late.\n- k" in views
    assert any("<b>I</b>" in view for view in views)


def test_the_model_and_what_it_learned_stand_in_the_header(
    workspace: Workspace, learned: NightState
) -> None:
    model = workspace.chat_page.header.model
    assert model.text() == "SmolLM2-135M · base"
    workspace.nights._show(learned)
    assert model.text() == "SmolLM2-135M · learned today"
    workspace.nights._show(NightState())
    assert model.text() == "SmolLM2-135M · base"


def test_right_after_a_night_there_is_nothing_to_press(workspace: Workspace) -> None:
    missing = "Nothing new since the last night."
    workspace.nights._show(NightState(missing=missing, nights=[night()], nothing_new=True))
    ready = workspace.nights_page.ready
    told = labels(ready)
    assert "Nothing new to learn" in told
    assert missing in told
    assert not ready.button.isEnabled()


def test_nights_in_a_row_that_found_nothing_do_not_hide_what_was_learned(
    workspace: Workspace,
) -> None:
    nothing = [
        night(id=f"s{n}", outcome=Outcome.SKIPPED, adapter=None, reason="Nothing new.")
        for n in range(30)
    ]
    few = night(id="f", outcome=Outcome.SKIPPED, adapter=None, reason="12 corrections so far.")
    running = night(id="r", outcome=None)
    nights = [running, *nothing, night(), few]
    assert [(one.id, more) for one, more in entries(nights)] == [("s0", 29), ("n1", 0), ("f", 0)]
    workspace.nights._show(NightState(nights=nights))
    page = workspace.nights_page
    assert "and 29 nights before it" in labels(page)
    assert page._list.count() == 3
    assert not page.more.isVisibleTo(page)


def test_a_report_without_an_adapter_offers_nothing_to_use(
    workspace: Workspace, learned: NightState
) -> None:
    kept = night(outcome=Outcome.KEPT, adapter=None, reason="It was not better.")
    workspace.nights._show(NightState(True, "", None, None, [kept]))
    workspace.show_report("n1")
    told = labels(workspace.report)
    assert "It was not better." in told
    assert "Kept the old one" in told
    looks = {button.text() for button in workspace.report.findChildren(type(workspace.sidebar.new))}
    assert not looks & {"Use what this night learned", "Go back to the one before"}
