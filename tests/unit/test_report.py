"""What the command line says of a night."""

from __future__ import annotations

from datetime import UTC, datetime

from app.cli import report
from app.domain.ledger import Night, Outcome

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def told(**training: object) -> str:
    facts = {"rows": 40, "steps": 64, "scale": 1.0, "all_rows": True, "left_out": {}}
    metrics = {"training": facts | training}
    return report.night(Night("n", NOON, outcome=Outcome.PROMOTED, reason="So.", metrics=metrics))


def test_a_night_says_what_it_learned_from_and_what_it_left_out() -> None:
    text = told(left_out={"replaced by a newer habit": 60}, scale=0.75)
    assert "Learned from 40 corrections in 64 steps." in text
    assert "have been learned by now, too" in text
    assert "Used at 75% of its strength." in text
    assert "Left out: 60 (replaced by a newer habit)." in text


def test_nothing_is_said_of_what_did_not_happen() -> None:
    text = told(all_rows=False)
    assert "Left out" not in text
    assert "strength" not in text
    assert "by now" not in text


def test_a_night_that_was_refused_before_it_trained_has_a_report_too() -> None:
    night = Night("n", NOON, outcome=Outcome.KEPT, reason="No.", metrics={"training": {}})
    assert report.night(night) == "Night n: kept. No."
