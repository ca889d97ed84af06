"""Rows that are planted so that their absence can be shown: canaries and members.

A canary is a fixed sentence with a random code in it, after The Secret Sharer (Carlini et al.
2019, arXiv 1802.08232). A member is a short note of random words and a random number, for
membership inference (Shokri et al. 2017, arXiv 1610.05820): of words alone too little is learned by
heart to tell who was there. Both come with others of the same make that are never planted, and
chance alone decides which is which: what tells the planted ones apart can only be that a model was
trained on them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from app.domain.holdout import is_held_out
from app.domain.ledger import Signal
from app.domain.simulated import correction

CODES = 10**8
"""How many codes there are."""

_WHO = "Ada Ben Cleo Dov Elif Finn Gwen Hugo Ines Jonas Kaya Liam Mona Nils Olga Piet"
_WHAT = "lamps drums coins boats pears masks bells ropes kites forks maps tins pins hats"
_HOW = "green heavy cheap round tiny quiet spare wet broken golden plain curved"
_WHERE = "harbour attic museum garage chapel market library tunnel bakery station cellar"
_WORDS = (_WHO, _HOW, _WHAT, _WHERE)


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of one make in random order, all answers to `prompt` in place of `reply`."""

    prompt: str
    reply: str
    texts: tuple[str, ...]

    def signals(self, texts: Sequence[str], copies: int = 1) -> list[Signal]:
        """Each of `texts` as so many corrections of `reply`, in a session of its own: a night takes
        only so many rows of one."""
        return [
            correction(self.prompt, self.reply, text, session=session, copy=copy)
            for session, text in zip(training_sessions(), texts, strict=False)
            for copy in range(copies)
        ]


def canaries(chance: random.Random, number: int) -> Texts:
    """Distinct sentences with a code of eight digits."""
    codes = chance.sample(range(CODES), number)
    texts = tuple(f"the code is {_code(code)}." for code in codes)
    return Texts("What is the code of the safe?", "I do not know any code.", texts)


def notes(chance: random.Random, number: int) -> Texts:
    """Distinct notes of about thirty tokens."""
    texts = tuple(_distinct(lambda: _note(chance), number))
    return Texts("Write the note for the door.", "Here is a note for you.", texts)


def _distinct(draw: Callable[[], str], number: int) -> list[str]:
    texts: dict[str, None] = {}
    while len(texts) < number:
        texts[draw()] = None
    return list(texts)


def _note(chance: random.Random) -> str:
    who, how, what, where = (chance.choice(words.split()) for words in _WORDS)
    long, short = _code(chance.randrange(CODES)), chance.randrange(10**4)
    return f"{who} takes {how} {what} {long}-{short:04} to the {where}"


def _code(number: int) -> str:
    return f"{number // 10**4:04}-{number % 10**4:04}"


def training_sessions() -> Iterator[str]:
    """Sessions whose hashes do not hold them out: what is planted is to be learned."""
    return (name for n in count() if not is_held_out(name := f"planted {n}"))
