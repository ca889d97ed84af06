"""Where the text of a correction came from, as the editor saw it come."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from app.domain.ledger import Kind, Provenance, Signal, Source, utc_now
from app.domain.provenance import Draft, Range, shifted, spans_of_edit

TEXTS = some.text("ab .,\n\u00e9\U0001f331", max_size=40)
RANGES = some.lists(some.tuples(some.integers(-3, 50), some.integers(-3, 50)), max_size=4)


def origins(reply: str, edited: str, pasted: list[Range], rewritten: list[Range]) -> list:
    """Of every character, without regard to how the spans are cut."""
    spans = spans_of_edit(reply, edited, pasted, rewritten)
    return [span.provenance for span in spans for _ in range(span.start, span.end)]


def inside(place: int, ranges: list[Range]) -> bool:
    return any(start <= place < end for start, end in ranges)


@given(TEXTS, TEXTS, RANGES, RANGES)
def test_spans_are_adjacent_and_in_order_and_leave_no_gap(
    reply: str, edited: str, pasted: list[Range], rewritten: list[Range]
) -> None:
    spans = spans_of_edit(reply, edited, pasted, rewritten)
    ends = [0, *(span.end for span in spans)]
    assert [span.start for span in spans] == ends[:-1]
    assert ends[-1] == len(edited)
    assert all(span.start < span.end for span in spans)
    assert all(one.provenance is not other.provenance for one, other in pairwise(spans))


@given(TEXTS, TEXTS, RANGES, RANGES)
def test_what_was_pasted_changes_only_what_would_have_counted_as_typed(
    reply: str, edited: str, pasted: list[Range], rewritten: list[Range]
) -> None:
    plain = origins(reply, edited, [], [])
    for place, (before, now) in enumerate(
        zip(plain, origins(reply, edited, pasted, rewritten), strict=True)
    ):
        if before is Provenance.KEPT:
            assert now is Provenance.KEPT
        elif inside(place, pasted):
            assert now is Provenance.PASTED
        elif inside(place, rewritten):
            assert now is Provenance.REWRITTEN
        else:
            assert now is Provenance.TYPED


def test_the_models_own_words_stay_kept_when_they_are_pasted_back() -> None:
    (span,) = spans_of_edit("see you on friday", "see you on friday", [(4, 11)])
    assert span.provenance is Provenance.KEPT


def test_a_saved_correction_is_opened_as_it_was_left() -> None:
    edited = "hi, http://a.example see you soon"
    draft = Draft(edited, pasted=((4, 20),), rewritten=((29, 33),))
    edit = Signal(
        id="1",
        at=utc_now(),
        session="s",
        source=Source.CHAT,
        kind=Kind.EDIT,
        messages=(),
        reply="see you later",
        edited=edited,
        spans=spans_of_edit("see you later", edited, draft.pasted, draft.rewritten),
    )
    assert Draft.of(edit, edit.edited or "") == draft


@given(some.text(" \na\U0001f331", max_size=20), RANGES)
def test_ranges_go_along_when_white_space_is_cut_off(text: str, ranges: list[Range]) -> None:
    inner = text.strip()
    lost = len(text) - len(text.lstrip())
    moved = shifted(ranges, lost, len(inner))
    assert [text[lost:][: len(inner)][s:e] for s, e in moved] == [inner[s:e] for s, e in moved]
    for place in range(len(inner)):
        assert inside(place, list(moved)) == inside(place + lost, ranges)
