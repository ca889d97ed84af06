"""How close the model comes to what the user wanted, on replies that were never trained on.

A row is served in one of several ways (arms): with or without the context layer in its prompt,
with or without an adapter. Each arm is scored (NLL of the wanted text) and made to write (greedy,
otherwise as served), because the two say different things: how sure, and how much to change.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from adapters.characters import character_ranges
from adapters.control import Pace
from adapters.editcost import edit_cost
from adapters.examples import WITHDRAWN, Row
from adapters.runtime import Base
from adapters.writing import NOTHING, Written, greedy, write

UNTRUSTED = "untrusted"
_NOT_COUNTED = (UNTRUSTED, "placeholder", WITHDRAWN)
ROOM = 1.5
ROOM_TOKENS = 16
MOST_TOKENS = 400


@dataclass(frozen=True, slots=True)
class Case:
    """A held-out row as tokens. `counted[i]` belongs to `wanted_tokens[i]`: untrusted text, what
    stands for a secret and what the user has withdrawn do not count. `aim` is the wanted text
    without what was withdrawn. `given` is all text that a reply may rest on. `corrected` are the
    tokens of the reply that the user made the wanted text of; none where they accepted it."""

    id: str
    question: str
    prompt: tuple[int, ...]
    memory_prompt: tuple[int, ...]
    wanted: str
    aim: str
    wanted_tokens: tuple[int, ...]
    counted: tuple[bool, ...]
    given: str
    reply: str = ""
    corrected: tuple[int, ...] = ()

    @property
    def limit(self) -> int:
        """How many tokens a reply may have: half as many again as the wanted one, and a margin."""
        return min(math.ceil(ROOM * len(self.wanted_tokens)) + ROOM_TOKENS, MOST_TOKENS)


@dataclass(frozen=True, slots=True)
class Served:
    """One arm: a value for each case, in the order of the cases."""

    edit_cost: tuple[float, ...]
    nll: tuple[float, ...]
    written: tuple[Written, ...]

    @property
    def sound(self) -> bool:
        """False when the model gave numbers that are none."""
        return all(math.isfinite(value) for value in self.nll)


def cases_of(rows: Sequence[Row], base: Base) -> list[Case]:
    """The held-out rows that are to be asked about and fit into the context, sorted by id."""
    cases = [_case(row, base) for row in sorted(asked_about(rows), key=lambda row: row.id)]
    return [case for case in cases if _fits(case, base) and any(case.counted)]


def asked_about(rows: Sequence[Row]) -> list[Row]:
    """The held-out rows that say what is wanted, and how it would be asked with memories.

    None is left out for what it says: of labels by lot those would remain that agree, and a coin
    that is thrown until it suits is none.
    """
    return [row for row in rows if row.held_out and row.memory_prompt and wanted_text(row).strip()]


def wanted_text(row: Row) -> str:
    """What the user made of the reply, or the reply itself where it was accepted; else empty."""
    if row.kind == "edit":
        return row.edited or ""
    return row.reply if row.kind == "accept" else ""


def serve(base: Base, cases: Sequence[Case], pace: Pace, *, memory: bool) -> Served:
    """All cases with whatever adapter is attached. `pace.step` is called after each case.

    A case whose score is not a number is not generated from: sampling would be undefined.
    """
    costs, scores, replies = [], [], []
    for case in cases:
        prompt = case.memory_prompt if memory else case.prompt
        score = _nll(base, case, prompt)
        broken = not math.isfinite(score)
        reply = NOTHING
        if not broken:
            reply = write(base, prompt, greedy(case.limit), pace.checkpoint)
        scores.append(score)
        costs.append(math.nan if broken else edit_cost(reply.text, case.aim))
        replies.append(reply)
        pace.step()
    return Served(tuple(costs), tuple(scores), tuple(replies))


def elsewhere(
    base: Base, cases: Sequence[Case], general: Sequence[Sequence[int]], pace: Pace
) -> tuple[float, ...]:
    """NLL of each case's wanted text after the next case's prompt instead of its own: how much the
    model, with whatever is attached, listens to what it is asked.

    Who makes the same text of different replies wants it after the next prompt, too, which would
    measure nothing: there a prompt of `general` (tokens), which is about nothing of theirs, stands
    in. Where such a prompt and the text are more than the context holds, the text's own prompt
    does: nothing is gained there.
    """
    scores = []
    for number, (case, other) in enumerate(zip(cases, [*cases[1:], *cases[:1]], strict=True)):
        pace.checkpoint()
        prompt = other.prompt
        if general and case.wanted == other.wanted and case.reply != other.reply:
            prompt = tuple(general[number % len(general)])
        fits = len(prompt) + len(case.wanted_tokens) <= base.info.n_ctx
        scores.append(_nll(base, case, prompt if fits else case.prompt))
    return tuple(scores)


def leaning(
    base: Base, cases: Sequence[Case], nll: Sequence[float], pace: Pace
) -> tuple[float, ...]:
    """For each correction among `cases`: by how many nats the model, with whatever is attached,
    prefers what the user made of a reply to that reply. `nll` are the wanted texts' in nats per
    token, as `serve` found them.

    Sums and not means: what the two texts share cancels out, however long they are.
    """
    found = []
    for case, mean in zip(cases, nll, strict=True):
        if not case.corrected or len(case.prompt) + len(case.corrected) > base.info.n_ctx:
            continue
        pace.checkpoint()
        scores = base.score([*case.prompt, *case.corrected], len(case.prompt))
        found.append(-mean * sum(case.counted) - math.fsum(map(float, scores)))
    return tuple(found)


def untrusted_texts(row: Row) -> list[str]:
    """The stretches of a row's edited text that nobody vouches for."""
    text = row.edited or ""
    return [text[span.start : span.end] for span in row.spans if span.provenance == UNTRUSTED]


def _without(row: Row, wanted: str, provenance: str) -> str:
    gone = {
        place
        for span in row.spans
        if span.provenance == provenance
        for place in range(span.start, span.end)
    }
    return "".join(letter for place, letter in enumerate(wanted) if place not in gone)


def _case(row: Row, base: Base) -> Case:
    wanted = wanted_text(row)
    aim = _without(row, wanted, WITHDRAWN)
    tokens = base.plain_tokens(wanted)
    with_memory = row.memory_prompt or row.prompt
    turns = [turn["content"] for turn in (*row.prompt, *with_memory)]
    return Case(
        id=row.id,
        question=row.prompt[-1]["content"] if row.prompt else "",
        prompt=tuple(base.prompt_tokens(row.prompt)),
        memory_prompt=tuple(base.prompt_tokens(with_memory)),
        wanted=wanted,
        aim=aim,
        wanted_tokens=(*tokens, base.end_token),
        counted=(*_trusted(row, wanted, tokens, base), True),
        given="\n".join([*turns, _without_untrusted(row, wanted)]),
        reply=row.reply,
        corrected=_corrected(row, aim, base),
    )


def _corrected(row: Row, aim: str, base: Base) -> tuple[int, ...]:
    """None where nothing was corrected but by what was withdrawn since."""
    if row.reply.strip() in {"", aim.strip()}:
        return ()
    return (*base.plain_tokens(row.reply), base.end_token)


def _trusted(row: Row, wanted: str, tokens: Sequence[int], base: Base) -> list[bool]:
    doubtful = [span for span in row.spans if span.provenance in _NOT_COUNTED]
    if not doubtful:
        return [True] * len(tokens)
    return [
        not any(span.start < end and start < span.end for span in doubtful)
        for start, end in character_ranges(wanted, tokens, base)
    ]


def _without_untrusted(row: Row, wanted: str) -> str:
    for text in untrusted_texts(row):
        wanted = wanted.replace(text, "\n")
    return wanted


def _fits(case: Case, base: Base) -> bool:
    longest = max(len(case.prompt), len(case.memory_prompt))
    return longest + max(len(case.wanted_tokens), case.limit) < base.info.n_ctx


def _nll(base: Base, case: Case, prompt: Sequence[int]) -> float:
    """Nats per counted token of the wanted text and its end."""
    scores = base.score([*prompt, *case.wanted_tokens], len(prompt))
    counted = [float(s) for s, counts in zip(scores, case.counted, strict=True) if counts]
    return -math.fsum(counted) / len(counted)
