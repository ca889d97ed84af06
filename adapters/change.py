"""Whether the user has changed their mind, and which rows a newer habit has replaced.

A night learns from the whole ledger, so a preference that was turned round would be learned half
one way and half the other. The newest wins: rows from before the change are left out.

The base itself is asked, before anything is trained. An example of a habit makes texts of the same
habit likelier, and texts of another one less so: for a few pairs of texts, old and new, `gain` is
what the one, shown as an example, does for the other, in nats per token. If there is a moment in
the ledger such that examples help within each side of it and not across, by more than when the
order of the rows is drawn by lot (a permutation test over the best moment, so that looking at all
of them is paid for), then the habit changed there. Habits that depend on the task do not look
like that while tasks alternate. Where the *prompts* changed at the same moment, new tasks are the
simpler explanation, and nothing is left out.

Once an adapter writes as its user does, they correct little, and the last edits are exceptions
rather than a habit. So a change counts only if the replies that they took as they were since then
are of the newer kind; else those edits are set aside, and the older ones are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from adapters.alike import Words, jaccard, least_alike, nearest
from adapters.examples import Row
from adapters.heldout import wanted_text
from adapters.runtime import Base

LATELY = 40
"""Signals within which a change has to be followed: half of the sample is taken from them."""
SAMPLE = 12
LEAST_EDITS = 20
"""With fewer, what came after a change could not carry a night by itself."""
SIDE = 3
"""Least number of sampled rows on either side of a change."""
MOST_TOKENS = 128
MOST_ASKED = 512
"""Longer texts, and longer prompts, are not sampled: they cost much and tell no more, and two long
prompts together may be more than the context holds."""
DRAWS = 999
P_VALUE = 0.01
LEAST_GAIN = 0.1
"""Nats per token by which examples must help more within a side than across."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Settled:
    """The rows that still say what the user wants, and the ids of those that no longer do."""

    rows: tuple[Row, ...]
    replaced: frozenset[str] = frozenset()


def settle(rows: Sequence[Row], base: Base, *, checkpoint: Callable[[], None]) -> Settled:
    """Leave out what a change of mind has replaced.

    Detaches any adapter. `checkpoint` is called for each pair: it may block, or raise to stop.
    """
    everything = Settled(tuple(rows))
    if sum(row.kind == "edit" for row in rows) < LEAST_EDITS:
        return everything
    edits = sorted((row for row in rows if row.kind == "edit"), key=_newest_first)
    while newer := _newer_side(edits, base, checkpoint):
        since = newer[-1].age
        older = [row for row in edits if row.age > since]
        taken = _taken_since(rows, newer, base)
        if len(taken) < SIDE or _fits(taken, newer, older, base, checkpoint):
            replaced = _replaced(rows, since, base)
            return Settled(tuple(row for row in rows if row.id not in replaced), replaced)
        edits = older
    return everything


def _newer_side(edits: Sequence[Row], base: Base, checkpoint: Callable[[], None]) -> list[Row]:
    """Of edits with the newest first, those of the sample that follow another habit than the
    older ones; none where there is one habit."""
    sample = _sample(edits, base)
    if len(sample) < 2 * SIDE:
        return []
    ends = [*sample[:SIDE], *sample[-SIDE:]]  # on either side of any change; mostly there is none
    if fall(_gains(ends, base, checkpoint), SIDE) < LEAST_GAIN:
        return []
    newer = changed_after(_gains(sample, base, checkpoint), _nearness(sample, base))
    return sample[:newer] if newer else []


def changed_after(gains: Matrix, nearness: Matrix) -> int | None:
    """How many of the newest rows stand after the change; None where there was none.

    Both are [n, n] with the newest row first, and the diagonal is not read: what example j does for
    text i, and how alike prompts i and j are.
    """
    at, p = _best_split(_centred(gains))
    if p > P_VALUE:
        return None
    if fall(gains, at) < LEAST_GAIN:
        return None
    _, prompts_p = _best_split(_centred(nearness), only=at)
    return None if prompts_p <= P_VALUE else at


def fall(gains: Matrix, at: int) -> float:
    """By how many nats per token examples help more within the newest `at` rows, and within the
    rest, than across."""
    apart = _across(len(gains), at)
    within = ~apart & ~np.eye(len(gains), dtype=bool)
    return float(gains[within].mean() - gains[apart].mean())


def _taken_since(rows: Sequence[Row], newer: Sequence[Row], base: Base) -> list[Row]:
    """The replies that were taken as they were since these edits began, to prompts of their kind:
    a few, evenly spaced."""
    kinds = [_words(row, base) for row in newer]
    least = least_alike(kinds)
    taken = [
        row
        for row in sorted(rows, key=_newest_first)
        if row.kind == "accept"
        and row.age <= newer[-1].age
        and nearest(_words(row, base), kinds) >= least
    ]
    return _spaced([row for row in taken if _is_short(row, base)], SAMPLE // 2)


def _fits(
    taken: Sequence[Row],
    newer: Sequence[Row],
    older: Sequence[Row],
    base: Base,
    checkpoint: Callable[[], None],
) -> bool:
    """Whether what was taken is of the newer habit: examples of it help at least as much."""
    base.attach(None)
    older = _spaced([row for row in older if _is_short(row, base)], SIDE)
    helped = [
        np.mean([_log_p(base, row, it, checkpoint) for it in _spaced(side, SIDE) for row in taken])
        for side in (newer, older)
    ]
    return bool(helped[0] >= helped[1])


def _newest_first(row: Row) -> tuple[int, str]:
    return row.age, row.id


def _sample(edits: Sequence[Row], base: Base) -> list[Row]:
    """Of edits with the newest first: half of them lately, half before, evenly spaced."""
    short = [row for row in edits if _is_short(row, base)]
    lately = [row for row in short if row.age < LATELY]
    before = [row for row in short if row.age >= LATELY]
    if not before:  # a young ledger: its own halves
        lately, before = short[: len(short) // 2], short[len(short) // 2 :]
    return [*_spaced(lately, SAMPLE // 2), *_spaced(before, SAMPLE // 2)]


def _is_short(row: Row, base: Base) -> bool:
    asked = base.plain_tokens(row.prompt[-1]["content"])
    text = base.plain_tokens(wanted_text(row))
    return 0 < len(text) <= MOST_TOKENS and len(asked) <= MOST_ASKED


def _spaced(rows: Sequence[Row], count: int) -> list[Row]:
    if len(rows) <= count:
        return list(rows)
    return [rows[at] for at in np.linspace(0, len(rows) - 1, count).round().astype(int)]


def _gains(sample: Sequence[Row], base: Base, checkpoint: Callable[[], None]) -> Matrix:
    """[n, n]: what example j does for text i. By example, so that its tokens are read once."""
    base.attach(None)
    alone = [_log_p(base, row, None, checkpoint) for row in sample]
    gains = np.zeros((len(sample), len(sample)))
    for j, example in enumerate(sample):
        for i, row in enumerate(sample):
            if i != j:
                gains[i, j] = _log_p(base, row, example, checkpoint) - alone[i]
    return gains


def _log_p(base: Base, row: Row, example: Row | None, checkpoint: Callable[[], None]) -> float:
    """Mean log p of the text's tokens and its end, in nats."""
    checkpoint()
    system = [turn for turn in row.prompt if turn["role"] == "system"]
    shown = [] if example is None else _as_turns(example)
    prompt = base.prompt_tokens([*system, *shown, row.prompt[-1]])
    tokens = [*prompt, *base.plain_tokens(wanted_text(row)), base.end_token]
    return float(base.score(tokens, len(prompt)).mean(dtype=np.float64))


def _as_turns(row: Row) -> list[dict[str, str]]:
    return [row.prompt[-1], {"role": "assistant", "content": wanted_text(row)}]


def _words(row: Row, base: Base) -> Words:
    return frozenset(base.plain_tokens(row.prompt[-1]["content"]))


def _nearness(rows: Sequence[Row], base: Base) -> Matrix:
    """[n, n]: how alike the prompts are, in [0, 1]."""
    words = [_words(row, base) for row in rows]
    return np.array([[jaccard(one, other) for other in words] for one in words])


def _replaced(rows: Sequence[Row], since: int, base: Base) -> frozenset[str]:
    """Ids of the edits and accepted replies older than age `since` that were asked for again, but
    for those that are pinned: the user says that they hold."""
    prompts = [_words(row, base) for row in rows if row.age <= since and row.kind == "edit"]
    least = least_alike(prompts)
    return frozenset(
        row.id
        for row in rows
        if row.age > since
        and not row.pinned
        and row.kind != "reject"
        and nearest(_words(row, base), prompts) >= least
    )


# The test


def _across(count: int, at: int) -> NDArray[np.bool_]:
    """[n, n]: the pairs with one row on either side."""
    side = np.arange(count) < at
    across: NDArray[np.bool_] = side[:, None] != side[None, :]
    return across


def _centred(values: Matrix) -> Matrix:
    """Without what a row or a column does to all others; the diagonal is left out and 0."""
    count = len(values)
    off = ~np.eye(count, dtype=bool)
    filled = np.where(off, values, 0.0)
    for _ in range(20):  # alternating projections: the diagonal makes one pass inexact
        filled -= np.where(off, filled.sum(1, keepdims=True) / (count - 1), 0.0)
        filled -= np.where(off, filled.sum(0, keepdims=True) / (count - 1), 0.0)
    return filled


def _best_split(centred: Matrix, only: int | None = None) -> tuple[int, float]:
    """(rows on the newer side, p) of the split with the greatest contrast between pairs within
    and pairs across; p by drawing the order of the rows by lot, with a fixed seed."""
    count = len(centred)
    splits = [only] if only is not None else list(range(SIDE, count - SIDE + 1))
    masks = np.array([_across(count, at).ravel() for at in splits], np.float64)
    masks /= -np.sqrt(masks.sum(axis=1, keepdims=True))  # so that large sides have no advantage
    seen = masks @ centred.ravel()
    draw = np.random.default_rng(0)
    orders = np.array([draw.permutation(count) for _ in range(DRAWS)])
    drawn = centred[orders[:, :, None], orders[:, None, :]].reshape(DRAWS, -1) @ masks.T
    beaten = int((drawn.max(axis=1) >= seen.max()).sum())
    return splits[int(seen.argmax())], (1 + beaten) / (1 + DRAWS)
