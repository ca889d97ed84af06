"""Rows of memories and corrections: which, in which order, in which words."""

from __future__ import annotations

import string
from dataclasses import dataclass
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.ledger import Kind, MemoryOrigin, MemoryState, State, Via, utc_now
from app.domain.provenance import spans_of_edit
from app.domain.searching import flat
from app.services.panel import KnownMemory, KnownSignal
from app.ui import memoryrows, signalrows
from app.ui.ledgerrows import Entry, Heading, LedgerRows
from app.ui.worddiff import Op
from tests.support.taught import memory, signal


@dataclass(frozen=True)
class Item:
    key: str


KEYS = st.lists(st.sampled_from(string.ascii_lowercase), unique=True, max_size=12)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)


@given(lists=st.lists(KEYS, min_size=2, max_size=5))
def test_rows_follow_any_change_by_the_rules_of_qt(lists: list[list[str]]) -> None:
    parent = QObject()
    rows = LedgerRows(lambda entry: entry.key, parent)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(rows, mode)
    for keys in lists:
        entries: list[Entry] = [Heading(k) if k == "h" else Item(k) for k in keys]
        rows.show(entries)
        assert [rows.data(rows.index(at, 0)) for at in range(rows.rowCount())] == [
            "h, heading" if key == "h" else key for key in keys
        ]
        assert all(rows.number_of(entry.key) == at for at, entry in enumerate(entries))
    del tester


def test_a_row_that_goes_leaves_the_others_in_place() -> None:
    parent = QObject()
    rows = LedgerRows(lambda entry: entry.key, parent)
    rows.show([Item("a"), Item("b"), Item("c")])
    gone: list[tuple[int, int]] = []
    rows.rowsRemoved.connect(lambda _, first, last: gone.append((first, last)))
    rows.rowsInserted.connect(lambda *_: gone.append((-1, -1)))
    rows.show([Item("a"), Item("c")])
    assert gone == [(1, 1)]


def known(text: str, days: float = 1, **values: object) -> KnownMemory:
    made = memory(text, days, **values)
    return KnownMemory(made, words=flat(text))


def test_nothing_is_said_to_be_approved_that_may_have_been_kept_unasked() -> None:
    kept = known("I live in Kiel", origin=MemoryOrigin.FOUND)
    assert memoryrows.caption(kept).startswith("Fact · Noticed in a chat · since ")


def texts(rows: list[Entry]) -> list[str]:
    return [row.text if isinstance(row, Heading) else row.memory.text for row in rows]  # type: ignore[attr-defined]


def test_what_waits_comes_first_then_what_is_pinned() -> None:
    entries = [
        known("oldest", 9),
        known("pinned", 8, pinned=True),
        known("proposed", 7, state=MemoryState.PROPOSED),
        known("newest", 1),
    ]
    shown = memoryrows.rows_of(entries, memoryrows.Question())
    assert texts(shown) == [
        "To approve", "proposed", "Pinned", "pinned", "All others", "newest", "oldest",
    ]  # fmt: skip
    oldest = memoryrows.Question(order=memoryrows.Order.OLDEST)
    assert texts(memoryrows.rows_of(entries[::3], oldest)) == ["oldest", "newest"]
    alphabet = memoryrows.Question(order=memoryrows.Order.ALPHABET)
    assert texts(memoryrows.rows_of(entries[::3], alphabet)) == ["newest", "oldest"]


@given(
    states=st.lists(st.tuples(st.sampled_from(MemoryState), st.booleans()), max_size=12),
    wanted=st.none() | st.sampled_from(MemoryState),
)
def test_all_that_fit_are_listed_once(
    states: list[tuple[MemoryState, bool]], wanted: MemoryState | None
) -> None:
    entries = [known(f"n {n}", n, state=s, pinned=p) for n, (s, p) in enumerate(states)]
    shown = memoryrows.rows_of(entries, memoryrows.Question(state=wanted))
    keys = [row.key for row in shown if not isinstance(row, Heading)]
    assert sorted(keys) == sorted(e.key for e in entries if wanted in (None, e.memory.state))


def test_a_search_minds_neither_case_nor_accents_nor_order() -> None:
    entries = [known("My café is in Lübeck"), known("I like tea")]
    for typed in ("lubeck CAFE", "ÜB", "in café"):
        found = memoryrows.rows_of(entries, memoryrows.Question(text=typed))
        assert texts(found) == ["My café is in Lübeck"], typed


def test_corrections_stand_under_their_age() -> None:
    now = utc_now()
    entries = [
        KnownSignal(signal("old", 400)),
        KnownSignal(signal("waiting", 2, state=State.QUARANTINED)),
        KnownSignal(signal("now", 0, kind=Kind.ACCEPT)),
    ]
    shown = signalrows.rows_of(entries, signalrows.Question(), now)
    prompts = [row.text if isinstance(row, Heading) else row.signal.prompt for row in shown]  # type: ignore[attr-defined]
    assert prompts[:4] == ["Today", "now", "Last seven days", "waiting"]
    assert prompts[-1] == "old"
    month = signalrows.Question(since=signalrows.Since.MONTH, kind=Kind.EDIT)
    assert len(signalrows.rows_of(entries, month, now + timedelta(seconds=1))) == 2


def test_pinned_corrections_stand_before_all_ages() -> None:
    entries = [KnownSignal(signal(f"n {n}", n, pinned=n in (3, 2))) for n in (400, 3, 2, 0)]
    shown = signalrows.rows_of(entries, signalrows.Question())
    told = [row.text if isinstance(row, Heading) else row.signal.prompt for row in shown]  # type: ignore[attr-defined]
    assert told[:5] == ["Pinned", "n 2", "n 3", "Today", "n 0"] and told[-1] == "n 400"
    oldest = signalrows.Question(order=signalrows.Order.OLDEST)
    assert [row.key for row in signalrows.rows_of(entries, oldest)][1] == entries[1].key
    assert "pinned" in signalrows.spoken(entries[1])
    assert "pinned" not in signalrows.spoken(entries[0])


@given(before=TEXT, after=TEXT)
def test_a_line_of_changes_tells_no_more_than_was_changed(before: str, after: str) -> None:
    parts = signalrows.changes(before, after)
    kept_and_new = "".join(p.text for p in parts if p.op is not Op.REMOVED).removeprefix("… ")
    assert kept_and_new in " ".join(after.split()) or not kept_and_new
    if " ".join(before.split()) == " ".join(after.split()):
        assert all(part.op is Op.KEPT for part in parts)


@given(reply=TEXT, edited=TEXT.filter(str.strip), most=st.integers(1, 500))
def test_where_words_come_from_covers_the_text(reply: str, edited: str, most: int) -> None:
    made = signal(reply=reply, edited=edited, spans=spans_of_edit(reply, edited))
    assert "".join(text for text, _ in signalrows.pieces(made, most)) == edited[:most]


def test_every_gesture_has_words_and_an_icon() -> None:
    for kind in Kind:
        for via in Via:
            made = signal(kind=kind, via=via)
            assert signalrows.gesture(made) and signalrows.icon(made)
            assert signalrows.spoken(KnownSignal(made)).startswith(signalrows.gesture(made))
