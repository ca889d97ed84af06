"""Text from elsewhere inside a person's request: fenced, so that it cannot pass for the request.

The fence is longer than any run of its own mark in the text (CommonMark's rule), so nothing in the
text can close it. It is quoted material, never a training target: only replies are.
"""

from __future__ import annotations

import re

MOST = 6000
"""Characters that are taken; more would not leave room for the answer."""

_INTRODUCED = "Quoted text:"


def request_with(request: str, quoted: str) -> str:
    """One user turn: the request, then the quoted text between its marks."""
    text = quoted.strip("\n")[:MOST]
    runs = re.findall(r"`+", text)
    fence = "`" * max(3, 1 + max(map(len, runs), default=0))
    return f"{request.strip()}\n\n{_INTRODUCED}\n{fence}\n{text}\n{fence}"
