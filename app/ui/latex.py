# ruff: noqa: RUF001  (the signs of mathematics are meant)
"""LaTeX formulas as plain Unicode: `\\frac{a+b}{2}` is `(a+b)/2`, `x_i^2` is `xᵢ²`. Pure: no Qt.

The result is text, so what is selected and copied reads as what is seen. Grouping is never lost:
parentheses are put where a flat line would say something else. A command that is not known stays
as it was written, and so does a formula that is broken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from app.ui.latexsymbols import (
    ACCENTS,
    BLACKBOARD,
    DELIMITERS,
    FUNCTIONS,
    IGNORED,
    SCRIPT_DOWN,
    SCRIPT_UP,
    SYMBOLS,
    WORDS,
)

LONGEST = 4000  # characters; a longer formula is shown as its source
DEEPEST = 24
TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_FRACTIONS = ("frac", "dfrac", "tfrac", "cfrac")
_CHOICES = ("binom", "dbinom", "tbinom")
_SIGNS = {"'": "′", "~": " ", "&": " ", "-": "−"}
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_FENCES = {
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "vmatrix": ("|", "|"),
    "matrix": ("[", "]"),
}
_SIZES = re.compile(r"(?:left|right|middle|[bB]igg?[lrm]?)\Z")


class _Unreadable(Exception):
    """A formula that does not close what it opens, or is nested deeper than a person can read."""


def to_unicode(source: str) -> str:
    """One formula, without its dollar signs. A line break in it (`\\\\`) is kept."""
    if len(source) > LONGEST:
        return source
    try:
        text = _Formula(source).items()
    except _Unreadable:
        return source
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


class _Formula:
    """Reads tokens from left to right; each method returns the text of what it read."""

    def __init__(self, source: str) -> None:
        self._tokens = TOKEN.findall(source)
        self._at = 0
        self._depth = 0
        self._said = ""  # what stands right before the present token

    def items(self, stop: str | None = None) -> str:
        """All up to the token `stop`, which is taken too."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise _Unreadable
        text = ""
        while (token := self._take()) is not None and token != stop:
            self._said = text
            text += self._item(token)
        if token != stop:
            raise _Unreadable
        self._depth -= 1
        return text

    def _item(self, token: str) -> str:
        if token == "{":  # noqa: S105  (a token of TeX)
            return self.items("}")
        if token in ("^", "_"):
            return self._script(token)
        if token.startswith("\\") and len(token) > 1:
            return self._command(token[1:])
        return " " if token.isspace() else _SIGNS.get(token, token)

    def _command(self, name: str) -> str:
        bare = name.rstrip("*")
        read = _READERS.get(bare) or (_Formula.delimiter if _SIZES.match(bare) else None)
        return read(self, bare) if read else self._symbol(name)

    def accented(self, name: str) -> str:
        marked = "".join(letter + ACCENTS[name] for letter in self._argument())
        return unicodedata.normalize("NFC", marked)

    def lettered(self, name: str) -> str:
        return "".join(BLACKBOARD[name].get(letter, letter) for letter in self._argument())

    def choice(self, _: str) -> str:
        return f"({self._argument()} choose {self._argument()})"

    def _symbol(self, name: str) -> str:
        if name in SYMBOLS:
            return SYMBOLS[name]
        if name in FUNCTIONS:
            self._skip_space()
            return name + (" " if self._juxtaposed("{") else "")
        if name in IGNORED:
            return ""
        return "\\" + name + self._kept_groups()

    def _kept_groups(self) -> str:
        """The arguments of a command that is not known, with their braces."""
        text = ""
        while self._peek() == "{":
            self._take()
            text += "{" + self.items("}") + "}"
        return text

    def fraction(self, _: str) -> str:
        before = self._said
        above, below = self._argument(), self._argument()
        digits = above.isdigit() and below.isdigit()
        text = f"{_grouped(above)}{'⁄' if digits else '/'}{_grouped(below)}"
        touching = before[-1:].isalnum() or before[-1:] in (")", "]")
        return f"({text})" if touching or self._juxtaposed("{(^_") else text

    def root(self, _: str) -> str:
        degree = ""
        if self._peek() == "[":
            self._take()
            degree = self.items("]")
        inside = self._argument()
        sign = _ROOTS.get(degree) or (_raised(degree) or f"({degree})") + "√"
        alone = _is_atom(inside) and not self._juxtaposed("{^")
        return sign + (inside if alone else f"({inside})")

    def _script(self, sign: str) -> str:
        text = self._argument().replace(" ", "")
        table = SCRIPT_UP if sign == "^" else SCRIPT_DOWN
        if all(letter in table for letter in text):
            return "".join(table[letter] for letter in text)
        plain = len(text) == 1 or (sign == "_" and text.isalnum())
        return sign + (text if plain else f"({text})")

    def words(self, _: str) -> str:
        """The argument as it is written: its spaces count."""
        self._skip_space()
        if self._peek() != "{":
            return self._argument()
        self._take()
        return self.items("}")

    def environment(self, _: str) -> str:
        name = self._argument().rstrip("*")
        body = self._body(name)
        rows = [" ".join(row.split()) for row in body.split("\n")]
        rows = [row for row in rows if row]
        if name in _FENCES:
            opening, closing = _FENCES[name]
            return opening + "; ".join(rows) + closing
        return ("{ " if name == "cases" else "") + "\n".join(rows)

    def _body(self, name: str) -> str:
        """Up to the matching `\\end`; a column layout (`{cc}`) is left out."""
        if name in ("array", "tabular"):
            self._argument()
        text = self.items("\\end")
        self._argument()
        return text

    def delimiter(self, _: str) -> str:
        self._skip_space()
        sign = self._take() or "."
        return "" if sign == "." else DELIMITERS.get(sign.removeprefix("\\"), sign)

    def _argument(self) -> str:
        """The next group, or the next single token as TeX takes it."""
        self._skip_space()
        token = self._peek()
        if token is None or token in ("}", "&"):
            raise _Unreadable
        self._take()
        self._depth += 1
        if self._depth > DEEPEST:
            raise _Unreadable
        self._said = ""
        text = self._item(token).strip()
        self._depth -= 1
        return text

    def _juxtaposed(self, also: str) -> bool:
        """Whether something follows that would read as one with what was just said."""
        token = self._peek() or ""
        name = token[1:]
        if token.startswith("\\") and name.isalpha():
            return not _SIZES.match(name) and SYMBOLS.get(name, "x").isalpha()
        return token.isalnum() or (token != "" and token in also)

    def _skip_space(self) -> None:
        while (token := self._peek()) is not None and token.isspace():
            self._at += 1

    def _peek(self) -> str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self) -> str | None:
        token = self._peek()
        self._at += 1
        return token


_READERS: dict[str, Callable[[_Formula, str], str]] = {
    **dict.fromkeys(_FRACTIONS, _Formula.fraction),
    **dict.fromkeys(_CHOICES, _Formula.choice),
    **dict.fromkeys(WORDS, _Formula.words),
    **dict.fromkeys(ACCENTS, _Formula.accented),
    **dict.fromkeys(BLACKBOARD, _Formula.lettered),
    "sqrt": _Formula.root,
    "begin": _Formula.environment,
}


def _grouped(text: str) -> str:
    """In parentheses, unless it holds together without them."""
    closed = text.startswith("(") and text.endswith(")") and _one_pair(text)
    return text if _is_atom(text) or closed else f"({text})"


def _is_atom(text: str) -> bool:
    """A number, or one letter with its marks: `xᵢ²`."""
    marks = ("Lm", "No", "Mn")
    return text.isdecimal() or all(unicodedata.category(mark) in marks for mark in text[1:])


def _one_pair(text: str) -> bool:
    """Whether the first parenthesis is closed by the last character."""
    depth = 0
    for letter, following in pairwise(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and following:
            return False
    return True


def _raised(text: str) -> str:
    """As superscript, or empty where Unicode has none."""
    return "".join(SCRIPT_UP.get(letter, "") for letter in text) if text else ""
