"""What the catalogues say fits what the program puts into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest

from app.domain.phrases import phrase
from app.ui import language

FOLDER = Path(__file__).parents[2] / "resources" / "translations"


@pytest.fixture
def german() -> Iterator[None]:
    language.choose("de")
    yield
    language.choose("en")


def facts(text: str) -> set[tuple[str, str | None]]:
    return {(name, spec) for _, name, spec, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.ts")), ids=lambda file: file.stem)
def test_translations_name_the_facts_of_their_source(file: Path) -> None:
    for message in ElementTree.parse(file).iter("message"):  # noqa: S314 - our own
        source, translation = message.findtext("source"), message.find("translation")
        assert source is not None
        assert translation is not None
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        for form in forms:
            assert form
            assert facts(form) == facts(source), form


def test_a_phrase_in_a_phrase_is_said_in_the_same_language(german: None) -> None:
    reason = phrase("{why} The old adapter stays.", why=phrase("You paused learning."))
    assert language.told(reason) == "Du hast das Lernen pausiert. Der alte Adapter bleibt."
