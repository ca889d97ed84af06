"""Sentences that keep what they were made from."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters import phrases as learners
from app.domain.phrases import Phrase, as_said, ours, phrase, restored


def test_a_phrase_is_its_english_sentence_and_knows_its_parts() -> None:
    said = phrase("No model is called {name}.", name="x{y}")
    assert said == "No model is called x{y}."
    assert isinstance(said, Phrase)
    assert (said.template, said.facts) == ("No model is called {name}.", {"name": "x{y}"})
    assert json.dumps(said) == '"No model is called x{y}."'


def test_without_facts_braces_stand_for_themselves() -> None:
    assert phrase("{braces}") == "{braces}"


def test_a_table_of_templates_is_filled_later() -> None:
    said = phrase("{count} nights").filled(count=3, more="left aside")
    assert (said, said.template) == ("3 nights", "{count} nights")


odd = st.text(st.characters(codec=None)) | st.sampled_from(["{x}", "}{", '"', "„ä“ 😀", "{0.real}"])
plain_facts = odd | st.integers() | st.floats()
names = st.sampled_from(["one", "other", "path"])
literals = st.text().map(lambda text: text.replace("{", "{{").replace("}", "}}"))


@st.composite
def phrases(
    draw: st.DrawFn,
    facts: st.SearchStrategy[object] = plain_facts,
    made: type[Any] = Phrase,
) -> Any:
    given = draw(st.dictionaries(names, facts, min_size=1))
    pieces = [draw(literals) + f"{{{name}}}" for name in given]
    return made("".join(pieces) + draw(literals), given)


@given(phrases() | phrases(plain_facts | phrases()) | odd.map(lambda text: Phrase(text, {})))
def test_phrases_survive_json_and_copies(said: Phrase) -> None:
    told = restored(str(said), json.loads(json.dumps(as_said(said), allow_nan=False)))
    assert type(told) is Phrase
    assert (told, told.template) == (said, said.template)
    assert as_said(told) == as_said(said)
    copied = pickle.loads(pickle.dumps(copy.deepcopy(said)))  # noqa: S301 - ours
    assert (copied, copied.template, as_said(copied)) == (said, said.template, as_said(said))


@given(phrases(plain_facts | phrases(made=learners.Phrase), learners.Phrase))
def test_the_learners_phrases_are_read_as_ours(theirs: learners.Phrase) -> None:
    told = ours(theirs)
    assert type(told) is Phrase
    assert (told, as_said(told)) == (theirs, theirs.as_said())


@pytest.mark.parametrize(
    "said",
    [
        None,
        "text",
        {"template": "x"},
        {"template": "x", "facts": []},
        {"template": "other", "facts": {}},
        {"template": "{a", "facts": {"a": "x"}},
        {"template": "{b}", "facts": {"a": "x"}},
        {"template": "{}", "facts": {"a": "x"}},
        {"template": "{a.__class__}", "facts": {"a": "x"}},
        {"template": "{a!r}", "facts": {"a": "x"}},
        {"template": "{a:>99999999999}", "facts": {"a": "x"}},
        {"template": "{a:{a}}", "facts": {"a": 1}},
        {"template": "{a:d}", "facts": {"a": "x"}},
        {"template": "{a:.1f}", "facts": {"a": 10**400}},
        {"template": "{a}", "facts": {"a": None}},
        {"template": "{a}", "facts": {"a": ["x"]}},
    ],
)
def test_what_does_not_make_the_text_is_not_believed(said: object) -> None:
    assert type(restored("x", said)) is str


def test_phrases_in_phrases_without_end_are_not_believed() -> None:
    said: object = "x"
    for _ in range(100):
        said = {"template": "{a}", "facts": {"a": said}}
    assert type(restored("x", said)) is str
