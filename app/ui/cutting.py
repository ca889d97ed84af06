"""Cuts what is long into pieces that the window can lay out within a frame. Pure: no Qt.

A text is cut at its lines, a list at its items, a table between its rows, a paragraph at its lines
and sentences. What grows at its end is always cut in the same places, so that pieces which are
done stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from markdown_it.token import Token

PROSE_CHARACTERS = 4000  # of a piece
ROWS = 12  # of a table, in a piece
BREAK = 40  # what a new line costs, in characters
_BREAKS = ("softbreak", "hardbreak")
_LISTS = ("bullet_list_open", "ordered_list_open")
_ENDS = (". ", "! ", "? ", " ")  # where a line is best cut, the best first


def lines(text: str, most: int = PROSE_CHARACTERS) -> list[str]:
    """Pieces of so many characters at most. Between them stood a line break, which is left out, or
    nothing where a line itself had to be cut."""
    pieces: list[str] = []
    start = 0
    while len(text) - start > most:
        end = text.rfind("\n", start, start + most)
        if end > start:
            pieces.append(text[start:end])
            start = end + 1
        else:
            end = _cut(text, start, start + most)
            pieces.append(text[start:end])
            start = end
    return [*pieces, text[start:]]


def blocks(tokens: Sequence[Token], level: int = 0) -> list[list[Token]]:
    """The tokens of each block of that level."""
    found: list[list[Token]] = []
    current: list[Token] = []
    for token in tokens:
        current.append(token)
        if token.level == level and token.nesting <= 0:
            found.append(current)
            current = []
    return found


def size(tokens: Iterable[Token]) -> int:
    return sum(len(token.content) for token in tokens)


def pieces(block: list[Token]) -> Iterator[list[Token]]:
    """A paragraph or a list as several, where it is long."""
    if size(block) <= PROSE_CHARACTERS:
        yield block
    elif block[0].type in _LISTS:
        yield from _lists(block)
    elif block[0].type == "paragraph_open":
        for children in _lines_of(block[1].children or []):
            yield [block[0], replace(block[1], children=children), block[2]]
    else:
        yield block


def rows(table: list[Token]) -> list[list[Token]]:
    """The rows of a table in pieces, the heading in the first of them."""
    starts = [at for at, token in enumerate(table) if token.type == "tr_open"]
    cuts = [0, *starts[1 + ROWS :: ROWS]]
    ends = [*cuts[1:], len(table)]
    return [table[start:end] for start, end in zip(cuts, ends, strict=True)]


def shares(table: list[Token]) -> list[int]:
    """How much of the width each column of a long table gets, of a hundred, so that its pieces
    stand in line: by the rows of the first piece, which do not change any more."""
    cells: list[list[int]] = []
    for token in rows(table)[0]:
        if token.type == "tr_open":
            cells.append([])
        elif token.type == "inline":
            cells[-1].append(len(token.content))
    wanted = [min(40, max(4, *column)) for column in zip(*cells, strict=True)]
    edges = [0, *(round(100 * end / sum(wanted)) for end in accumulate(wanted))]
    return [end - start for start, end in pairwise(edges)]


def _lists(block: list[Token]) -> Iterator[list[Token]]:
    """Each goes on with the number of the one before."""
    opening, closing = block[0], block[-1]
    number = int(opening.attrGet("start") or 1)
    group: list[Token] = []
    items = characters = 0
    for item in blocks(block[1:-1], opening.level + 1):
        if group and characters + size(item) > PROSE_CHARACTERS:
            yield [opening, *group, closing]
            number, group, items, characters = number + items, [], 0, 0
            opening = replace(opening, attrs=dict(opening.attrs))
            if opening.type == "ordered_list_open":
                opening.attrSet("start", str(number))
        group += item
        items += 1
        characters += size(item)
    yield [opening, *group, closing]


def _lines_of(children: Sequence[Token]) -> Iterator[list[Token]]:
    """What stands inside of emphasis or a link stays together."""
    line: list[Token] = []
    depth = characters = 0
    for child in _sentences(children):
        if depth == 0 and line and characters + len(child.content) > PROSE_CHARACTERS:
            yield line
            line, characters = [], 0
        if line or child.type not in _BREAKS:
            line.append(child)
        depth += child.nesting
        characters += BREAK if child.type in _BREAKS else len(child.content)
    if line:
        yield line


def _sentences(children: Sequence[Token]) -> Iterator[Token]:
    for child in children:
        if child.type == "text" and len(child.content) > PROSE_CHARACTERS // 4:
            for part in lines(child.content, PROSE_CHARACTERS // 4):
                yield replace(child, content=part)
        else:
            yield child


def _cut(text: str, start: int, end: int) -> int:
    """The best place between two to cut a line."""
    for sign in _ENDS:
        found = text.rfind(sign, start + (end - start) // 2, end)
        if found > 0:
            return found + len(sign)
    return end
