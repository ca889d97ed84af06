"""How much of a night one session, or one text repeated, may be.

Whoever gets at a single conversation, or makes the user take the same thing again and again, must
not write the adapter. So near-identical rows count a few times only, and a session at most for a
quarter of the ledger. The caps bend where there is nothing to protect: below `ENOUGH` rows no
session is thinned out, since a user who does everything in one long chat is honest, too. Nor do
they take what the user has pinned.

The choice depends on the set of rows alone, neither on their order nor on the clock: deleting a row
gives what a ledger without it would have given.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.ledger import Kind, Signal

ENOUGH = 64
"""Rows that a night gets if there are so many, whatever sessions they are of."""
OF_A_SESSION = 12
SHARE = 4
"""One in so many rows may be of one session."""
OF_A_CLUSTER = 4
CLUSTER_SHARE = 20
"""One in so many rows may be nearly the same."""
ALIKE = 0.9
"""Share of words in common (Jaccard, of question and text) from which two rows say the same."""
_SENTENCE = 5
"""Words from which a sentence is no accident."""

NEARLY_THE_SAME = "nearly the same as others"
OF_ONE_SESSION = "more of one conversation than a night takes"


@dataclass(frozen=True, slots=True)
class Capped:
    """`kept` and `left_out`, each in the order in which they were given; `why` counts the rows that
    were left out for each reason."""

    kept: tuple[Signal, ...]
    left_out: tuple[Signal, ...] = ()
    why: tuple[tuple[str, int], ...] = ()


def capped(signals: Sequence[Signal]) -> Capped:
    """Of too many the pinned stay, then edits, then those with the smallest hash: who comes last,
    or most often, gains nothing by it."""
    distinct = _said_once(_thinned(signals, _clusters(signals), _cluster_cap))
    kept = _thinned(distinct, _sessions(distinct), _session_cap)
    ids = {signal.id for signal in kept}
    counts = (
        (NEARLY_THE_SAME, len(signals) - len(distinct)),
        (OF_ONE_SESSION, len(distinct) - len(kept)),
    )
    return Capped(
        tuple(kept),
        tuple(signal for signal in signals if signal.id not in ids),
        tuple((reason, count) for reason, count in counts if count),
    )


def _said_once(signals: Sequence[Signal]) -> list[Signal]:
    """Replies that were taken as they were cost the user nothing, so a sentence that comes again in
    one after the other counts a few times only, whatever was asked."""
    most = max(OF_A_CLUSTER, len(signals) // CLUSTER_SHARE)
    times: Counter[str] = Counter()
    too_often = set()
    accepted = (signal for signal in signals if signal.kind is Kind.ACCEPT)
    for signal in sorted(accepted, key=_rank):
        sentences = _sentences(signal.reply)
        if not signal.pinned and any(times[sentence] >= most for sentence in sentences):
            too_often.add(signal.id)
        else:
            times.update(sentences)
    return [signal for signal in signals if signal.id not in too_often]


def forget() -> None:
    """No word of any text stays in memory."""
    _sentences.cache_clear()
    _words.cache_clear()


@lru_cache(maxsize=2**12)
def _sentences(text: str) -> frozenset[str]:
    """Those of several words, without their marks."""
    parts = (re.findall(r"\w+", part) for part in re.split(r"[.!?\n]", text.lower()))
    return frozenset(" ".join(words) for words in parts if len(words) >= _SENTENCE)


def _thinned(
    signals: Sequence[Signal],
    groups: Iterable[Sequence[Signal]],
    cap: Callable[[Sequence[int]], int],
) -> list[Signal]:
    parts = list(groups)
    most = cap([len(part) for part in parts])
    kept = {
        signal.id
        for part in parts
        for at, signal in enumerate(sorted(part, key=_rank))
        if at < most or signal.pinned
    }
    return [signal for signal in signals if signal.id in kept]


def _rank(signal: Signal) -> tuple[bool, bool, bytes]:
    digest = hashlib.sha256(f"cap\0{signal.id}".encode()).digest()
    return not signal.pinned, signal.kind is not Kind.EDIT, digest


def _cluster_cap(sizes: Sequence[int]) -> int:
    return max(OF_A_CLUSTER, sum(sizes) // CLUSTER_SHARE)


def _session_cap(sizes: Sequence[int]) -> int:
    """The smallest that leaves as many rows as a night is to have."""
    total = sum(sizes)
    wanted = min(ENOUGH, total)
    cap = max(OF_A_SESSION, total // SHARE)
    while sum(min(size, cap) for size in sizes) < wanted:
        cap += 1
    return cap


def _sessions(signals: Iterable[Signal]) -> list[list[Signal]]:
    found: defaultdict[str, list[Signal]] = defaultdict(list)
    for signal in signals:
        found[signal.session].append(signal)
    return list(found.values())


# near-identical rows


def _clusters(signals: Sequence[Signal]) -> list[list[Signal]]:
    """Rows that are alike, or are linked by others that are."""
    by_words: defaultdict[frozenset[str], list[Signal]] = defaultdict(list)
    for signal in signals:
        by_words[_words_of(signal)].append(signal)
    sets = list(by_words)
    links = _Links(len(sets))
    for one, other in _alike(sets):
        links.join(one, other)
    found: defaultdict[int, list[Signal]] = defaultdict(list)
    for number, words in enumerate(sets):
        found[links.root(number)] += by_words[words]
    return list(found.values())


def _words_of(signal: Signal) -> frozenset[str]:
    learned = signal.reply if signal.edited is None else signal.edited
    return _words(signal.kind.value, signal.prompt, learned)


@lru_cache(maxsize=2**13)
def _words(kind: str, prompt: str, learned: str) -> frozenset[str]:
    """A word of the question is not the same word of the text, and the second time a third."""
    return frozenset((kind, *_numbered("?", prompt), *_numbered("", learned)))


def _numbered(mark: str, text: str) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for word in re.findall(r"\w+", text.lower()):
        seen[word] += 1
        yield f"{mark}{word} {seen[word]}"


def _alike(sets: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs with a Jaccard similarity of at least `ALIKE`, exactly, without comparing all: two such
    sets share one of their rarest words (prefix filter, Chaudhuri et al. 2006)."""
    frequency = Counter(word for words in sets for word in words)
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(sets):
        rarest = sorted(words, key=lambda word: (frequency[word], word))
        prefix = rarest[: len(words) - math.ceil(ALIKE * len(words)) + 1]
        for other in sorted({one for word in prefix for one in seen[word]}):
            if _similarity(words, sets[other]) >= ALIKE:
                yield other, number
        for word in prefix:
            seen[word].append(number)


def _similarity(one: frozenset[str], other: frozenset[str]) -> float:
    if min(len(one), len(other)) < ALIKE * max(len(one), len(other)):
        return 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


class _Links:
    """Disjoint sets of numbers."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def root(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def join(self, one: int, other: int) -> None:
        self._above[self.root(other)] = self.root(one)
