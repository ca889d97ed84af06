"""What is coloured in source code (pygments), and in which role of the palette. Pure: no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, String, _TokenType
from pygments.util import ClassNotFound

LONGEST = 16_000  # characters; longer code is shown plain rather than late
_ROLES = {
    Comment: "muted",
    Keyword: "accent",
    Operator.Word: "accent",
    Name.Tag: "accent",
    Name.Decorator: "warn",
    Name.Builtin: "warn",
    Name.Function: "accent",
    Name.Class: "warn",
    Number: "warn",
    String: "good",
    Generic.Deleted: "danger",
    Generic.Inserted: "good",
}


COMMON = ("python", "bash", "javascript", "typescript", "json", "html", "css", "sql", "yaml", "c++")


def prepare() -> None:
    """Makes the first code of a session as quick as the next: off the UI thread, at the start."""
    for language in COMMON:
        for _ in get_lexer_by_name(language).get_tokens(" "):
            pass


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one role; none: they are not coloured."""

    text: str
    role: str | None

    @property
    def slanted(self) -> bool:
        return self.role == "muted"


def runs(code: str, language: str) -> Iterator[Run]:
    """All of the code in order, read as it is asked for; one run when the language is not known."""
    try:
        lexer = get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        lexer = None
    if lexer is None or len(code) > LONGEST or code.startswith("\ufeff"):
        yield Run(code, None)
        return
    for kind, text in lexer.get_tokens(code):
        yield Run(text, _role(kind))


def _role(kind: _TokenType) -> str | None:
    for ancestor in reversed(kind.split()):
        if ancestor in _ROLES:
            return _ROLES[ancestor]
    return None
