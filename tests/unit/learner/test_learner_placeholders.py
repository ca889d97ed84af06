"""What stands for a secret is neither learned, nor unlearned, nor measured."""

from __future__ import annotations

import pytest

from adapters.examples import Example, Pair, Row, Span, build
from adapters.heldout import cases_of
from adapters.recipe import Recipe
from adapters.runtime import Base

RECIPE = Recipe(cut=0.0, preference=0.5)
PROMPT = (
    {"role": "system", "content": "You help."},
    {"role": "user", "content": "write a mail"},
)
TEXT = "hello people, ring [phone number] thanks"
START, END = TEXT.index("["), TEXT.index("]") + 1


def row(kind: str, *spans: tuple[int, int, str], held_out: bool = False) -> Row:
    edited = TEXT if kind == "edit" else None
    reply = "Dear good people" if kind == "edit" else TEXT
    marked = tuple(Span(*span) for span in spans)
    return Row("r1", kind, "thumb", PROMPT, PROMPT, reply, edited, marked, held_out)


def marked(kind: str, origin: str = "kept", *, held_out: bool = False) -> Row:
    around = ((0, START, origin), (END, len(TEXT), origin))
    return row(kind, around[0], (START, END, "placeholder"), around[1], held_out=held_out)


def silent(example: Example, base: Base) -> str:
    """The text of the tokens that weigh nothing."""
    targets = example.tokens[example.target_start :]
    quiet = [token for token, w in zip(targets, example.weights, strict=True) if w == 0]
    return base.detokenize(quiet)


def pair_of(found: tuple[Pair, ...]) -> Pair:
    (pair,) = found
    return pair


@pytest.mark.parametrize("kind", ["edit", "accept", "reject"])
def test_a_placeholder_weighs_nothing(kind: str, base: Base) -> None:
    edits = [Row(f"e{n}", "edit", "edit", PROMPT, None, "Dear all", "hi all") for n in range(4)]
    made = build([marked(kind, "typed"), *edits], base, RECIPE)
    examples = [one for one in made.examples if one.id == "r1"]
    examples += [pair.rejected for pair in made.pairs if pair.id == "r1" and kind == "reject"]
    (example,) = examples
    assert "[phone number]" in silent(example, base)
    assert "hello" not in silent(example, base)
    assert any(example.weights)


@pytest.mark.parametrize("kind", ["edit", "accept", "reject"])
def test_without_the_mark_the_same_words_would_be_learned(kind: str, base: Base) -> None:
    """What the test above sees is the mark's doing."""
    edits = [Row(f"e{n}", "edit", "edit", PROMPT, None, "Dear all", "hi all") for n in range(4)]
    made = build([row(kind), *edits], base, RECIPE)
    texts = [one for one in (*made.examples, *(p.rejected for p in made.pairs)) if one.id == "r1"]
    assert all("phone number" not in silent(one, base) for one in texts[:1])


def test_what_is_new_and_a_placeholder_is_not_preferred_either(base: Base) -> None:
    pair = pair_of(build([marked("edit", "typed")], base, RECIPE).pairs)
    assert pair.chosen is not None
    assert "[phone number]" in silent(pair.chosen, base)


def test_a_reply_that_is_nothing_but_a_secret_teaches_nothing(base: Base) -> None:
    whole = Row("r1", "accept", "thumb", PROMPT, None, "[IBAN]", None, (Span(0, 6, "placeholder"),))
    edits = [Row(f"e{n}", "edit", "edit", PROMPT, None, "Dear all", "hi all") for n in range(4)]
    made = build([whole, *edits], base, RECIPE)
    assert "r1" not in made.row_ids
    assert made.left_out == {"nothing to learn": 1}


def test_a_night_does_not_measure_itself_with_placeholders(base: Base) -> None:
    (case,) = cases_of([marked("edit", held_out=True)], base)
    quiet = [
        token for token, counts in zip(case.wanted_tokens, case.counted, strict=True) if not counts
    ]
    assert "[phone number]" in base.detokenize(quiet)
    assert "hello" not in base.detokenize(quiet)
