"""Model text to segments that a view can show. Pure: no Qt, and the text is not trusted.

HTML in the text stays text, pictures are named and never loaded, links keep only addresses that
a person may be asked about, and what would hide or reorder text is left out. Fenced code, tables
and quotes outside of lists become segments of their own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_core import StateCore, inline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from app.ui import cutting
from app.ui.cutting import PROSE_CHARACTERS
from app.ui.latex import to_unicode
from app.ui.mathrule import math_plugin

SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s\"'<>]+\Z", re.IGNORECASE)
LIST_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])\s")
OTHER_BLOCK = re.compile(r"```|~~~|#{1,6}\s|[>|]|\$\$|\\\[")
TASK = re.compile(r"\[([ xX])\]\s+")
SIGNS = re.compile(r"[\[\]*_`<&!~$\\]")
MOST_SIGNS = 2000  # in a paragraph: what has more was not written to be read as Markdown
_TABLE = [f"{part}_{end}" for part in ("table", "thead", "tbody") for end in ("open", "close")]
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
    """A long one is in several parts, whose columns stand in line; the heading is in the first."""

    parts: tuple[str, ...]
    columns: int

    @property
    def html(self) -> str:
        return "".join(self.parts)


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
        return f'<th align="{_alignment(tokens[idx])}"{_width(tokens[idx])}>'

    def td_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<td align="{_alignment(tokens[idx])}"{_width(tokens[idx])}>'

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


def _width(cell: Token) -> str:
    return f' width="{cell.meta["share"]}%"' if "share" in cell.meta else ""


def _alignment(cell: Token) -> str:
    style = str(cell.attrGet("style") or "")
    return style.removeprefix("text-align:") if style else "left"


def _inline_unless_dense(state: StateCore) -> None:
    """As in CommonMark, but what is nearly all signs stays text: to look for the end of each of
    them takes longer the more there are."""
    dense = [
        token
        for token in state.tokens
        if token.type == "inline" and len(SIGNS.findall(token.content)) > MOST_SIGNS
    ]
    for token in dense:
        token.type = "dense"
    inline(state)
    for token in dense:
        token.type, token.children = "inline", _plain(token.content)


def _plain(text: str) -> list[Token]:
    """Text with its line breaks, as children of a paragraph."""
    children: list[Token] = []
    for line in text.split("\n"):
        children += [Token("softbreak", "br", 0), Token("text", "", 0, content=line)]
    return children[1:]


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
    made.core.ruler.at("inline", _inline_unless_dense)
    interrupts = ["paragraph", "reference", "blockquote"]
    made.block.ruler.at("list", _list_unless_lone, {"alt": interrupts})
    return made


_PARSER = _parser()


def segments(text: str) -> list[Segment]:
    """The text in reading order, cut at top-level code and tables and where prose grows long."""
    text = _shown(text)
    return [segment for segment, _ in _placed_segments(text)] or _as_it_is(text)


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
        while settled and found[settled - 1][1] == found[settled][1]:
            settled -= 1  # pieces of one block
        if settled:
            self._before += "".join(f"{line}\n" for line in lines[: found[settled][1]])
            self._settled += [segment for segment, _ in found[:settled]]
        return self._settled + [segment for segment, _ in found[settled:]] or _as_it_is(text)


def _shown(text: str) -> str:
    return _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _as_it_is(text: str) -> list[Segment]:
    """A text of which Markdown leaves nothing to be seen, such as addresses of links alone."""
    if not text.strip():
        return []
    opening, closing = Token("paragraph_open", "p", 1), Token("paragraph_close", "p", -1)
    paragraph = [opening, Token("inline", "", 0, content=text, children=_plain(text)), closing]
    return [Prose(_html(piece)) for piece in cutting.pieces(paragraph)]


def _placed_segments(text: str) -> list[tuple[Segment, int]]:
    """Each segment with the line that it begins in; one that begins in the middle of a block, or
    with what may turn out to be, has that of the segment in which the block begins."""
    found: list[tuple[Segment, int]] = []
    prose: list[Token] = []
    start = 0
    for block in cutting.blocks(_PARSER.parse(text)):
        alone = list(_alone(block))
        if alone:
            _flush(prose, found, start)
            start = _line(block)
            found += [(segment, start) for segment in alone]
            continue
        for number, piece in enumerate(cutting.pieces(block)):
            # All of a block counts where it begins, so that it goes on with a segment or begins one
            # whether or not it has grown long enough to be cut.
            more = cutting.size(piece if number else block)
            if prose and cutting.size(prose) + more > PROSE_CHARACTERS:
                _flush(prose, found, start)
            if not prose and number == 0 and not block[0].meta.get("open"):
                start = _line(block)
            prose += piece
    _flush(prose, found, start)
    return found


def _alone(block: list[Token]) -> Iterator[Segment]:
    """The segments of a block that gets views of its own."""
    first = block[0]
    if first.type == "fence":
        language = first.info.strip().split(maxsplit=1)
        yield Code(language[0] if language else "", first.content.rstrip("\n"))
    elif first.type == "table_open":
        yield _table(block)
    elif first.type == "blockquote_open":
        inner: list[Token] = []
        for part in cutting.blocks(block[1:-1], level=1):
            for piece in cutting.pieces(part):
                if inner and cutting.size(inner) + cutting.size(piece) > PROSE_CHARACTERS:
                    yield Quote(f'<div class="quote">{_html(inner)}</div>')
                    inner = []
                inner += piece
        yield Quote(f'<div class="quote">{_html(inner)}</div>')


def _table(block: list[Token]) -> Table:
    columns = sum(token.type == "th_open" for token in block)
    parts = cutting.rows(block)
    if len(parts) == 1:
        return Table((_html(block),), columns)
    shares = cutting.shares(block)
    for part in parts:
        cells = [token for token in part if token.type in ("th_open", "td_open")]
        for cell, share in zip(cells, shares, strict=False):
            cell.meta["share"] = share
    opening = '<table border="1" cellspacing="0" cellpadding="7" width="100%">'
    inner = [_html([t for t in part if t.type not in _TABLE]) for part in parts]
    return Table(tuple(f"{opening}{rows}</table>" for rows in inner), columns)


def _flush(prose: list[Token], found: list[tuple[Segment, int]], line: int) -> None:
    if prose:
        found.append((Prose(_html(prose)), line))
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
