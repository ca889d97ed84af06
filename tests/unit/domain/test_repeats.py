"""Passages that were taken over from somebody else's text are found, however they were laid out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger import Provenance
from app.domain.provenance import spans_of_edit
from app.domain.repeats import RUN, repeats

texts = st.text(st.characters(codec="utf-8"), max_size=200)
passages = st.text(st.sampled_from("abcdefgh ÄßÉ中ﬁ.,\n"), min_size=40, max_size=120).filter(
    lambda text: sum(character.isalnum() for character in text) >= RUN
)
SOURCE = "The committee will meet on the third of May in the large hall, unless it rains."


def provenance_at(reply: str, edited: str, source: str) -> list[Provenance]:
    return [
        span.provenance
        for span in spans_of_edit(reply, edited, untrusted=[source])
        for _ in range(span.start, span.end)
    ]


@given(texts, texts, texts)
def test_spans_cover_the_edit_without_gaps_beside_a_file(
    reply: str, edited: str, source: str
) -> None:
    position = 0
    for span in spans_of_edit(reply, edited, untrusted=[source, edited]):
        assert span.start == position < span.end
        position = span.end
    assert position == len(edited)


@given(texts, texts, passages, texts, texts)
def test_a_long_passage_of_a_file_is_untrusted_wherever_it_stands(
    before: str, after: str, passage: str, left: str, right: str
) -> None:
    edited = before + passage + after
    of_characters = provenance_at("", edited, left + passage + right)
    for place in range(len(before), len(before) + len(passage)):
        if edited[place].isalnum():
            assert of_characters[place] is Provenance.UNTRUSTED


@given(texts, texts)
def test_without_a_file_nothing_is_untrusted(reply: str, edited: str) -> None:
    assert spans_of_edit(reply, edited, untrusted=["", "short"]) == spans_of_edit(reply, edited)


def test_the_users_own_words_around_a_passage_stay_theirs() -> None:
    edited = f"hey all, {SOURCE} see you - k"
    origins = provenance_at("Dear all,", edited, SOURCE)
    assert set(origins[:9]) <= {Provenance.TYPED, Provenance.KEPT}
    assert set(origins[9 : 8 + len(SOURCE)]) == {Provenance.UNTRUSTED}
    assert set(origins[-13:]) == {Provenance.TYPED}


def test_what_the_model_copied_out_of_a_file_is_untrusted_too() -> None:
    origins = provenance_at(SOURCE, f"{SOURCE} ok", SOURCE)
    assert origins[0] is Provenance.UNTRUSTED
    assert origins[-1] is Provenance.TYPED


def test_a_files_words_are_untrusted_though_the_editor_saw_them_pasted_or_rewritten() -> None:
    edited = f"{SOURCE} and lunch is on us"
    whole = [(0, len(edited))]
    for ways in ({"pasted": whole}, {"rewritten": whole}, {"pasted": whole, "rewritten": whole}):
        first, *others = spans_of_edit("Noted.", edited, **ways, untrusted=[SOURCE])
        assert (first.start, first.provenance) == (0, Provenance.UNTRUSTED)
        assert first.end >= len(SOURCE) - 1
        assert Provenance.UNTRUSTED not in {span.provenance for span in others}
        assert others[-1].provenance is not Provenance.TYPED


def test_layout_hides_nothing() -> None:
    (found,) = repeats("THE COMMIT-\ntee will meet “on the third of May” in the", [SOURCE])
    assert found[0] == 0
    assert repeats("the of\ufb01cial di\ufb00erence be\ufb01ts us all here now", [
        "The official difference befits us all, here, now"
    ])  # fmt: skip


def test_a_few_shared_words_are_no_passage() -> None:
    assert repeats("We will meet in the large hall again.", [SOURCE]) == []
