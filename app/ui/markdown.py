"""Model text to segments that a view can show. Pure: no Qt, and the text is not trusted.

HTML in the text stays text, pictures are named and never loaded, links keep only addresses that
a person may be asked about. Fenced code outside of lists becomes a segment of its own.
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

SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s\"'<>]+\Z", re.IGNORECASE)
LIST_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])\s")
PROSE_CHARACTERS = 4000  # a longer text is laid out in pieces, so that none costs a frame


@dataclass(frozen=True, slots=True)
class Prose:
    html: str


@dataclass(frozen=True, slots=True)
class Code:
    language: str
    text: str


Segment = Prose | Code


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
        return '<table border="1" cellspacing="0" cellpadding="6">'

    def fence(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f"<pre>{html.escape(tokens[idx].content)}</pre>"

    def code_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f"<pre>{html.escape(tokens[idx].content)}</pre>"


def _list_unless_lone(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """As in CommonMark, but a single "- k" right under a line of text is a signature, no list."""
    return not (silent and _is_lone(state, start, end)) and list_block(state, start, end, silent)


def _is_lone(state: StateBlock, start: int, end: int) -> bool:
    for line in range(start + 1, end):
        text = state.src[state.bMarks[line] : state.eMarks[line]].strip()
        if not text:
            break
        if LIST_ITEM.match(text):
            return False
    return True


def _parser() -> MarkdownIt:
    """Single line breaks are kept: people write letters, not paragraphs of source."""
    options = {"html": False, "breaks": True}
    made = MarkdownIt("commonmark", options, renderer_cls=_Renderer)
    made.enable(["table", "strikethrough"])
    interrupts = ["paragraph", "reference", "blockquote"]
    made.block.ruler.at("list", _list_unless_lone, {"alt": interrupts})
    return made


_PARSER = _parser()


def segments(text: str) -> list[Segment]:
    """The text in reading order, cut at top-level code and where prose grows long."""
    found: list[Segment] = []
    prose: list[Token] = []
    size = 0
    for block in _blocks(_PARSER.parse(text)):
        if block[0].type == "fence":
            _flush(prose, found)
            size = 0
            language = block[0].info.strip().split(maxsplit=1)
            found.append(Code(language[0] if language else "", block[0].content.rstrip("\n")))
            continue
        if size > PROSE_CHARACTERS:
            _flush(prose, found)
            size = 0
        prose += block
        size += sum(len(token.content) for token in block)
    _flush(prose, found)
    return found


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


def _flush(prose: list[Token], found: list[Segment]) -> None:
    if prose:
        found.append(Prose(_PARSER.renderer.render(prose, _PARSER.options, {})))
        prose.clear()


def _opening_link(tokens: Sequence[Token], idx: int) -> str:
    """The address of the link that closes at `idx`; links do not nest in Markdown."""
    for token in reversed(tokens[:idx]):
        if token.type == "link_open":
            return str(token.attrGet("href") or "")
    return ""
