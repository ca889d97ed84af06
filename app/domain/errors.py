"""Known problems: the environment's or the input's fault, told with a remedy, never a traceback."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.phrases import part


class KnownError(Exception):
    """A problem that we foresaw.

    Every one has a title (a few words), a sentence (what happened, with the facts) and a
    remedy (what the person can do now). Front ends show all three; the command line exits 3.
    All three are phrases where a person may see them in the window.
    """

    def __init__(self, title: str, sentence: str, remedy: str) -> None:
        super().__init__(f"{title}: {sentence} {remedy}")
        self.title = title
        self.sentence = sentence
        self.remedy = remedy


def from_message(message: Mapping[str, Any]) -> KnownError:
    """A problem that another process or the learner tells (see `adapters.errors`)."""
    return KnownError(*(part(message, name) for name in ("title", "sentence", "remedy")))
