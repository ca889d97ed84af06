"""What was typed is found whatever its case and accents, and the best fit comes first."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.ui.matching import Grade, best, folded, plain, spans

TITLES = (
    "New conversation",
    "Next conversation",
    "Show or hide the sidebar",
    "Settings",
    "Émile's birthday",
    "Keyboard shortcuts",
)
TEXTS = st.text(alphabet=st.sampled_from("aAbéÉßﬁ\u0131İ e\u0301\u0327x\n한😀"), max_size=40)


def found(typed: str) -> list[str]:
    return [TITLES[fit.at] for fit in best(typed, TITLES, 8)]


@given(st.text(max_size=40))
def test_every_folded_character_knows_where_it_comes_from(text: str) -> None:
    here = folded(text)
    assert len(here.origin) == len(here.text) + 1
    assert list(here.origin) == sorted(here.origin)
    assert all(here.text[at] in plain(text[here.origin[at]]) for at in range(len(here.text)))


@given(TEXTS, TEXTS)
def test_every_place_reads_like_what_was_looked_for(text: str, needle: str) -> None:
    places = spans(text, needle)
    for start, end in places:
        assert 0 <= start < end <= len(text)
        assert plain(needle) in plain(text[start:end])
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(places))


@given(TEXTS, TEXTS, TEXTS)
def test_what_stands_in_a_text_is_found(before: str, needle: str, after: str) -> None:
    if plain(needle):
        assert spans(before + needle + after, needle)


def test_accents_and_case_do_not_matter_and_places_are_exact() -> None:
    text = "Café, CAFÉ, cafe\u0301 and the cafes; Straße"
    assert [text[slice(*span)] for span in spans(text, "cafe")] == [
        "Café",
        "CAFÉ",
        "cafe\u0301",
        "cafe",
    ]
    assert [text[slice(*span)] for span in spans(text, "STRASSE")] == ["Straße"]
    assert spans(text, "") == spans(text, "\u0301") == []


def test_beginnings_come_first_then_words_then_parts_then_typing_errors() -> None:
    titles = ("resettle", "The settings", "setting", "ssetting")
    assert [fit.at for fit in best("sett", titles, 9)] == [2, 1, 0, 3]
    assert [fit.grade for fit in best("sidbar", TITLES, 1)] == [Grade.TYPO]
    assert found("sidbar")[0] == "Show or hide the sidebar"


def test_words_may_be_begun_only_and_come_in_any_order() -> None:
    assert found("ne co") == ["New conversation", "Next conversation"]
    assert found("side show") == ["Show or hide the sidebar"]
    assert found("emile") == ["Émile's birthday"]
    assert found("  KEYB ") == ["Keyboard shortcuts"]


def test_what_is_not_meant_is_not_found() -> None:
    assert found("zq") == found("lighthouse") == found("  ") == []


@given(st.text(max_size=12), st.lists(st.text(max_size=30), max_size=8), st.integers(0, 9))
def test_ranking_takes_any_text(typed: str, titles: list[str], limit: int) -> None:
    fits = best(typed, titles, limit)
    assert len(fits) <= limit
    assert [fit.grade for fit in fits] == sorted(fit.grade for fit in fits)
    assert len({fit.at for fit in fits}) == len(fits)
