"""Keeps what is being written: at once in memory, and in the store when the person pauses."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.domain.provenance import Draft
from app.services.drafts import Drafts, packed, unpacked
from app.ui.runner import Runner

PAUSE_MS = 1000


class DraftKeeper(QObject):
    """Drafts by place (see `app.services.drafts`). Closing the services saves what is left. While a
    temporary chat is shown, what is written is kept here alone, until it is left."""

    def __init__(self, drafts: Drafts, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._passing: dict[str, str] | None = None  # of the temporary chat that is shown
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: runner.call(drafts.save))

    def enter(self, *, temporary: bool) -> None:
        """Another conversation is shown."""
        self._passing = {} if temporary else None

    def text(self, place: str) -> str:
        if self._passing is not None:
            return self._passing.get(place, "")
        return self._drafts.text(place)

    def write(self, place: str, text: str) -> None:
        if self._passing is not None:
            self._passing[place] = text
        else:
            self._keep(place, text)

    def put_back(self, place: str, text: str, *, temporary: bool) -> None:
        """What was not taken, before what has been written there since. What was written in a
        temporary chat that was left has no place any more."""
        if not temporary:
            self._keep(place, joined(text, self._drafts.text(place)))
        elif self._passing is not None:
            self._passing[place] = joined(text, self._passing.get(place, ""))

    def restore(self, message_id: str, draft: Draft, *, temporary: bool) -> None:
        """The same of a message that is being written anew: it replaces another version of it."""
        if not temporary:
            self._keep(message_id, packed(draft))
        elif self._passing is not None:
            self._passing[message_id] = packed(draft)

    def version(self, message_id: str) -> Draft | None:
        """Of a message that is being written anew."""
        return unpacked(self.text(message_id))

    def write_version(self, message_id: str, draft: Draft | None) -> None:
        self.write(message_id, packed(draft))

    def move(self, place: str, to: str) -> None:
        self.write(to, self.text(place))
        self.write(place, "")

    def _keep(self, place: str, text: str) -> None:
        if self._drafts.write(place, text):
            self._pause.start()


def joined(first: str, then: str) -> str:
    """Two texts that were written one after the other, an empty line between them."""
    return "\n\n".join(text for text in (first, then) if text.strip())
