"""Ledger rows as weighted token sequences: which tokens of the user's texts are learned, and how.

The tokens are those that are served: the prompt by the model's own template, the text after it as
plain text, in which chat markup stays text and can forge nothing, then the end token, which is
trained too, since when to stop is a habit like any other. The order of the rows changes nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from adapters.characters import character_ranges
from adapters.errors import LearnerError
from adapters.phrases import phrase
from adapters.recipe import Recipe
from adapters.tokendiff import changed_tokens, cuts

if TYPE_CHECKING:
    from adapters.runtime import Base

Tokens = tuple[int, ...]
Weights = tuple[float, ...]

_STRENGTH = {"thumb": 0, "copy": 1, "insert": 2}
"""Gestures of acceptance, the strongest first; others come last."""
WITHDRAWN = "withdrawn"
"""Of a stretch that was wanted once and is not any more; found by `adapters.withdrawn`."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of an edited text, or of a reply without one; provenance typed, kept,
    rewritten, pasted, untrusted, placeholder or withdrawn."""

    start: int
    end: int
    provenance: str


@dataclass(frozen=True, slots=True)
class Row:
    """One signal of the ledger, as the night reads it.

    `prompt` is what was served without memories and examples, `memory_prompt` with them; only
    rows that have one can be asked about. `kind` is edit, accept or reject, `via` the
    gesture. `age` counts the signals that are newer. A `pinned` one is never left out for others.
    """

    id: str
    kind: str
    via: str
    prompt: tuple[dict[str, str], ...]
    memory_prompt: tuple[dict[str, str], ...] | None
    reply: str
    edited: str | None = None
    spans: tuple[Span, ...] = ()
    held_out: bool = False
    age: int = 0
    pinned: bool = False

    @property
    def has_withdrawn(self) -> bool:
        return any(span.provenance == WITHDRAWN for span in self.spans)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> Row:
        """Raises LearnerError when a field is missing or of the wrong form."""
        try:
            values = dict(fields)
            values["prompt"] = tuple(_turn(turn) for turn in values["prompt"])
            if values["memory_prompt"] is not None:
                values["memory_prompt"] = tuple(_turn(turn) for turn in values["memory_prompt"])
            values["spans"] = tuple(Span(**span) for span in values.get("spans", ()))
            return cls(**values)
        except (KeyError, TypeError, ValueError) as fault:
            raise LearnerError(
                phrase("A row of the ledger cannot be read"),
                phrase(
                    "A signal was handed to the night in the wrong form ({kind}).",
                    kind=type(fault).__name__,
                ),
                phrase("Please report this; nothing was changed."),
            ) from fault


@dataclass(frozen=True, slots=True)
class Example:
    """A text to score: `weights[i]` belongs to `tokens[target_start + i]`. `accepted`: a reply that
    the user took as it was."""

    id: str
    tokens: Tokens
    target_start: int
    weights: Weights
    accepted: bool = False

    def __post_init__(self) -> None:
        if self.target_start < 1 or len(self.weights) != len(self.tokens) - self.target_start:
            raise ValueError("one weight for every token from target_start on")


@dataclass(frozen=True, slots=True)
class Pair:
    """What the user preferred: weights are 1 on the tokens in which the two texts differ.

    `chosen` is None for a reply that was rejected and not corrected. Where it is not, its tokens
    are those of the example with the same id. `weight` is the recipe's for this kind of row.
    """

    id: str
    chosen: Example | None
    rejected: Example
    weight: float


@dataclass(frozen=True, slots=True)
class Hindsight:
    """A reply that was corrected, as it was written and as it would have been judged afterwards:
    `shown` has the correction in its prompt, and the same reply from `shown_start` on. The reply's
    weights are 1 on what the user kept and 0 on what they replaced."""

    reply: Example
    shown: Tokens
    shown_start: int


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """What to train on, by row id, and how many rows were left out for which reason."""

    examples: tuple[Example, ...]
    pairs: tuple[Pair, ...]
    left_out: dict[str, int]
    hindsight: tuple[Hindsight, ...] = ()

    @property
    def row_ids(self) -> frozenset[str]:
        """The rows that the adapter will have seen."""
        return frozenset({text.id for text in self.examples} | {pair.id for pair in self.pairs})


def build(rows: Sequence[Row], base: Base, recipe: Recipe) -> TrainingSet:
    """Turn rows into examples and preference pairs; who is held out is the caller's choice.

    No more rows than the recipe's steps can visit: the pinned, of the rest the newest half of what
    there is room for, and of the older ones a sample by the hash of their ids. Rows without an edit
    are at most `share_without_edit` of all, accepted and rejected ones each: the pinned and the
    strongest gestures stay. A prompt that is too long loses its oldest turns.
    """
    left_out: Counter[str] = Counter()
    examples: list[Example] = []
    pairs: list[Pair] = []
    hindsight: list[Hindsight] = []
    for row in _within_caps(_within_budget(rows, recipe, left_out), recipe, left_out):
        opening = _opening(row, base, recipe)
        if opening is None:
            left_out["too long"] += 1
            continue
        example, pair = _MAKERS[row.kind](row, opening, base, recipe)
        if example is None and pair is None:
            left_out["nothing to learn"] += 1
        examples += [example] if example else []
        pairs += [pair] if pair else []
        if example and row.kind == "edit" and recipe.hindsight:
            hindsight += _hindsight(row, opening, base, recipe)
    return TrainingSet(tuple(examples), tuple(pairs), dict(left_out), tuple(hindsight))


def order_key(seed: int, *parts: object) -> bytes:
    """A shuffling key that depends on what a thing is, never on where it stands in a list."""
    return hashlib.sha256("/".join(map(str, (seed, *parts))).encode()).digest()


def _turn(turn: Mapping[str, Any]) -> dict[str, str]:
    role, content = turn["role"], turn["content"]
    if not isinstance(role, str) or not isinstance(content, str):
        raise TypeError("a turn is two strings")
    return {"role": role, "content": content}


def _within_budget(rows: Sequence[Row], recipe: Recipe, left_out: Counter[str]) -> list[Row]:
    pinned = [row for row in rows if row.pinned]
    most = max(0, recipe.max_steps * recipe.personal - len(pinned))
    others = (row for row in rows if not row.pinned)
    newest_first = sorted(others, key=lambda row: (row.age, row.id))
    older = sorted(newest_first[most // 2 :], key=lambda row: order_key(0, row.id))
    room = most - len(newest_first[: most // 2])
    if len(older) > room:
        left_out["older than a night has time for"] += len(older) - room
    return [*pinned, *newest_first[: most // 2], *older[:room]]


def _within_caps(rows: Sequence[Row], recipe: Recipe, left_out: Counter[str]) -> list[Row]:
    """All edits, and as many others as the recipe allows, sorted by id."""
    edits = [row for row in rows if row.kind == "edit"]
    others = 1 - recipe.share_without_edit
    most = int(len(edits) * recipe.share_without_edit / others)
    kept = edits
    for kind in ("accept", "reject"):
        strongest = sorted(
            (row for row in rows if row.kind == kind),
            key=lambda row: (
                not row.pinned,
                _STRENGTH.get(row.via, len(_STRENGTH)),
                order_key(0, row.id),
            ),
        )
        room = max(most, sum(row.pinned for row in strongest))
        kept = kept + strongest[:room]
        left_out[f"more {kind}s than are useful"] += len(strongest[room:])
    left_out += Counter()  # drops zeros
    return sorted(kept, key=lambda row: row.id)


def _opening(row: Row, base: Base, recipe: Recipe) -> list[int] | None:
    """The prompt's tokens, without its oldest turns where prompt and text would be too long."""
    texts = (text for text in (row.reply, row.edited) if text)
    longest = max((len(base.plain_tokens(text)) for text in texts), default=0) + 1
    turns = list(row.prompt)
    while turns:
        tokens = base.prompt_tokens(turns)
        if len(tokens) + longest <= recipe.max_length:
            return tokens
        turns = _without_oldest(turns)
    return None


def _without_oldest(turns: list[dict[str, str]]) -> list[dict[str, str]]:
    """Without the oldest exchange; the system turn stays. Empty when one question is left."""
    system = [turn for turn in turns if turn["role"] == "system"]
    rest = [turn for turn in turns if turn["role"] != "system"][1:]
    while rest and rest[0]["role"] != "user":
        rest = rest[1:]
    return [*system, *rest] if rest else []


Made = tuple[Example | None, Pair | None]


def _from_edit(row: Row, opening: list[int], base: Base, recipe: Recipe) -> Made:
    if not (row.edited or "").strip():
        return None, None
    edited = (*base.plain_tokens(row.edited or ""), base.end_token)
    reply = (*base.plain_tokens(row.reply), base.end_token)
    in_reply, in_edited = changed_tokens(reply, edited)
    weights = _edit_weights(row, edited, in_edited, base, recipe)
    weights = _with_cuts(weights, cuts(reply, edited), recipe)
    if not any(weights):
        return None, None
    example = _example(row.id, opening, edited, weights)
    if recipe.preference == 0:
        return example, None
    # What must not be learned must not be preferred either.
    liked = tuple(float(new and weight > 0) for new, weight in zip(in_edited, weights, strict=True))
    if not any(in_reply) and not any(liked):
        return example, None
    chosen = _example(row.id, opening, edited, liked)
    rejected = _example(row.id, opening, reply, tuple(map(float, in_reply)))
    return example, Pair(row.id, chosen, rejected, recipe.preference)


def _hindsight(row: Row, opening: list[int], base: Base, recipe: Recipe) -> list[Hindsight]:
    """The correction is shown as examples are: as the answer to the same question, asked before."""
    answer = {"role": "assistant", "content": row.edited or ""}
    shown = base.prompt_tokens([*row.prompt, answer, row.prompt[-1]])
    reply = (*base.plain_tokens(row.reply), base.end_token)
    edited = (*base.plain_tokens(row.edited or ""), base.end_token)
    if not row.reply.strip() or len(shown) + len(reply) > recipe.max_length:
        return []
    replaced, _ = changed_tokens(reply, edited)
    kept = tuple(float(not gone) for gone in replaced)
    return [Hindsight(_example(row.id, opening, reply, kept), (*shown, *reply), len(shown))]


def _from_accept(row: Row, opening: list[int], base: Base, recipe: Recipe) -> Made:
    reply = (*base.plain_tokens(row.reply), base.end_token)
    if not row.reply.strip():
        return None, None
    weights = _reply_weights(row, reply, recipe.accepted, base)
    if row.spans and not any(weights[:-1]):
        return None, None
    return replace(_example(row.id, opening, reply, weights), accepted=True), None


def _from_reject(row: Row, opening: list[int], base: Base, recipe: Recipe) -> Made:
    """Its words are pushed down; whether to end there was not the question."""
    reply = base.plain_tokens(row.reply)
    if not row.reply.strip() or recipe.reject == 0:
        return None, None
    weights = _reply_weights(row, reply, 1.0, base)
    if not any(weights):
        return None, None
    return None, Pair(row.id, None, _example(row.id, opening, reply, weights), recipe.reject)


_MAKERS = {"edit": _from_edit, "accept": _from_accept, "reject": _from_reject}


def _example(id_: str, opening: list[int], text: Sequence[int], weights: Weights) -> Example:
    return Example(id_, (*opening, *text), len(opening), weights)


def _edit_weights(
    row: Row, tokens: Tokens, changed: list[bool], base: Base, recipe: Recipe
) -> Weights:
    """By provenance of the characters; by the difference of the texts where none is recorded."""
    recorded = [span for span in row.spans if span.provenance != WITHDRAWN]
    if recorded:
        known = _span_weights(row.edited or "", recorded, tokens[:-1], base, recipe)
    else:
        known = [recipe.typed if new else recipe.kept for new in changed[:-1]]
    taken, gone = (
        _of_origin(row.edited or "", row.spans, (origin,), tokens[:-1], base)
        for origin in ("rewritten", WITHDRAWN)
    )
    # A kept token that follows a cut says where the user wanted the text to go on. What the model
    # wrote anew is new, too, and no choice of words of theirs.
    weights = [
        recipe.typed if new and weight == recipe.kept and place not in taken else weight
        for place, (weight, new) in enumerate(zip(known, changed[:-1], strict=True))
    ]
    weights = [0.0 if place in gone else weight for place, weight in enumerate(weights)]
    return (*weights, recipe.typed if any(weights) else 0.0)


def _with_cuts(weights: Weights, lost: Mapping[int, int], recipe: Recipe) -> Weights:
    """A cut leaves one token to learn from, an insertion as many as it has: that one speaks for
    what is gone, if it is the user's own."""
    return tuple(
        weight + recipe.cut * min(lost.get(place, 0) / recipe.cut_length, 1.0)
        if weight == recipe.typed
        else weight
        for place, weight in enumerate(weights)
    )


def _span_weights(
    text: str, spans: Sequence[Span], tokens: Sequence[int], base: Base, recipe: Recipe
) -> list[float]:
    """The least weight among a token's characters; characters of unknown origin weigh nothing."""
    value = {
        "typed": recipe.typed,
        "kept": recipe.kept,
        "rewritten": recipe.kept,
        "pasted": recipe.pasted,
    }
    of_characters = [0.0] * len(text)
    for span in spans:
        for place in range(max(span.start, 0), min(span.end, len(text))):
            of_characters[place] = value.get(span.provenance, 0.0)
    return [
        min(of_characters[start:end], default=0.0)
        for start, end in character_ranges(text, tokens, base)
    ]


def _reply_weights(row: Row, tokens: Sequence[int], weight: float, base: Base) -> Weights:
    """Of a reply that was not edited: what stands for a secret, or is not to be trusted, is
    neither learned nor unlearned."""
    hidden = _of_origin(row.reply, row.spans, ("placeholder", "untrusted", WITHDRAWN), tokens, base)
    return tuple(0.0 if place in hidden else weight for place in range(len(tokens)))


def _of_origin(
    text: str, spans: Sequence[Span], origins: Sequence[str], tokens: Sequence[int], base: Base
) -> frozenset[int]:
    """The tokens with a character of one of these origins; the end token has none."""
    chosen = [span for span in spans if span.provenance in origins]
    if not chosen:
        return frozenset()
    words = tokens[:-1] if tokens[-1:] == (base.end_token,) else tokens
    return frozenset(
        place
        for place, (start, end) in enumerate(character_ranges(text, words, base))
        if any(span.start < end and start < span.end for span in chosen)
    )
