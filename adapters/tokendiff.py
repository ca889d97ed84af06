"""What an edit did to a reply, in tokens."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

_FOLLOWED = 4
"""Tokens in a row that two texts share by more than chance."""


def changed_tokens(before: Sequence[int], after: Sequence[int]) -> tuple[list[bool], list[bool]]:
    """Which tokens of each text the edit changed.

    Where one text merely lacks what the other has, the token at which it goes on is marked: it is
    there that the two part. (Cutting a reply short is to prefer its end token.)
    """
    marks = [False] * len(before), [False] * len(after)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        for mark, start, end in ((marks[0], i, i_end), (marks[1], j, j_end)):
            for place in range(start, min(max(end, start + 1), len(mark))):
                mark[place] = True
    return marks


def cuts(before: Sequence[int], after: Sequence[int]) -> dict[int, int]:
    """Where the edit made the text shorter: the token of `after` at which it goes on, and by how
    many tokens.

    Only at the very beginning and where the user had followed the reply for some tokens: what two
    unrelated texts have in common here and there says nothing about where either of them turns.
    """
    found: dict[int, int] = {}
    followed = _FOLLOWED
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        lost = (i_end - i) - (j_end - j)
        if kind != "equal" and lost > 0 and j < len(after) and followed >= _FOLLOWED:
            found[j] = lost
        followed = i_end - i if kind == "equal" else 0
    return found
