"""A diff by words, made readable: calm runs, long equal parts folded, HTML, speech.

The diff itself is the one that provenance is recorded by: what is shown is what is learned.
"""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.provenance import Change, word_diff, words
from app.ui.language import tr

CONTEXT_WORDS = 8
MINUS = "\u2212"
HAIR_SPACE = "\u200a"  # between what went and what came instead


class Op(StrEnum):
    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words with one fate. `text` of a folded part is all that it hides."""

    op: Op
    text: str


_OPS = {Change.SAME: Op.KEPT, Change.ADDED: Op.ADDED, Change.REMOVED: Op.REMOVED}


def diff(before: str, after: str) -> list[Part]:
    """Parts in reading order; kept and removed ones make `before`, kept and added ones `after`."""
    parts = [Part(_OPS[piece.change], piece.text) for piece in word_diff(before, after)]
    return _joined(_without_islands(parts))


def fold(parts: Iterable[Part], context: int = CONTEXT_WORDS) -> list[Part]:
    """Long kept runs shrink to `context` words on each side that has a change."""
    parts = list(parts)
    folded: list[Part] = []
    for position, part in enumerate(parts):
        if part.op is not Op.KEPT:
            folded.append(part)
            continue
        head = context if position > 0 else 0
        tail = context if position < len(parts) - 1 else 0
        folded.extend(_folded(part, head, tail))
    return folded


def to_html(parts: Iterable[Part], unfolded: Collection[int] = ()) -> str:
    """Signs as well as colours: a minus before what went, a plus before what came. Folded parts are
    links, `unfold:` and their number, and those that are `unfolded` show what they hide."""
    markup = []
    folds = 0
    for part in parts:
        text = html.escape(part.text)
        if part.op is Op.FOLDED:
            markup.append(_folded_html(text, folds, open_=folds in unfolded))
            folds += 1
        else:
            markup.append(_PAINT[part.op](text))
    return "".join(markup).replace("\n", "<br>")


def sides(parts: Iterable[Part]) -> tuple[list[Part], list[Part]]:
    """What stood there before, and what stands there after."""
    parts = list(parts)
    return (
        [part for part in parts if part.op is not Op.ADDED],
        [part for part in parts if part.op is not Op.REMOVED],
    )


def spoken(parts: Iterable[Part]) -> str:
    """The changes in words, for a screen reader."""
    said = []
    for part in parts:
        text = " ".join(part.text.split())
        if text and part.op is Op.REMOVED:
            said.append(tr("removed: {text}", text=text))
        elif text and part.op is Op.ADDED:
            said.append(tr("added: {text}", text=text))
    return "; ".join(said)


def _without_islands(parts: list[Part]) -> list[Part]:
    """A lone space kept between two changes belongs to both: whole phrases read better."""
    calm: list[Part] = []
    for position, part in enumerate(parts):
        inner = 0 < position < len(parts) - 1
        if part.op is Op.KEPT and inner and part.text.isspace() and "\n" not in part.text:
            calm += [Part(Op.REMOVED, part.text), Part(Op.ADDED, part.text)]
        else:
            calm.append(part)
    return calm


def _joined(parts: list[Part]) -> list[Part]:
    """Between two kept runs: first all that went, then all that came."""
    joined: list[Part] = []
    gone = come = ""
    for part in [*parts, Part(Op.KEPT, "")]:
        if part.op is Op.REMOVED:
            gone += part.text
        elif part.op is Op.ADDED:
            come += part.text
        else:
            joined += [Part(Op.REMOVED, gone)] * bool(gone) + [Part(Op.ADDED, come)] * bool(come)
            joined += [part] * bool(part.text)
            gone = come = ""
    return joined


def _folded(part: Part, head: int, tail: int) -> list[Part]:
    tokens = words(part.text)
    starts = [i for i, token in enumerate(tokens) if not token.isspace()]
    if len(starts) <= head + tail + 4:
        return [part]
    first = starts[head - 1] + 1 if head else 0
    last = starts[-tail] if tail else len(tokens)
    return [
        piece
        for piece in (
            Part(Op.KEPT, "".join(tokens[:first])),
            Part(Op.FOLDED, "".join(tokens[first:last])),
            Part(Op.KEPT, "".join(tokens[last:])),
        )
        if piece.text
    ]


def _folded_html(text: str, number: int, *, open_: bool) -> str:
    """Also the unfolded text says that it can be folded again."""
    if open_:
        fold_it = tr("[fold]")
        return f'<span>{text}</span> <a class="fold" href="fold:{number}">{fold_it}</a> '
    alike = tr("… %n word(s) alike …", "", len(text.split()))
    return f' <a class="fold" href="unfold:{number}">{alike}</a> '


def _changed_html(text: str, kind: str, sign: str) -> str:
    """The sign stands before the first word; line breaks alone are shown as pilcrows."""
    shown = text.lstrip()
    space = text[: len(text) - len(shown)]
    if not shown:
        shown, space = space.replace("\n", "\u00b6"), ""
    mark = f'<span class="{kind}-sign">{sign}</span>'
    return f'{space}{mark}<span class="{kind}">{shown}</span>'


_PAINT = {
    Op.KEPT: lambda text: f"<span>{text}</span>",
    Op.REMOVED: lambda text: _changed_html(text, "removed", MINUS) + HAIR_SPACE,
    Op.ADDED: lambda text: _changed_html(text, "added", "+"),
}
