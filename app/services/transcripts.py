"""Conversations to files and back. What is written can be read by anyone who has the file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import KnownError
from app.domain.ledger import Conversation, utc_now
from app.domain.phrases import phrase
from app.domain.transcripts import markdown, ours
from app.domain.transcripts.reading import read
from app.domain.transcripts.transcript import BrokenFile, Transcript, adopted
from app.services.models import Models
from app.store import Store
from app.store.layout import create_file, move_into_place

AT_ONCE = 8
"""Conversations that an import adds while nobody else can read or write."""
GIVE_WAY_S = 0.001  # a lock that is taken again at once leaves those that wait for it waiting
NOT_ENCRYPTED = phrase("The file is not encrypted: whoever has it can read it.")
_IMPORTED = (
    (
        phrase("{added} conversations imported."),
        phrase("{added} conversations imported, 1 was already there."),
        phrase("{added} conversations imported, {known} were already there."),
    ),
    (
        phrase("1 conversation imported."),
        phrase("1 conversation imported, 1 was already there."),
        phrase("1 conversation imported, {known} were already there."),
    ),
)
"""Whether it was one; how many were there already: none, one or several."""


@dataclass(frozen=True, slots=True)
class Imported:
    """`known` ones were there already, and stayed as they are."""

    added: int
    known: int

    @property
    def sentence(self) -> str:
        told = _IMPORTED[self.added == 1][min(self.known, 2)]
        return told.filled(added=self.added, known=self.known)


class Transcripts:
    """Thread-safe as its store is."""

    def __init__(self, store: Store, models: Models) -> None:
        self._store = store
        self._models = models

    def export_json(
        self, file: Path, ids: Collection[str] | None = None, *, replace: bool = False
    ) -> Path:
        """These, or all: everything that is known of them, for Reverie to read again."""
        text = ours.dump(self._held(c) for c in self._chosen(ids))
        write_file(file, text, replace=replace)
        return file

    def export_markdown(self, file: Path, identity: str, *, replace: bool = False) -> Path:
        """One, as it is shown, for people."""
        (conversation,) = self._chosen([identity])
        text = markdown.document(self._held(conversation), self._model_names())
        write_file(file, text, replace=replace)
        return file

    def export_folder(
        self, folder: Path, ids: Collection[str] | None = None, *, replace: bool = False
    ) -> list[Path]:
        """A Markdown file for each of these, or of all, in a folder that is made if need be."""
        chosen = [self._held(conversation) for conversation in self._chosen(ids)]
        names = self._model_names()
        taken: set[str] = set()
        files = [folder / markdown.file_name(one, taken) for one in chosen]
        there = None if replace else next(filter(os.path.lexists, files), None)
        if there is not None:
            raise AlreadyThere(there)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(folder, error) from None
        for file, one in zip(files, chosen, strict=True):
            write_file(file, markdown.document(one, names), replace=replace)
        return files

    def import_file(
        self, file: Path, on_progress: Callable[[int, int], None] = lambda *_: None
    ) -> Imported:
        """All of its conversations that are not there yet. They teach nothing: no signal comes with
        them. `on_progress(done, of)`. KnownError; then nothing was added. A process that is killed
        meanwhile leaves some of them; the same import adds the others later."""
        found = _read(file)
        known = {conversation.id for conversation in self._store.conversations.all()}
        new = list({c.conversation.id: c for c in found if c.conversation.id not in known}.values())
        self._refuse_taken(new, file.name)
        added: list[str] = []
        try:
            for start in range(0, len(new), AT_ONCE):
                with self._store.transaction():
                    for done, one in enumerate(new[start : start + AT_ONCE], start):
                        on_progress(done, len(new))
                        self._add(adopted(one))
                added += (one.conversation.id for one in new[start : start + AT_ONCE])
                time.sleep(GIVE_WAY_S)
        except BaseException:
            with self._store.transaction():
                for conversation_id in added:
                    self._store.conversations.delete(conversation_id)
            raise
        return Imported(len(new), len(found) - len(new))

    def _add(self, one: Transcript) -> None:
        self._store.conversations.add(one.conversation)
        self._store.messages.add_many(one.messages)
        self._store.notebook.attachments.add_many(one.files)

    def _refuse_taken(self, new: Sequence[Transcript], name: str) -> None:
        taken = self._store.messages.known([m.id for one in new for m in one.messages])
        for number, one in enumerate(new, start=1):
            if any(message.id in taken for message in one.messages):
                raise BrokenFile(
                    name,
                    phrase(
                        "message ids of its new conversation {number} belong to another one here",
                        number=number,
                    ),
                    phrase("Export the conversation again where it came from."),
                )

    def _chosen(self, ids: Collection[str] | None) -> list[Conversation]:
        """Newest first. KnownError if one of `ids` is gone, or if there are none at all."""
        everything = self._store.conversations.all()
        chosen = [c for c in everything if ids is None or c.id in ids]
        if not chosen or (ids is not None and len(chosen) < len(set(ids))):
            raise KnownError(
                phrase("Nothing was exported"),
                phrase("There are no conversations yet.")
                if ids is None
                else phrase("A conversation is gone."),
                phrase("List them anew and choose again."),
            )
        return chosen

    def _held(self, conversation: Conversation) -> Transcript:
        messages = tuple(self._store.messages.of(conversation.id))
        by_message = self._store.notebook.attachments.of_conversation(conversation.id)
        files = (file for m in messages for file in by_message.get(m.id, ()))
        return Transcript(conversation, messages, tuple(files))

    def _model_names(self) -> dict[str, str]:
        """By the hash of their file: the ones of the catalogue, and the one in use."""
        names = {entry.sha256: entry.title for entry in self._models.all()}
        with suppress(KnownError):  # no model is here: then none is in use
            names.setdefault(self._models.base_sha256(), self._models.current().name)
        return names


def counted(number: int) -> str:
    """`1 conversation`, `12 conversations`."""
    return f"{number} conversation{'' if number == 1 else 's'}"


def _read(file: Path) -> list[Transcript]:
    try:
        if not file.is_file():  # a pipe would keep us waiting
            raise FileNotFoundError(0, "there is no such file")
        with file.open("rb") as stream:
            return read(stream, file.name, utc_now())
    except OSError as error:
        raise KnownError(
            phrase("The file cannot be read"),
            phrase("{file}: {reason}.", file=file, reason=error.strerror),
            phrase("Nothing was imported."),
        ) from None


def write_file(file: Path, text: str, *, replace: bool) -> None:
    """Whole or not at all, for its owner only, and never over another file unless told."""
    draft = file.with_name(f".{file.name}.new") if replace else file
    try:
        if replace:
            draft.unlink(missing_ok=True)
        descriptor = create_file(draft)
    except FileExistsError:
        raise AlreadyThere(file) from None
    except OSError as error:
        raise _unwritable(file, error) from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if replace:
            move_into_place(draft, file)
    except OSError as error:
        with suppress(OSError):  # the first fault is the one to tell
            draft.unlink(missing_ok=True)
        raise _unwritable(file, error) from None


class AlreadyThere(KnownError):
    def __init__(self, file: Path) -> None:
        super().__init__(
            phrase("The file is already there"),
            phrase("{file} exists.", file=file),
            phrase("Choose another name; nothing was overwritten."),
        )


def _unwritable(path: Path, error: OSError) -> KnownError:
    return KnownError(
        phrase("The file cannot be written"),
        phrase("{path}: {reason}.", path=path, reason=error.strerror),
        phrase("Choose a folder that you may write to, with enough space."),
    )
