"""The conversations: kept, or temporary; each a tree of which one branch is shown."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain.attachments import Attachment, with_files
from app.domain.branches import branch, newest_leaf, siblings
from app.domain.errors import KnownError
from app.domain.ledger import Conversation, Message, Role, Setup, Summary, Turn, utc_now
from app.domain.phrases import phrase
from app.domain.transcripts.transcript import line
from app.store import Store
from app.store.conversations import Notebook, temporary_notebook

NEW_TITLE = phrase("New conversation")
TEMPORARY_TITLE = phrase("Temporary chat")
LONGEST_FOLDER = 48
_TITLE_LENGTH = 48
_CLOSED_FOLDERS = "closed folders"
"""A place among the drafts: names of folders are personal, so no plain file may have them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A conversation as it is read: the branch that is shown, and by message id all versions of
    each message on it, in the order of arrival, and the files that were attached to it. Of what
    `summary` tells the model reads no more."""

    conversation: Conversation
    messages: tuple[Message, ...]
    versions: dict[str, tuple[str, ...]]
    temporary: bool = False
    summary: Summary | None = None
    files: dict[str, tuple[Attachment, ...]] = field(default_factory=dict)


class Conversations:
    """Thread-safe as its store is. Temporary ones are in memory alone and are never listed.
    `on_deleted` is told the ids of what is gone, from the thread that deleted it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._temporary = temporary_notebook()
        self.on_deleted: Callable[[Collection[str]], object] = lambda _: None

    def all(self) -> list[Conversation]:
        """Newest first."""
        return [_entitled(conversation) for conversation in self._store.conversations.all()]

    def new(self, *, temporary: bool = False, setup: Setup | None = None) -> Conversation:
        now = utc_now()
        title = TEMPORARY_TITLE if temporary else NEW_TITLE
        conversation = Conversation(uuid.uuid4().hex, title, now, now, setup=setup or Setup())
        notebook = self._temporary if temporary else self._store.notebook
        notebook.conversations.add(conversation)
        return conversation

    def get(self, conversation_id: str) -> Conversation:
        """KnownError when it is gone."""
        found = self.notebook(conversation_id).conversations.get(conversation_id)
        if found is None:
            raise KnownError(
                phrase("That conversation is gone"),
                phrase("It was deleted in the meantime."),
                phrase("Choose another one, or begin a new one."),
            )
        return _entitled(found)

    def is_temporary(self, conversation_id: str) -> bool:
        return self._temporary.conversations.get(conversation_id) is not None

    def notebook(self, conversation_id: str) -> Notebook:
        """Where it lives."""
        return self._temporary if self.is_temporary(conversation_id) else self._store.notebook

    def rename(self, conversation_id: str, title: str) -> None:
        self._change(conversation_id, title=line(title, _TITLE_LENGTH))

    def pin(self, conversation_ids: Collection[str], pinned: bool) -> None:
        with self._store.transaction():
            for conversation_id in conversation_ids:
                self._change(conversation_id, pinned=pinned)

    def put_into(self, folders: Mapping[str, str | None]) -> None:
        """Each conversation into the folder of that name, or out of any; all of them or none."""
        with self._store.transaction():
            for conversation_id, folder in folders.items():
                name = line(folder or "", LONGEST_FOLDER)
                self._change(conversation_id, folder=name or None)

    def closed_folders(self) -> frozenset[str]:
        """Folders whose conversations are not listed at present."""
        kept = self._store.drafts.all().get(_CLOSED_FOLDERS, "")
        return frozenset(kept.splitlines())

    def keep_closed_folders(self, names: Collection[str]) -> None:
        self._store.drafts.keep(_CLOSED_FOLDERS, "\n".join(sorted(names)))

    def set_up(self, conversation_id: str, setup: Setup) -> None:
        self._change(conversation_id, setup=setup)

    def delete(self, *conversation_ids: str) -> None:
        """All of them or none. Signals stay: they are listed, and forgotten, on their own."""
        with self._store.transaction():
            for conversation_id in conversation_ids:
                self.notebook(conversation_id).conversations.delete(conversation_id)
        self.on_deleted(conversation_ids)

    # messages

    def read(self, conversation_id: str) -> Reading:
        """KnownError when it is gone."""
        conversation = self.get(conversation_id)
        everything = self.notebook(conversation_id).messages.of(conversation_id)
        shown = branch(everything, conversation.leaf)
        versions = siblings(everything)
        return Reading(
            conversation,
            tuple(shown),
            {message.id: versions[message.id] for message in shown},
            temporary=self.is_temporary(conversation_id),
            summary=self.summary_on(shown),
            files=self.files(conversation_id),
        )

    def messages(self, conversation_id: str) -> list[Message]:
        """Of the branch that is shown."""
        return list(self.read(conversation_id).messages)

    def message(self, message_id: str) -> Message | None:
        kept = self._store.messages.get(message_id)
        return kept or self._temporary.messages.get(message_id)

    def before(self, message: Message) -> list[Message]:
        """What it answers: its own branch up to it, without it."""
        everything = self.notebook(message.conversation).messages.of(message.conversation)
        return branch(everything, message.parent)

    def files(self, conversation_id: str) -> dict[str, tuple[Attachment, ...]]:
        """By id of the message that they are attached to, on all branches."""
        return self.notebook(conversation_id).attachments.of_conversation(conversation_id)

    def turns(self, path: Sequence[Message]) -> tuple[Turn, ...]:
        """Messages of one conversation as the model reads them, with the files in them."""
        files = self.files(path[0].conversation) if path else {}
        return tuple(Turn(m.role, with_files(m.text, files.get(m.id, ()))) for m in path)

    def show(self, message_id: str) -> None:
        """The branch through that message, as it was left last."""
        message = self.message(message_id)
        if message is not None:
            everything = self.notebook(message.conversation).messages.of(message.conversation)
            self._change(message.conversation, leaf=newest_leaf(everything, message_id))

    def rewrite(self, message_id: str, text: str) -> None:
        """The user's own message says something else; what answered it stays."""
        message = self.message(message_id)
        if message is not None and message.role is Role.USER and text.strip():
            self.save_message(replace(message, text=text.strip()))

    def save_message(self, message: Message) -> None:
        self.notebook(message.conversation).messages.save(message)

    def append(self, message: Message, files: Sequence[Attachment] = ()) -> Message:
        """At the end of its parent's branch, which is then the one that is shown. Files are stored
        as copies: one that is attached to another message too stays there."""
        notebook = self.notebook(message.conversation)
        with notebook.transaction():
            placed = notebook.messages.append(message)
            notebook.attachments.add_many(
                [replace(file, id=uuid.uuid4().hex, message=placed.id) for file in files]
            )
        return placed

    # summaries

    def summary_on(self, path: Sequence[Message]) -> Summary | None:
        """The one that reaches furthest on that branch."""
        if not path:
            return None
        known = self.notebook(path[0].conversation).summaries.of(path[0].conversation)
        return next((known[m.id] for m in reversed(path) if m.id in known), None)

    def keep_summary(self, conversation_id: str, summary: Summary) -> None:
        self.notebook(conversation_id).summaries.keep(summary)

    def _change(self, conversation_id: str, **values: Any) -> None:
        """In one transaction: a reply may move the end of the branch at the same time."""
        notebook = self.notebook(conversation_id)
        with notebook.transaction():
            notebook.conversations.save(replace(self.get(conversation_id), **values))


def _entitled(conversation: Conversation) -> Conversation:
    """The titles that nobody chose are phrases, so that the window can say them."""
    for title in (NEW_TITLE, TEMPORARY_TITLE):
        if conversation.title == title:
            return replace(conversation, title=title)
    return conversation
