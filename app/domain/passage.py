"""A passage of a reply that is to be rewritten: finding it in the text, and what a model wrote in
its place without what small models put around it."""

from __future__ import annotations

import re

from app.domain.provenance import Range

_WORD = re.compile(r"\w+")
_PREAMBLE = re.compile(
    r"^(?:sure|certainly|of course|okay|ok|here(?:['\u2019]s| is| are)|"
    r"(?:the )?(?:new|rewritten|revised|corrected|shorter) (?:text|version|passage))\b"
    r"[^\n]{0,120}?:\s+",
    re.IGNORECASE,
)
_GREETING = re.compile(r"^(?:dear|hi|hello|hey)\b[^\n.!?]{0,40}(?:,|!|\n)", re.IGNORECASE)
_CLOSING = re.compile(
    r"\n\s*(?:(?:best|kind|warm) regards|best wishes|best|regards|sincerely|yours \w+|cheers|"
    r"warmly)\b[^\n]{0,20}(?:\n\s*[^\n]{0,60}){0,3}\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?\u2026][\"')\u201d\u2019]*(?=\s|$)|[\u3002\uff01\uff1f]")
_FENCE = re.compile(r"^```[^\n]*\n(.*?)\n?```$", re.DOTALL)
_LIST = re.compile(r"^\s*(?:[-*+\u2022]|\d+[.)])\s", re.MULTILINE)
_QUOTES = (('"', '"'), ("\u201c", "\u201d"), ("'", "'"), ("\u2018", "\u2019"), ("\u00ab", "\u00bb"))


def passage_of(source: str, shown: str, occurrence: int = 0) -> Range | None:
    """Where the text that is `shown` on the screen stands in its Markdown `source`: the same words,
    whatever marks are between them. `occurrence` counts those before it."""
    said = _WORD.findall(shown)
    if not said:
        return None
    pattern = r"[\W_]+".join(map(re.escape, said))
    found = [match.span() for match in re.finditer(pattern, source)]
    if not found:
        return None
    start, end = found[min(occurrence, len(found) - 1)]
    return start, _with_marks(source, end, shown)


def whole_words(text: str, part: Range) -> Range:
    """The part, and the words that it begins and ends within."""
    start, end = part
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def rewritten(passage: str, written: str) -> str:
    """What the model wrote, fit to stand where `passage` stood: without preamble, quotes, a
    greeting or a closing that the passage does not have, and with its white space around it."""
    inner = passage.strip()
    if not inner:
        return passage
    text = _unwrapped(written.strip(), inner)
    if not _GREETING.match(inner):
        text = _GREETING.sub("", text, count=1).strip()
    if not _CLOSING.search("\n" + inner):
        text = _CLOSING.sub("", "\n" + text).strip()
    if "\n" not in inner and not _LIST.search(text):
        text = " ".join(text.split())
    start = passage.index(inner)
    return passage[:start] + (text or inner) + passage[start + len(inner) :]


def whole_sentences(text: str) -> str:
    """Without the sentence that was cut off at the end, if there is another one before it."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return text[: ends[-1]] if ends else text


def _unwrapped(text: str, inner: str) -> str:
    """Without what stands around the text, in any order and depth."""
    while True:
        before = text
        if not _PREAMBLE.match(inner):
            text = _PREAMBLE.sub("", text, count=1).strip()
        fenced = _FENCE.match(text)
        if fenced and not inner.startswith("```"):
            text = fenced[1].strip()
        for opening, closing in _QUOTES:
            quoted = len(text) > 1 and text[0] == opening and text[-1] == closing
            if quoted and inner[0] != opening:
                text = text[1:-1].strip()
        if text == before:
            return text


def _with_marks(source: str, end: int, shown: str) -> int:
    """The full stop that was selected with the last word belongs to the passage."""
    tail = shown[len(shown.rstrip(".,;:!?\u2026)\"'\u201d\u2019 \n")) :].strip()
    return end + len(tail) if tail and source.startswith(tail, end) else end
