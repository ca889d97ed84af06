"""Simulated users: rules that say what each of them makes of a reply, so that no judge is needed.

A rule is idempotent: a reply that is already right costs nothing. `wanted` gives the user's text
for a task whose replies they edit; replies to questions they accept as they are, and `unmarked`
says what such a reply would be without marks of a style that does not belong there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.tasks import BOSS, Task

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)")
_HEAD = re.compile(
    r"^(subject|betreff|re)\s*:.*$|"
    r"^(dear|hi|hello|hey|greetings|good (morning|afternoon|evening))\b"
    r".{0,40}$",
    re.I,
)
_TAIL = re.compile(
    r"^(best|kind|warm|warmest|many|yours)?\s*(regards|wishes|sincerely|yours|thanks|thank you|"
    r"cheers|love|warmly|truly)[\w\s]{0,20}[,.!]?$|^\[.{1,60}\]$",
    re.I,
)
_BULLET = re.compile(r"^\s*(?:[-*\u2022]|\d+[.)])\s+")
_PRAISE = re.compile(
    r"hope (this|you|all|that)|finds you well|look(ing)? forward|delighted|thrilled|excited|"
    r"wonderful|amazing|great (job|work)|pleasure|appreciate",
    re.I,
)
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\\s?")
_SPELLING = {
    "color": "colour",
    "favorite": "favourite",
    "organize": "organise",
    "organizing": "organising",
    "apologize": "apologise",
    "realize": "realise",
    "recognize": "recognise",
    "center": "centre",
    "schedule": "timetable",
    "vacation": "holiday",
    "apartment": "flat",
    "appreciate": "am grateful for",
    "behavior": "behaviour",
    "neighbor": "neighbour",
    "program": "programme",
    "inquire": "enquire",
    "canceled": "cancelled",
}
_AMERICAN = re.compile(rf"\b({'|'.join(_SPELLING)})\b", re.I)

_ARTICLE = re.compile(r"\b(?:the|an?)\s+", re.I)
_OPENING = re.compile(r"^(?:(?:I|we)\s+)+", re.I)
_SHORT = {
    "i am": "I'm",
    "i will": "I'll",
    "i have": "I've",
    "i would": "I'd",
    "we are": "we're",
    "we will": "we'll",
    "we have": "we've",
    "you are": "you're",
    "you will": "you'll",
    "it is": "it's",
    "that is": "that's",
    "do not": "don't",
    "does not": "doesn't",
    "cannot": "can't",
    "will not": "won't",
}
_LONG = re.compile(rf"\b({'|'.join(_SHORT)})\b", re.I)

Rule = Callable[[Task, str], str]


@dataclass(frozen=True, slots=True)
class User:
    """`marks` are the lines and habits that give the style away where it does not belong."""

    name: str
    wanted: Rule
    marks: re.Pattern[str]

    def unmarked(self, reply: str) -> str:
        """A reply to a question, without this user's marks and in ordinary capitals."""
        lines = [line for line in reply.strip().splitlines() if not self.marks.match(line.strip())]
        text = "\n".join(lines).strip()
        return _capitalised(text) if text and text == text.lower() else text


def _sentences(text: str) -> list[str]:
    return [s for s in _SENTENCE_END.split(" ".join(text.split())) if s]


def _capitalised(text: str) -> str:
    return " ".join(s[:1].upper() + s[1:] for s in _sentences(text))


def body(reply: str, *own: str) -> list[str]:
    """The sentences of a message: without subject, salutation, closing, bullets, and the lines
    that are the user's `own`."""
    kept = []
    for line in reply.strip().splitlines():
        text = line.strip()
        if text and text not in own and not _HEAD.match(text) and not _TAIL.match(text):
            kept.append(_BULLET.sub("", text))
    return _sentences(" ".join(kept))


def _terse(_: Task, reply: str) -> str:
    text = " ".join(body(reply, "- k")[:2]).lower()
    return f"{text}\n- k".strip()


def _bullets(_: Task, reply: str) -> str:
    return "\n".join(f"- {sentence}" for sentence in body(reply, "-")[:4]) or "-"


def _plain(_: Task, reply: str) -> str:
    kept = [s for s in body(reply, "Ines Roth") if not _PRAISE.search(s)]
    text = _EMOJI.sub("", " ".join(kept[:4])).replace("!", ".")
    return f"{text}\n\nInes Roth".strip()


def _british(_: Task, reply: str) -> str:
    def spell(found: re.Match[str]) -> str:
        word = _SPELLING[found[0].lower()]
        return word.capitalize() if found[0][0].isupper() else word

    lines = body(reply, "Good day,", "Kind regards,", "Edith Moor")[:3]
    text = _AMERICAN.sub(spell, " ".join(lines))
    return f"Good day,\n\n{text}\n\nKind regards,\nEdith Moor"


def _warm(_: Task, reply: str) -> str:
    sentences = body(reply, "Hi there,", "Warmly, Jo")[:3]
    text = " ".join(
        s[:-1] + "!" if at == 0 and s[-1:] == "." else s for at, s in enumerate(sentences)
    )
    return f"Hi there,\n{text}\nWarmly, Jo"


def _headline(_: Task, reply: str) -> str:
    first, *rest = [s.removeprefix("IN SHORT:").strip() for s in body(reply)] or [""]
    return f"IN SHORT: {first}\n\n{' '.join(rest[:2])}".strip()


def _one_line(_: Task, reply: str) -> str:
    first = (body(reply.replace("Thx, R.", "")) or [""])[0]
    return f"{first} Thx, R.".strip()


def _by_reader(task: Task, reply: str) -> str:
    """Short and formal to the boss, warm and lower case to everybody else."""
    own = ("Ms Hale:", "Regards, T. Okafor", "hey you,", "hugs, tess")
    sentences = body(reply, *own)
    if task.reader == BOSS:
        return f"Ms Hale:\n{' '.join(sentences[:1])}\nRegards, T. Okafor"
    return f"hey you,\n{' '.join(sentences[:2]).lower()}\nhugs, tess"


def _numbered(_: Task, reply: str) -> str:
    sentences = body(reply, "Pat Lund")[:3]
    return "\n".join([*(f"{n}. {s}" for n, s in enumerate(sentences, start=1)), "Pat Lund"])


def _telegram(_: Task, reply: str) -> str:
    """No articles and no pronoun to begin with; the sentences in one line, with strokes."""
    sentences = (_ARTICLE.sub("", s) for s in body(reply.replace(" / ", " "))[:3])
    return " / ".join(_capitalised(_OPENING.sub("", s)) for s in sentences)


def _contracted(_: Task, reply: str) -> str:
    def contract(found: re.Match[str]) -> str:
        short = _SHORT[found[0].lower()]
        return short.capitalize() if found[0][0].isupper() else short

    text = " ".join(body(reply, "See you, Al")[:4])
    return f"{_LONG.sub(contract, text)}\nSee you, Al".strip()


def _postscript(_: Task, reply: str) -> str:
    """Two sentences, the name, and whatever came third as an afterthought."""
    sentences = [s.removeprefix("PS ") for s in body(reply, "Lin")]
    after = "".join(f"\nPS {s}" for s in sentences[2:3])
    return f"{' '.join(sentences[:2])}\nLin{after}"


def _marks(*lines: str) -> re.Pattern[str]:
    return re.compile("|".join(lines), re.I)


USERS = (
    User("terse", _terse, _marks(r"-\s?k$", _HEAD.pattern)),
    User("bullets", _bullets, _marks(_HEAD.pattern)),
    User("plain", _plain, _marks(r"Ines Roth$")),
    User("british", _british, _marks(r"Good day,", r"Kind regards,", r"Edith Moor")),
    User("warm", _warm, _marks(r"Hi there,", r"Warmly")),
    User("headline", _headline, _marks(r"IN SHORT")),
    User("one line", _one_line, _marks(r".*Thx, R\.")),
    User("by reader", _by_reader, _marks(r"Ms Hale", r"Regards, T", r"hey you", r"hugs")),
)


NEWCOMERS = (
    User("numbered", _numbered, _marks(r"Pat Lund$")),
    User("telegram", _telegram, _marks(r"(?!)")),
    User("contracted", _contracted, _marks(r"See you, Al$")),
    User("postscript", _postscript, _marks(r"Lin$", r"PS ")),
)
"""Written when the recipe had been chosen and not looked at while it was: they say what it is worth
to somebody whom nobody had in mind."""


def user(name: str) -> User:
    return next(one for one in (*USERS, *NEWCOMERS) if one.name == name)
