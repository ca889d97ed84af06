"""A passage of a reply in other words, by the model, at the user's wish. Nothing is stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any

from app.domain.errors import KnownError
from app.domain.events import StopReason
from app.domain.ledger import Arm, Role, Turn
from app.domain.passage import rewritten, whole_sentences
from app.domain.phrases import phrase
from app.domain.provenance import Range
from app.engine.client import EngineDone, EnginePiece, SamplingSettings, Stop
from app.services.chat import Chat
from app.services.models import Models

TEMPERATURE = 0.2
BYTES_A_TOKEN = 3  # fewer than are usual, so a text of the same length always fits
ROOM_TOKENS = 24
MOST_TOKENS = 768


class Wish(StrEnum):
    """What is asked for most. Anything else is said in the user's own words."""

    SHORTER = "shorter"
    WARMER = "warmer"
    FORMAL = "formal"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A passage's new text so far; `done`: whole, and ready to stand in its place."""

    text: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Thread-safe as its parts are. The base answers, without adapter, memories and examples: the
    task is not the user's conversation, and what it writes must not feed on itself."""

    chat: Chat
    models: Models

    def rewrite(
        self, reply: str, passage: Range, wish: Wish | str, stop: Stop
    ) -> Iterator[Rewritten]:
        """*Slow*. The passage as it grows. Ends before it is done where it is to `stop`."""
        start, end = passage
        old = reply[start:end]
        if not old.strip():
            raise NothingToRewrite
        written = ""
        turns = (Turn(Role.USER, old.strip()),)
        system = self._system(reply, old, wish)
        for event in self.chat.answer(turns, Arm.BASE, self._sampling(old), system, stop):
            if stop.is_asked:
                return
            match event:
                case EnginePiece():
                    written += event.text
                    yield Rewritten(written)
                case EngineDone():
                    if event.stop_reason is StopReason.CRASHED:
                        raise RewritingCutOff
                    if event.stop_reason is StopReason.LENGTH:
                        written = whole_sentences(written)
                    if event.stop_reason is not StopReason.STOPPED:
                        yield Rewritten(rewritten(old, written), done=True)

    def _system(self, reply: str, passage: str, wish: Wish | str) -> str:
        """A small model that is shown the whole reply writes the whole reply again."""
        texts = _texts()
        asked = texts["wishes"].get(wish) or texts["other"].format(wish=_sentence(wish))
        task = str(texts["task"].format(wish=asked))
        entry = self.models.current().entry
        small = entry is not None and entry.small
        if small or passage.strip() == reply.strip():
            return task
        return f"{task} {texts['context'].format(reply=reply)}"

    def _sampling(self, passage: str) -> SamplingSettings:
        """Room for the passage and a little more, so that it cannot ramble."""
        room = ROOM_TOKENS + len(passage.encode()) // BYTES_A_TOKEN
        suited = self.models.sampling(temperature=TEMPERATURE)
        return replace(suited, max_tokens=min(room, MOST_TOKENS))


@lru_cache(maxsize=1)
def _texts() -> dict[str, Any]:
    text = resources.files("resources").joinpath("rewriting.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def _sentence(wish: str) -> str:
    wish = " ".join(wish.split())
    return wish if wish.endswith((".", "!", "?")) else f"{wish}."


class NothingToRewrite(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("Nothing to rewrite"),
            phrase("The passage that is selected has no text."),
            phrase("Select some words of the reply first."),
        )


class RewritingCutOff(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("The passage was not rewritten"),
            phrase("The model's process ended unexpectedly. Your text is as it was."),
            phrase("Try again; the model starts anew by itself."),
        )
