"""Sentences that keep what they were made from."""

from __future__ import annotations

import json

from app.domain.phrases import Phrase, phrase


def test_a_phrase_is_its_english_sentence_and_knows_its_parts() -> None:
    said = phrase("No model is called {name}.", name="x{y}")
    assert said == "No model is called x{y}."
    assert isinstance(said, Phrase)
    assert (said.template, said.facts) == ("No model is called {name}.", {"name": "x{y}"})
    assert json.dumps(said) == '"No model is called x{y}."'


def test_without_facts_braces_stand_for_themselves() -> None:
    assert phrase("{braces}") == "{braces}"
