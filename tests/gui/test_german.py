"""The chat in German: dates, counts and sentences, and no word of English left in its widgets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree  # of our own files only

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.attachments import Attachment, FileKind
from app.domain.events import NightProgress, Phase, ReplyDone, ReplyPiece, StopReason
from app.domain.ledger import (
    Arm,
    Kind,
    Memory,
    MemoryKind,
    Message,
    Night,
    Origin,
    Outcome,
    Role,
    Signal,
    Source,
    State,
    Summary,
    Turn,
    Via,
)
from app.domain.provenance import Draft
from app.domain.schedule import UNTIL_RESUMED
from app.services.context import Weight
from app.services.reasons import Reason
from app.ui import language, reasonwords, words
from app.ui.again import Again
from app.ui.chatheader import Header
from app.ui.composer import Composer
from app.ui.emptypage import EmptyPage
from app.ui.files import Pending
from app.ui.fileview import FileView
from app.ui.findbar import FindBar
from app.ui.hunks import Proposal, hunks
from app.ui.message import ReplyMessage
from app.ui.quickanswer import QuickAnswer
from app.ui.quickcontext import ContextChip
from app.ui.quickmodel import Asked
from app.ui.transcript import Transcript
from app.ui.usermessage import UserMessage
from app.ui.why import Example, _memory
from benchmarks.conversations import conversation

CATALOGUES = Path(__file__).parents[2] / "resources" / "translations"
NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC).astimezone()
MINE = "mine"  # is in every text of this file that nobody translates
CODE = "python"  # in the usual conversation: the language of code has its name from there
TEXT = Attachment("a", "mine.txt", FileKind.TEXT, "word " * 1000)
CUT = replace(TEXT, id="b", text="word\n[Cut here: the rest]")
ASKED = Message("q", "c", 0, Role.USER, MINE, NOW)
REPLY = Message("r", "c", 1, Role.ASSISTANT, "| a |\n|-|\n| b |\n\n> c\n\n```\nd\n```\n\ne f", NOW)


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language in which all that was translated stands in angles."""

    class Angles:
        def translate(self, _: str, text: str, *__: object) -> str:
            return f"<{text}>"

    monkeypatch.setattr(language, "_catalogue", lambda _: Angles())


# words


@pytest.mark.parametrize(
    ("moment", "said", "on"),
    [
        (NOW, "heute", "heute"),
        (NOW - timedelta(days=1), "gestern", "gestern"),
        (NOW + timedelta(days=1), "morgen", "morgen"),
        (NOW - timedelta(days=40), "29. Jan.", "am 29. Jan."),
        (NOW - timedelta(days=400), "3. Feb. 2025", "am 3. Feb. 2025"),
    ],
)
def test_days(german: None, moment: datetime, said: str, on: str) -> None:
    assert words.day(moment, NOW) == said
    assert words.on_day(moment, NOW) == on
    assert words.when(moment, NOW).startswith(f"{said} um ")


def test_conversations_are_grouped_by_age(german: None) -> None:
    days = (0, 1, 3, 30, 340)
    groups = [words.age_group(NOW - timedelta(days=d), NOW) for d in days]
    assert groups == ["Heute", "Gestern", "Letzte sieben Tage", "Februar", "April 2025"]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (3, "ein paar Sekunden"),
        (40, "40 Sekunden"),
        (120, "2 Minuten"),
        (5400, "1 Std. 30 Min."),
    ],
)
def test_durations(german: None, seconds: float, said: str) -> None:
    assert words.duration(seconds) == said
    progress = NightProgress(Phase.TRAIN, 1, 2, seconds)
    assert words.time_left(progress) == f"Noch {said}"


def test_sizes_and_estimates(german: None) -> None:
    assert words.size(2_345_000_000) == "2,3 GB"
    assert words.size(12_000_000) == "12 MB"
    assert [words.tokens(count) for count in (1, 2, 1234)] == [
        "etwa 1 Token",
        "etwa 2 Tokens",
        "etwa 1.200 Tokens",
    ]
    assert words.file_size(CUT).endswith(", nur der Anfang")
    assert "das Modell liest 1.024 auf einmal" in words.files_note([TEXT], 1024)


def test_notes_on_nights_and_replies(german: None) -> None:
    assert words.verdict(Night("n", NOW)) == "Diese Nacht läuft noch."
    assert words.verdict(Night("n", NOW, outcome=Outcome.SKIPPED)) == "Ausgelassen"
    assert words.next_night(None, UNTIL_RESUMED).startswith("Das Lernen ist pausiert")
    assert words.reply_note(StopReason.END, 0) == ""
    assert words.reply_note(StopReason.STOPPED, 1) == (
        "Gestoppt. 1 älterer Beitrag passte nicht mehr ins Blickfeld des Modells."
    )
    assert "2 ältere Beiträge passten" in words.reply_note(StopReason.END, 2)


def test_how_a_reply_was_made_is_one_sentence(german: None) -> None:
    made = Origin((), (), 1312, 250, 1, 48, 0.42, 31.4, summary="m")
    reply = replace(REPLY, arm=Arm.BOTH, adapter="a", origin=made)
    memory = Memory("x", MINE, MemoryKind.FACT, NOW)
    night = Night("n", NOW - timedelta(days=4000))
    reason = Reason(reply, (memory,), (None, None), night, None, is_of_this_base=True, arms={})
    assert reasonwords.layers(reason) == (
        "Das Basismodell mit 1 Angabe über dich, 2 deiner früheren Korrekturen als Beispielen, "
        f"dem {words.on_day(night.started)} Gelernten und einer Zusammenfassung der früheren "
        "Nachrichten."
    )
    assert reasonwords.figures(reply) == (
        "1.312 Tokens gelesen, 250 davon von vorher · 48 geschrieben · erstes Wort nach 0,4 s · "
        "31 Tokens pro Sekunde · 1 älteren Beitrag ausgelassen"
    )


@pytest.mark.parametrize(
    ("older", "said"),
    [
        (1, "1 ältere Nachricht wird zusammengefasst"),
        (2, "2 ältere Nachrichten werden zusammengefasst"),
    ],
)
def test_what_happens_on_sending(german: None, older: int, said: str) -> None:
    assert reasonwords.warning(Weight(101, 100, older=older)) == said
    assert "(50 %)" in reasonwords.fullness(Weight(1792, 3584))


# what stands in widgets


def signal(kind: Kind, via: Via, state: State = State.ACTIVE) -> Signal:
    edited = "e g" if kind is Kind.EDIT else None
    turns = (Turn(Role.USER, MINE),)
    return Signal(via, NOW, "s", Source.CHAT, kind, turns, REPLY.text, edited, state=state, via=via)


def transcript() -> Iterator[QWidget]:
    """Messages with all that can be said of them, among those of a usual conversation."""
    view = Transcript()
    others = conversation(6)
    given = {
        "r": [signal(Kind.ACCEPT, via) for via in (Via.COPY, Via.INSERT, Via.THUMB)],
        "m1": [signal(Kind.EDIT, Via.EDIT)],
        "m3": [signal(Kind.EDIT, Via.EDIT, State.QUARANTINED)],
        "m5": [signal(Kind.REJECT, via, State.EXCLUDED) for via in (Via.REGENERATE, Via.THUMB)],
    }
    view.show_messages(
        [ASKED, replace(REPLY, partial=True), *others],
        given,
        {"r": ["o", "r"], "q": ["q", "p"]},
        Summary("r", "b", MINE),
        {"q": [TEXT, CUT]},
    )
    for entry in view._column.entries:
        view._column.build(entry)
    for reply in view.findChildren(ReplyMessage):
        if any(s.kind is Kind.EDIT for s in reply.signals):
            reply.notes.correction.toggle()
        assert reply.tools.redo
    edited = view.reply("r")
    edited.edit(Draft("a pasted word", pasted=((2, 8),), rewritten=((9, 13),)))
    asked = view.view_of("q")
    assert isinstance(asked, UserMessage)
    assert asked.tools
    asked.edit()
    yield view
    edited.editor.review.propose(Proposal(0, "a b", hunks("a b", "c b")))
    yield edited
    view.begin_reply().show_live("", language.tr("Thinking …"))
    yield view


def composer() -> Iterator[QWidget]:
    made = Composer()
    made.file_row.show_pending([Pending("mine.pdf", "c"), Pending("mine.txt", "c", TEXT)])
    made.meter.show_weight(Weight(101, 100, older=2))
    made.set_waiting(True)
    yield made
    made.set_replying(True)
    made.set_dropping(True)
    yield made


def why() -> Iterator[QWidget]:
    again = Again({arm: MINE if arm.uses_adapter else "" for arm in Arm}, Arm.BASE)
    again.boxes[Arm.BASE].setChecked(True)
    again.begin(again.chosen)
    yield again
    again.hear(Arm.BASE, ReplyPiece(MINE))
    again.hear(Arm.MEMORY, ReplyDone(REPLY, StopReason.END, 1, 2, 0.1, 3.0))
    again.set_busy(True)
    yield again
    again.end()
    yield again
    yield Example(None)
    example = Example(signal(Kind.EDIT, Via.EDIT))
    example.unfold.click()
    yield example
    for memory in (None, Memory("x", MINE, MemoryKind.FACT, NOW)):
        known = QWidget()
        known.setLayout(_memory(memory))
        yield known


def pages() -> Iterator[QWidget]:
    header = Header()
    header.show_model(MINE, MINE)
    header.mark_setup(True)
    yield header
    empty = EmptyPage()
    for temporary in (True, False):
        empty.show_kind(temporary=temporary)
        yield empty
    host = QWidget()
    yield host
    yield FileView(host, CUT)
    bar = FindBar(host)
    bar.field.setText(MINE)
    for at in (None, 1):
        bar.show_count(at, 3)
        yield bar


def quick() -> Iterator[QWidget]:
    chip = ContextChip()
    chip.show_text("mine " * 2000, language.tr("From the selection"))
    yield chip
    answer = QuickAnswer()
    answer.show_asked(Asked(MINE, ""))
    yield answer
    answer.show_asked(Asked(MINE, "", message=REPLY, note=MINE))
    answer.edit()
    yield answer


def said(root: QWidget) -> Iterator[str]:
    """All that a widget and those in it say, but for what was written in them."""
    for widget in (root, *root.findChildren(QWidget)):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        yield widget.windowTitle()
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
            yield widget.placeholderText()


def english() -> re.Pattern[str]:
    """What one would read where something was not translated."""
    german = ElementTree.parse(CATALOGUES / "reverie_de.ts").iter("message")  # noqa: S314
    plurals = {
        message.findtext("source"): [form.text or "" for form in message.iter("numerusform")]
        for message in ElementTree.parse(CATALOGUES / "reverie_en.ts").iter("message")  # noqa: S314
    }
    forms: list[str] = []
    for message in german:
        source = message.findtext("source") or ""
        if source != message.findtext("translation"):
            forms += plurals.get(source, [source])
    blank = re.compile(r"\\\{\w+\\\}|%n")
    return re.compile("|".join(blank.sub(".+", re.escape(form)) for form in forms))


PLACES = [transcript, composer, why, pages, quick]


@pytest.mark.parametrize("place", PLACES)
def test_no_english_is_left(
    qtbot: QtBot, look: object, german: None, place: Callable[[], Iterator[QWidget]]
) -> None:
    known = english()
    for root in place():
        qtbot.addWidget(root)
        assert {text for text in said(root) if known.fullmatch(text)} == set()


@pytest.mark.parametrize("place", PLACES)
def test_all_that_is_said_was_translated(
    qtbot: QtBot, look: object, marked: None, place: Callable[[], Iterator[QWidget]]
) -> None:
    for root in place():
        qtbot.addWidget(root)
        spoken = {text for text in said(root) if re.search(r"[^\W\d_]", text)} - {CODE}
        assert {text for text in spoken if "<" not in text and MINE not in text} == set()


def test_english_would_be_found() -> None:
    known = english()
    for text in ("Good reply", "2 changes suggested.", "Version 1 of 2", "1 token"):
        assert known.fullmatch(text)
    assert not known.fullmatch("Gute Antwort")
