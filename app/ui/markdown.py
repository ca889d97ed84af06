"""Model text to segments that a view can show. Pure: no Qt, and the text is not trusted.

HTML in the text stays text, pictures are named and never loaded, links keep only addresses that
a person may be asked about, and what would hide or reorder text is left out. Fenced code, tables
and quotes outside of lists become segments of their own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from app.ui.latex import to_unicode
from app.ui.mathrule import math_plugin

SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s\"'<>]+\Z", re.IGNORECASE)
LIST_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])\s")
OTHER_BLOCK = re.compile(r"```|~~~|#{1,6}\s|[>|]|\$\$|\\\[")
TASK = re.compile(r"\[([ xX])\]\s+")
PROSE_CHARACTERS = 4000  # a longer text is laid out in pieces, so that none costs a frame
# Terminal escapes, other control characters, and those that turn the direction of what follows.
_HIDDEN = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, slots=True)
class Prose:
    html: str


@dataclass(frozen=True, slots=True)
class Code:
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    html: str
    columns: int


@dataclass(frozen=True, slots=True)
class Quote:
    html: str


Segment = Prose | Code | Table | Quote


class _Renderer(RendererHTML):
    """Writes the HTML subset of Qt's text engine."""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        alt = self.renderInlineAsText(tokens[idx].children or [], options, env)
        return f"<i>[picture: {html.escape(alt or 'no description')}]</i>"

    def link_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        href = str(tokens[idx].attrGet("href") or "")
        return f'<a href="{html.escape(href)}">' if SAFE_LINK.match(href) else "<span>"

    def link_close(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        opening = _opening_link(tokens, idx)
        return "</a>" if SAFE_LINK.match(opening) else "</span>"

    def table_open(self, *_: Any) -> str:
        return '<table border="1" cellspacing="0" cellpadding="7">'

    def th_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<th align="{_alignment(tokens[idx])}">'

    def td_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<td align="{_alignment(tokens[idx])}">'

    def heading_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<p class="heading {tokens[idx].tag}">'  # Qt gives h1 to h6 sizes of its own

    def heading_close(self, *_: Any) -> str:
        return "</p>\n"

    def math(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<span class="math">{_formula(tokens[idx].content)}</span>'

    def math_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<p align="center" class="math">{_formula(tokens[idx].content)}</p>\n'

    def fence(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<pre class="nested">{html.escape(tokens[idx].content.rstrip())}</pre>'

    def code_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<pre class="nested">{html.escape(tokens[idx].content.rstrip())}</pre>'


def _formula(source: str) -> str:
    return html.escape(to_unicode(source)).replace("\n", "<br />")


def _alignment(cell: Token) -> str:
    style = str(cell.attrGet("style") or "")
    return style.removeprefix("text-align:") if style else "left"


def _list_unless_lone(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """As in CommonMark, but a single "- k" right under a line of text is a signature, no list."""
    below_text = silent and state.level == 0 and state.parentType != "blockquote"
    lone = below_text and _is_lone(state, start, end)
    return not lone and list_block(state, start, end, silent)


def _is_lone(state: StateBlock, start: int, end: int) -> bool:
    """Whether a list would begin here that has no second item."""
    if not LIST_ITEM.match(_source(state, start)):
        return False
    for line in range(start + 1, end):
        text = _source(state, line)
        if not text or OTHER_BLOCK.match(text):
            break
        if LIST_ITEM.match(text):
            return False
    return True


def _source(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] : state.eMarks[line]].strip()


def _parser() -> MarkdownIt:
    """Single line breaks are kept: people write letters, not paragraphs of source."""
    options = {"html": False, "breaks": True}
    made = MarkdownIt("commonmark", options, renderer_cls=_Renderer)
    made.enable(["table", "strikethrough"])
    made.use(math_plugin)
    interrupts = ["paragraph", "reference", "blockquote"]
    made.block.ruler.at("list", _list_unless_lone, {"alt": interrupts})
    return made


_PARSER = _parser()


def segments(text: str) -> list[Segment]:
    """The text in reading order, cut at top-level code and tables and where prose grows long."""
    return [segment for segment, _ in _placed_segments(_shown(text))]


class Growing:
    """The segments of a text that grows at its end, where only the last one is read anew.

    An address that is given below its link ([1]: https://…) is seen by `segments` only.
    """

    def __init__(self) -> None:
        self._settled: list[Segment] = []
        self._before = ""  # the source of what is settled

    def segments(self, text: str) -> list[Segment]:
        text = _shown(text)
        if not text.startswith(self._before):
            self._settled, self._before = [], ""
        tail = text[len(self._before) :]
        found = _placed_segments(tail)
        lines = tail.split("\n")
        # A line that is not complete may yet belong to the segment before it.
        settled = max(0, sum(line < len(lines) - 1 for _, line in found) - 1)
        if settled:
            self._before += "".join(f"{line}\n" for line in lines[: found[settled][1]])
            self._settled += [segment for segment, _ in found[:settled]]
        return self._settled + [segment for segment, _ in found[settled:]]


def _shown(text: str) -> str:
    return _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _placed_segments(text: str) -> list[tuple[Segment, int]]:
    """Each segment with the line that it begins in."""
    found: list[tuple[Segment, int]] = []
    prose: list[Token] = []
    size = 0
    for block in _blocks(_PARSER.parse(text)):
        alone = _alone(block)
        if alone is not None or size > PROSE_CHARACTERS:
            _flush(prose, found)
            size = 0
        if alone is not None:
            found.append((alone, _line(block)))
            continue
        prose += block
        size += sum(len(token.content) for token in block)
    _flush(prose, found)
    return found


def _alone(block: list[Token]) -> Segment | None:
    """The segment of a block that gets a view of its own."""
    first = block[0]
    if first.type == "fence":
        language = first.info.strip().split(maxsplit=1)
        return Code(language[0] if language else "", first.content.rstrip("\n"))
    if first.type == "table_open":
        return Table(_html(block), sum(token.type == "th_open" for token in block))
    if first.type == "blockquote_open":
        return Quote(f'<div class="quote">{_html(block[1:-1])}</div>')
    return None


def _blocks(tokens: list[Token]) -> list[list[Token]]:
    """The tokens of each top-level block."""
    blocks: list[list[Token]] = []
    current: list[Token] = []
    for token in tokens:
        current.append(token)
        if token.level == 0 and token.nesting <= 0:
            blocks.append(current)
            current = []
    return blocks


def _flush(prose: list[Token], found: list[tuple[Segment, int]]) -> None:
    if prose:
        found.append((Prose(_html(prose)), _line(prose)))
        prose.clear()


def _html(tokens: list[Token]) -> str:
    _tick(tokens)
    rendered: str = _PARSER.renderer.render(tokens, _PARSER.options, {})
    return rendered


def _tick(tokens: list[Token]) -> None:
    """`[ ]` and `[x]` at the beginning of list items become boxes."""
    for item, paragraph, text in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if item.type == "list_item_open" and paragraph.type == "paragraph_open" and text.children:
            first = text.children[0]
            mark = TASK.match(first.content) if first.type == "text" else None
            if mark:
                item.attrSet("class", "unchecked" if mark[1] == " " else "checked")
                first.content = first.content[mark.end() :]


def _line(block: list[Token]) -> int:
    return block[0].map[0] if block[0].map else 0


def _opening_link(tokens: Sequence[Token], idx: int) -> str:
    """The address of the link that closes at `idx`; links do not nest in Markdown."""
    for token in reversed(tokens[:idx]):
        if token.type == "link_open":
            return str(token.attrGet("href") or "")
    return ""
