"""Finds formulas in Markdown: `$…$`, `$$…$$`, `\\(…\\)` and `\\[…\\]`. Pure: no Qt.

A price stays a price: a dollar sign opens a formula only where a word could begin and closes it
only where a word could end, and an amount of money is no formula unless it calculates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

INLINE_LONGEST = 400  # characters between two dollar signs
LONGEST = 4000
MOST_LINES = 60
_CALCULATES = re.compile(r"[\\^_=+<>{}*]")
_TERM = re.compile(r"[\d.,]*\d[A-Za-z]*\Z")  # 4ac
_FENCES = {"$$": "$$", "\\[": "\\]", "\\(": "\\)"}
_WIDE = ("$$", "\\[")


def math_plugin(parser: MarkdownIt) -> None:
    """Tokens `math` (in a line) and `math_block`, with the formula as their content."""
    parser.inline.ruler.before("escape", "math", _inline)
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "math_block", _block, {"alt": interrupts})


def _inline(state: StateInline, silent: bool) -> bool:
    opening = state.src[state.pos : state.pos + 2]
    if opening in _FENCES:
        closing = _FENCES[opening]
        end = state.src.find(closing, state.pos + 2, state.pos + 2 + LONGEST)
        return _found(state, opening, end, silent)
    if opening.startswith("$"):
        return _found(state, "$", _closing_dollar(state.src, state.pos), silent)
    return False


def _found(state: StateInline, opening: str, end: int, silent: bool) -> bool:
    content = state.src[state.pos + len(opening) : end].strip() if end > 0 else ""
    if not content:
        return False
    if not silent:
        token = state.push("math", "math", 0)
        token.content = content
        token.markup = opening
    state.pos = end + len(opening)
    return True


def _closing_dollar(text: str, start: int) -> int:
    """Where the dollar sign is that closes the one at `start`; -1: it is not a formula."""
    first = text[start + 1 : start + 2]
    if not first or first.isspace() or first == "$" or text[:start][-1:].isalnum():
        return -1
    end = text.find("$", start + 1, start + 1 + INLINE_LONGEST)
    while end > 0 and text[end - 1] == "\\":
        end = text.find("$", end + 1, start + 1 + INLINE_LONGEST)
    if end < 0 or text[end - 1].isspace() or text[end + 1 : end + 2].isalnum():
        return -1
    content = text[start + 1 : end]
    if first.isdigit() and not (_CALCULATES.search(content) or _TERM.match(content)):
        return -1
    return end


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A formula on lines of its own. One whose first line is only its sign may still be open at the
    end of the text: it is being written. A blank line before its end says that it is none."""
    first = _line(state, start)
    opening = first[:2]
    if opening not in _WIDE or first[2:3] == "$" or state.is_code_block(start):
        return False
    found = _lines_up_to(state, start, min(end, start + MOST_LINES), _FENCES[opening])
    if found is None or not found.content:
        return False
    if silent and state.parentType not in ("paragraph", "reference") and found.after > start + 1:
        return False  # a table or a quote is over by what is seen, not by what is still to come
    if silent:
        return True
    content, after = found.content, found.after
    token = state.push("math_block", "math", 0)
    token.block = True
    token.content = content
    token.map = [start, after]
    token.meta["open"] = found.is_open
    state.line = after
    return True


@dataclass(frozen=True, slots=True)
class _Lines:
    """What stands before a closing sign, and the line after it. `is_open`: the sign is still to
    come, and what comes instead may yet say that it is text, of the paragraph before it."""

    content: str
    after: int
    is_open: bool = False


def _lines_up_to(state: StateBlock, start: int, end: int, closing: str) -> _Lines | None:
    """None: `closing` does not come, or does not end its line."""
    parts: list[str] = []
    for number in range(start, end):
        text = _line(state, number)
        if state.sCount[number] < state.blkIndent or not (text or _goes_on(state, number)):
            return None
        text = text[2:] if number == start else text
        before, closed, rest = text.partition(closing)
        parts.append(before.strip())
        if closed:
            content = "\n".join(parts).strip()
            return _Lines(content, number + 1) if not rest.strip() else None
    still_open = not parts[0] and state.level == 0 and end == state.lineMax
    return _Lines("\n".join(parts).strip(), end, is_open=True) if still_open else None


def _goes_on(state: StateBlock, number: int) -> bool:
    """Whether a line that is blank so far is still being written."""
    return number == state.lineMax - 1 and not state.src.endswith("\n")


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].strip()
