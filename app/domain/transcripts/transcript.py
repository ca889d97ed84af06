"""A conversation outside of the ledger, and what all readers of foreign files need."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.domain.attachments import (
    LONGEST_CUT,
    MOST_CHARACTERS,
    Attachment,
    one_line,
    shortened,
    visible,
)
from app.domain.errors import KnownError
from app.domain.ledger import Conversation, Message
from app.domain.phrases import phrase

LONGEST_NAME = 200
_FINER_THAN_SECONDS = 1e11
_YEARS = range(1970, 3000)


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation with all that was said in it, on every branch, in the order of arrival, and
    the text of the files that went with its messages."""

    conversation: Conversation
    messages: tuple[Message, ...]
    files: tuple[Attachment, ...] = ()

    def files_of(self, message_id: str) -> list[Attachment]:
        return [file for file in self.files if file.message == message_id]


class BrokenFile(KnownError):
    """`why` names the place and what is wrong with it."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(
            phrase("The file could not be imported"),
            phrase("{name}: {why}.", name=name, why=why),
            phrase("Nothing was imported. {remedy}", remedy=remedy),
        )


class BrokenConversation(BrokenFile):
    def __init__(self, name: str, number: int, why: str) -> None:
        super().__init__(
            name,
            phrase("conversation {number} is damaged: {why}", number=number, why=why),
            phrase("Mend or remove it, or export the file again."),
        )


def adopted(transcript: Transcript) -> Transcript:
    """As a newcomer to a ledger: its names fit a line, and its replies do not say what wrote them,
    because the base, the adapter and the signals that they name belong to another profile. Its
    files are no longer and hold no more than those that are read here."""
    old = transcript.conversation
    conversation = replace(old, title=line(old.title), folder=line(old.folder or "") or None)
    bare = (
        replace(message, base=None, adapter=None, arm=None, origin=None)
        for message in transcript.messages
    )
    return Transcript(conversation, tuple(bare), tuple(map(_adopted_file, transcript.files)))


def _adopted_file(file: Attachment) -> Attachment:
    text = visible(file.text)
    if len(text) > MOST_CHARACTERS + LONGEST_CUT or not file.is_cut:
        text = shortened(text)
    return replace(file, id=uuid.uuid4().hex, name=one_line(file.name) or "file", text=text)


def line(text: str, longest: int = LONGEST_NAME) -> str:
    """On one line, and no longer than that."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def plain(value: object) -> str:
    """Text that can be stored: JSON may spell halves of characters, which no encoding has."""
    if not isinstance(value, str):
        return ""
    return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def moment(value: object) -> datetime | None:
    """A time as exports give it: seconds since 1970, or finer, or ISO text. None for all else."""
    if isinstance(value, str):
        return _iso(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e20:
        return None
    seconds = float(value)
    while seconds > _FINER_THAN_SECONDS:
        seconds /= 1000
    found = datetime.fromtimestamp(seconds, UTC)
    return found if found.year in _YEARS else None


def _iso(text: str) -> datetime | None:
    try:
        return in_utc(datetime.fromisoformat(text))
    except ValueError:
        return None


def in_utc(found: datetime) -> datetime:
    """ValueError for a year in which no conversation was held: clocks and zones end somewhere."""
    if found.year not in _YEARS:
        raise ValueError(f"the year {found.year} is out of range")
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
