"""What is being written and was not sent: it survives a restart."""

from __future__ import annotations

import json
import threading
from dataclasses import asdict

from app.domain.provenance import Draft
from app.store import Store

NEW = "new"
"""The place of a message that begins a conversation; others are ids of conversations, or of
messages that are being written anew."""
QUICK = "quick"
"""The place of what is written in the quick prompt."""


class Drafts:
    """Thread-safe. `write` only remembers, `save` brings what is new to the disk. What belongs to
    nothing that is stored is never saved."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._saving = threading.Lock()
        self._texts = store.drafts.all()
        self._changed: set[str] = set()

    def text(self, place: str) -> str:
        with self._lock:
            return self._texts.get(place, "")

    def write(self, place: str, text: str) -> bool:
        """An empty one is deleted. Whether there is anything to save."""
        with self._lock:
            if text == self._texts.get(place, ""):
                return False
            self._texts[place] = text
            self._changed.add(place)
            return True

    def drop(self, place: str) -> None:
        """It goes at once, here and in the store."""
        with self._lock:
            self._texts.pop(place, None)
            self._changed.discard(place)
        self._store.drafts.keep(place, "")

    def save(self) -> None:
        """Slow. Raises StoreError; then it is tried again with the next one."""
        with self._saving:
            with self._lock:
                new = {place: self._texts[place] for place in self._changed}
            if not new:
                return
            with self._store.transaction():
                for place, text in new.items():
                    if self._is_stored(place):
                        self._store.drafts.keep(place, text)
            with self._lock:
                self._changed -= {p for p, text in new.items() if self._texts[p] == text}

    def _is_stored(self, place: str) -> bool:
        """A draft must not outlive what it belongs to, nor be kept of what is not."""
        return (
            place in (NEW, QUICK)
            or self._store.conversations.get(place) is not None
            or self._store.messages.get(place) is not None
        )


def packed(draft: Draft | None) -> str:
    """As the text of its place; None is an empty one."""
    return json.dumps(asdict(draft)) if draft is not None else ""


def unpacked(text: str) -> Draft | None:
    if not text:
        return None
    kept = json.loads(text)
    pasted, rewritten = (tuple(map(tuple, kept[name])) for name in ("pasted", "rewritten"))
    return Draft(kept["text"], pasted, rewritten)
