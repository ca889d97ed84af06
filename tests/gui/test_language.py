"""The window speaks the person's language, and German in full."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.domain.phrases import phrase
from app.ui import language

ROOT = Path(__file__).parents[2]


def test_every_sentence_is_gathered_translated_and_compiled() -> None:
    script = ROOT / "packaging" / "translations.py"
    done = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_unknown_language_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    assert language.choose("tlh") == "en"
    assert language.day_month(date(2025, 11, 23)) == "23 Nov"


def test_dates_follow_the_language(german: None) -> None:
    assert language.day_month(date(2025, 11, 23)) == "23. Nov."
    assert language.month(date(2025, 3, 1)) == "März"


def test_what_is_not_a_phrase_is_said_as_it_is(german: None) -> None:
    assert language.told("as it is") == "as it is"
    assert language.told(phrase("never {gathered}", gathered="x{y}")) == "never x{y}"
