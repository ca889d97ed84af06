"""Source code as coloured rich text (pygments), in the window's own colours. Pure: no Qt."""

from __future__ import annotations

import html

from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, String, _TokenType
from pygments.util import ClassNotFound

from app.ui.palette import Colours

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


def highlighted(code: str, language: str, colours: Colours) -> str:
    """`<pre>` with inline colours; plain when the language is not known."""
    try:
        lexer = get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        lexer = None
    if lexer is None or len(code) > LONGEST:
        return f"<pre>{html.escape(code)}</pre>"
    painted = (_span(text, _role(kind), colours) for kind, text in lexer.get_tokens(code))
    return f"<pre>{''.join(painted)}</pre>"


def _role(kind: _TokenType) -> str | None:
    for ancestor in reversed(kind.split()):
        if ancestor in _ROLES:
            return _ROLES[ancestor]
    return None


def _span(text: str, role: str | None, colours: Colours) -> str:
    if role is None:
        return html.escape(text)
    slant = "font-style:italic;" if role == "muted" else ""
    return f'<span style="color:{getattr(colours, role)};{slant}">{html.escape(text)}</span>'
