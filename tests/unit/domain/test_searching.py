"""What was typed becomes terms; what stands in a text becomes an excerpt with its hits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.searching import LONGEST, MOST_TERMS, Term, cut, excerpt, parse

TRICKY = some.text(
    some.one_of(
        some.characters(),
        some.sampled_from('"“”\0*^:()-+{}~ \n\t😀👩‍🚀אבגسلامéß\u0301\u202eANDORNOTNEAR'),
    ),
    max_size=200,
)


def bold(text: str, typed: str) -> list[str]:
    found = excerpt(text, parse(typed))
    return [found.text[start:end] for start, end in found.marks]


def test_each_word_is_a_term_and_the_last_may_go_on() -> None:
    assert parse("Red  wine") == (Term(("red",)), Term(("wine",), open=True))


def test_quotes_hold_words_together() -> None:
    assert parse('"red wine" glass') == (Term(("red", "wine")), Term(("glass",), open=True))
    assert parse("“red wine”") == (Term(("red", "wine")),)
    assert parse('"red wi') == (Term(("red", "wi"), open=True),)


def test_what_is_written_together_is_looked_for_together() -> None:
    assert parse("e-mail") == (Term(("e", "mail"), open=True),)


@pytest.mark.parametrize("typed", ["", " ", '""', "😀", "*", "-- ( )", "\0"])
def test_nothing_is_looked_for_without_a_word(typed: str) -> None:
    assert parse(typed) == ()


def test_a_question_as_long_as_a_book_is_cut() -> None:
    terms = parse(" ".join(f"word{i}" for i in range(1000)))
    assert len(terms) == MOST_TERMS
    assert terms[-1] == Term(("word999",), open=True)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Été", "ete"),
        ("e\u0301te\u0301", "ete"),
        ("ÅNGSTRÖM", "angstrom"),
        ("Tiếng", "tieng"),
        ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
        ("Мой", "мой"),
        ("שלום", "שלום"),
    ],
)
def test_case_and_accents_do_not_matter(word: str, folded: str) -> None:
    assert [found for found, _, _ in cut(f"({word})")] == [folded]


def test_the_whole_word_is_marked_that_goes_on_from_what_was_typed() -> None:
    assert bold("Invoices, and an invoice.", "invoi") == ["Invoices", "invoice"]
    assert bold("Invoices, and an invoice.", '"invoice"') == ["invoice"]


def test_a_phrase_is_marked_as_one() -> None:
    assert bold("Wine that is red, and red\nwine.", '"red wine"') == ["red wine"]


def test_decomposed_letters_are_marked_whole() -> None:
    assert bold("Un e\u0301te\u0301 chaud.", "ete") == ["été"]


def test_a_word_inside_another_is_no_hit() -> None:
    assert bold("The cart, the art, the smart.", '"art"') == ["art"]


def test_the_excerpt_is_where_the_words_stand_together() -> None:
    text = "A lamp. " + "Nothing of note. " * 40 + "Buy a red lamp, please. " + "And so on. " * 40
    found = excerpt(text, parse("red lamp"))
    assert "Buy a red lamp, please." in found.text
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) <= LONGEST + 2


def test_line_breaks_and_signs_of_markdown_do_not_show() -> None:
    found = excerpt("Here:\n\n- **Lisbon**, in\tMay\n- `Porto`", parse("lisbon porto"))
    assert found.text == "Here: Lisbon, in May Porto"
    assert [found.text[a:b] for a, b in found.marks] == ["Lisbon", "Porto"]


def test_without_a_hit_it_is_the_beginning() -> None:
    found = excerpt("Plain words. " * 50, parse("other"))
    assert found.text.startswith("Plain words.")
    assert found.marks == ()


@given(TRICKY, TRICKY)
def test_marks_are_ranges_of_words_in_order(text: str, typed: str) -> None:
    found = excerpt(text, parse(typed))
    ends = [0, *(edge for mark in found.marks for edge in mark), len(found.text)]
    assert ends == sorted(ends)
    assert all(found.text[start:end].strip() for start, end in found.marks)
    assert "\n" not in found.text


@given(some.text(some.characters(exclude_categories=["Mn", "Cs"]), min_size=1))
def test_every_word_of_a_short_text_is_found_in_it(text: str) -> None:
    for word, _, _ in cut(text):
        assert excerpt(text, [Term((word,))], whole=True).marks
