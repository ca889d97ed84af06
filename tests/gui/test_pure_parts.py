"""The parts of the window that need no window: diffs, words, colours, rows of a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters import reasons
from app.domain.events import NightProgress, Phase, StopReason
from app.domain.ledger import Night, Outcome
from app.ui import reportrows, words
from app.ui.highlight import Run, runs
from app.ui.hunks import Hunk, hunks
from app.ui.hunks import to_html as hunks_html
from app.ui.palette import DARK, LIGHT, Colours, contrast
from app.ui.worddiff import Op, diff, fold, sides, spoken, to_html

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC).astimezone()
TEXTS = st.text(alphabet=st.sampled_from("ab cd.,\n'\u00e9"), max_size=80)
SURFACES = ("window", "sidebar", "surface", "bubble", "hover", "code")
INKS = ("text", "muted", "accent", "danger", "good", "warn")


@given(TEXTS, TEXTS)
def test_a_diff_loses_nothing(before: str, after: str) -> None:
    parts = diff(before, after)
    assert "".join(p.text for p in parts if p.op is not Op.ADDED) == before
    assert "".join(p.text for p in parts if p.op is not Op.REMOVED) == after
    folded = fold(parts)
    assert "".join(p.text for p in folded) == "".join(p.text for p in parts)


def test_a_diff_is_by_words_and_says_so_without_colours() -> None:
    parts = diff("The meeting is on Monday.", "The meeting is on Tuesday.")
    assert [(p.op, p.text) for p in parts[1:3]] == [(Op.REMOVED, "Monday"), (Op.ADDED, "Tuesday")]
    assert '\N{MINUS SIGN}</span><span class="removed">Monday' in to_html(parts)
    assert '+</span><span class="added">Tuesday' in to_html(parts)
    assert spoken(parts) == "removed: Monday; added: Tuesday"
    assert "&lt;b&gt;" in to_html(diff("", "<b>"))


def test_long_equal_parts_are_folded() -> None:
    same = " ".join(f"word{i}" for i in range(80))
    parts = fold(diff(f"{same} end", f"{same} finish"))
    assert [p.op for p in parts[:2]] == [Op.FOLDED, Op.KEPT]
    assert len(parts[1].text.split()) == 8


def test_many_different_words_are_kept_apart() -> None:
    before = " ".join(str(i) for i in range(9000))
    assert "".join(p.text for p in diff(before, before + " x") if p.op is not Op.ADDED) == before


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast_holds_on_every_surface(colours: Colours) -> None:
    named = asdict(colours)
    pairs = [(ink, surface) for ink in INKS for surface in SURFACES]
    pairs += [(ink, f"{ink}_soft") for ink in ("accent", "danger", "good", "warn")]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover"), ("window", "text")]
    pairs += [("text", "pressed"), ("text", "selection"), ("text", "accent_soft")]
    weak = {p: contrast(named[p[0]], named[p[1]]) for p in pairs}
    assert {p: round(c, 2) for p, c in weak.items() if c < 4.5} == {}
    assert contrast(colours.control, colours.window) >= 3


def test_contrast_agrees_with_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_code_is_read_in_runs_that_have_roles() -> None:
    code = "def f(x): return '<b>'  # why"
    found = list(runs(code, "python"))
    assert "".join(run.text for run in found) == code
    assert Run("def", "accent") in found
    assert [run.text for run in found if run.slanted] == ["# why"]
    assert list(runs("<i>", "no such language")) == [Run("<i>", None)]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (NOW, "today"),
        (NOW - timedelta(days=1), "yesterday"),
        (NOW + timedelta(days=1), "tomorrow"),
        (NOW - timedelta(days=40), "29 Jan"),
        (NOW - timedelta(days=400), "3 Feb 2025"),
    ],
)
def test_days_in_words(moment: datetime, said: str) -> None:
    assert words.day(moment, NOW).split() == said.split()


def test_conversations_are_grouped_by_age() -> None:
    days = (0, 1, 3, 30)
    groups = [words.age_group(NOW - timedelta(days=d), NOW) for d in days]
    assert groups == ["Today", "Yesterday", "Last seven days", "February"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("SmolLM2-135M-Instruct.Q4_1.gguf", "SmolLM2-135M"),
        ("qwen2.5-7b-instruct-q4_k_m.gguf", "qwen2-7b"),
        ("model.gguf", "model"),
        ("Instruct.gguf", "Instruct"),
    ],
)
def test_model_names_are_short(file: str, name: str) -> None:
    assert words.model_name(file) == name


def test_progress_never_goes_back() -> None:
    steps = [
        words.progress_share(NightProgress(phase, step, 10, None))
        for phase in Phase
        for step in range(11)
    ]
    assert steps == sorted(steps)
    assert steps[0] == 0
    assert steps[-1] == pytest.approx(1)


def test_notes_tell_what_was_dropped() -> None:
    assert words.reply_note(StopReason.END, 0) == ""
    assert "2 older turns" in words.reply_note(StopReason.LENGTH, 2)


def test_a_report_leaves_out_what_was_not_measured() -> None:
    empty = Night("n", NOW)
    assert (reportrows.effort(empty), reportrows.checks(empty), reportrows.examples(empty)) == (
        [],
        [],
        [],
    )
    metrics = {
        "held_out": {"rows": 12, "edit_cost": {"base": 0.8, "both": 0.1, "present": None}},
        "kl": 0.03,
        "checks": [{"name": "kl", "value": None, "limit": 0.05, "passed": False}],
        "examples": [{"prompt": "p", "before": "b", "after": "a", "wanted": "w"}],
    }
    night = Night("n", NOW, NOW + timedelta(seconds=200), Outcome.KEPT, "No.", metrics=metrics)
    assert [share for _, share in reportrows.effort(night)] == [0.8, 0.1]
    assert ("Time", "3 minutes") in reportrows.numbers(night)
    (check,) = reportrows.checks(night)
    assert (check.value, check.passed) == ("not measured", False)
    assert reportrows.examples(night)[0].wanted == "w"


def test_every_check_of_the_gate_has_a_name_that_people_can_read() -> None:
    assert set(reportrows.CHECKS) == set(reasons.REFUSALS)


def test_the_report_tells_what_was_left_out_and_why() -> None:
    withdrawn = "parts that were taken out again later"
    left_out = {"replaced by a newer habit": 60, withdrawn: 3}
    night = Night("n", NOW, metrics={"training": {"rows": 40, "left_out": left_out}})
    assert ("Left out: replaced by a newer habit", "60") in reportrows.numbers(night)
    assert (f"Left out: {withdrawn}", "3") in reportrows.numbers(night)


def applied(before: str, taken: Iterable[Hunk]) -> str:
    for hunk in sorted(taken, key=lambda hunk: hunk.start, reverse=True):
        before = before[: hunk.start] + hunk.added + before[hunk.end :]
    return before


@given(TEXTS, TEXTS)
def test_all_hunks_make_the_new_text_and_none_leave_the_old(before: str, after: str) -> None:
    found = hunks(before, after)
    assert applied(before, found) == after
    assert applied(before, []) == before
    assert all(before[hunk.start : hunk.end] == hunk.removed for hunk in found)
    assert all(one.end < other.start for one, other in pairwise(found))


@given(TEXTS, TEXTS)
def test_the_sides_of_a_diff_are_the_two_texts(before: str, after: str) -> None:
    one, other = sides(fold(diff(before, after)))
    assert "".join(part.text for part in one) == before
    assert "".join(part.text for part in other) == after


def test_changes_with_hardly_a_word_between_them_are_one_hunk() -> None:
    before = "Please send the old form soon, and call us when you have done that."
    after = "Kindly mail the new form, and call us when you have done that!"
    assert [(hunk.removed, hunk.added) for hunk in hunks(before, after)] == [
        ("Please send the old form soon", "Kindly mail the new form"),
        (".", "!"),
    ]


def test_text_of_others_stays_text_among_hunks() -> None:
    found = hunks("<b>one</b>", "<b>two</b>")
    shown = hunks_html("<b>one</b>", found, {}, 0)
    assert "<b>" not in shown
    assert "&lt;" in shown
