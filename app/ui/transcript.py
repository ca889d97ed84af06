"""The messages of a conversation in one calm column, and what the person does with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QUrl, Signal

from app.domain.attachments import Attachment
from app.domain.events import Heard
from app.domain.ledger import Message, Role, Summary
from app.domain.ledger import Signal as LedgerSignal
from app.domain.provenance import Draft
from app.ui.language import tr
from app.ui.message import ReplyMessage
from app.ui.messagecolumn import Entry, MessageView
from app.ui.messagescroll import AT_ONCE, Anchor, MessageScroll
from app.ui.usermessage import UserMessage


class Transcript(MessageScroll):
    """Shows messages; passes on what the person does with a reply."""

    saved = Signal(str, object, bool)
    discarded = Signal(str, object)
    rewrite = Signal(str, object)
    rewrite_stopped = Signal(str)
    judged = Signal(str, bool)
    copied = Signal(str)
    again = Signal()
    go_on = Signal(str)
    taken_back = Signal(str)
    resent = Signal(str, str)
    rewritten = Signal(str, str)
    version = Signal(str)
    why = Signal(object)  # ReplyMessage
    learning = Signal(str, bool)
    link = Signal(QUrl)
    drafted = Signal(str, object)
    file_opened = Signal(object)
    heard_undone = Signal(object)
    heard_approved = Signal(object)
    memories_wanted = Signal(str)
    pasted = Signal(str)
    built = Signal(object)  # MessageView: a stored message has come into being

    def __init__(self) -> None:
        super().__init__(self._make)
        self.setAccessibleName(tr("Conversation"))
        self.live: ReplyMessage | None = None
        self._teaches = True
        self._summary: Summary | None = None
        self._column.made.connect(self.built)

    # content

    @property
    def views(self) -> list[MessageView]:
        """The messages that are built, in reading order."""
        return [entry.view for entry in self._column.entries if entry.view is not None]

    def show_messages(
        self,
        messages: Sequence[Message],
        signals: Mapping[str, Sequence[LedgerSignal]],
        versions: Mapping[str, Sequence[str]] | None = None,
        summary: Summary | None = None,
        files: Mapping[str, Sequence[Attachment]] | None = None,
        *,
        heard: Mapping[str, Sequence[Heard]] | None = None,
        teaches: bool = True,
        anew: bool = False,
    ) -> None:
        """Replaces everything and goes to the end. `teaches`: whether anything can be learned from
        what is done here. `anew`: it is the same conversation; what is being read stays."""
        reading = self._anchor if anew and not self._stick else None
        self.live = None
        self._anchor = None
        self._summary = summary
        self._teaches = teaches
        self._column.clear()
        known, beside, told = versions or {}, files or {}, heard or {}
        self._column.entries += [
            Entry(
                m.role,
                m.text,
                m,
                tuple(signals.get(m.id, ())),
                tuple(known.get(m.id, ())),
                tuple(beside.get(m.id, ())),
                tuple(told.get(m.id, ())),
            )
            for m in messages
        ]
        if not self._read_on(reading):
            self.jump_to_latest()

    def _read_on(self, before: Anchor | None) -> bool:
        """At the message that was being read, if it is still here."""
        read = before.entry.message if before is not None else None
        entry = self._column.entry_of(read.id) if read is not None else None
        if before is None or entry is None:
            return False
        self._column.build(entry)
        self._anchor = Anchor(entry, before.below, 0)
        self._settle(AT_ONCE)
        return True

    def add_user(self, text: str, files: Sequence[Attachment] = ()) -> None:
        self._append(Entry(Role.USER, text, files=tuple(files)))
        self.jump_to_latest()

    def begin_reply(self) -> ReplyMessage:
        """A reply that is being written comes at the end."""
        self.live = self._make_reply()
        self._append(Entry(Role.ASSISTANT, "", view=self.live))
        return self.live

    def finish_reply(self, message: Message, note: str) -> None:
        """The reply in the making becomes the stored `message`."""
        if self.live is None:
            return
        view, self.live = self.live, None
        entry = next(entry for entry in self._column.built() if entry.view is view)
        entry.message, entry.text, entry.note = message, message.text, note
        view.show_message(message, entry.signals, last=True, note=note)
        self._mark_last()

    def resume_reply(self, message_id: str) -> None:
        """A stored reply is being written on, if it is here."""
        self.live = self.reply(message_id)

    def drop_last_replies(self) -> None:
        """The replies at the end make room for a new one."""
        while self._column.entries and self._column.entries[-1].is_reply:
            self._remove(self._column.entries[-1])

    def drop_from(self, message_id: str) -> None:
        """That message and all after it make room for another branch."""
        first = self._column.entry_of(message_id)
        while first is not None and first in self._column.entries:
            self._remove(self._column.entries[-1])

    def update_message(self, message: Message, signals: Iterable[LedgerSignal]) -> None:
        entry = self._column.entry_of(message.id)
        if entry is None:
            return
        entry.message, entry.text, entry.signals = message, message.text, tuple(signals)
        if isinstance(entry.view, ReplyMessage):
            entry.view.show_message(
                message, entry.signals, last=entry is self._last(), versions=entry.versions
            )
        elif entry.view is not None:
            entry.view.show_message(message, entry.versions)

    def show_heard(self, heard: Heard) -> None:
        """Of the message that was asked last, which is not known by its id yet."""
        asked = (e for e in reversed(self._column.entries) if e.role is Role.USER)
        self._hear(next(asked, None), (heard,))

    def _hear(self, entry: Entry | None, heard: Sequence[Heard]) -> None:
        if entry is not None and entry.heard != tuple(heard):
            entry.heard = tuple(heard)
            if isinstance(entry.view, UserMessage):
                entry.view.show_heard(entry.heard)

    def adopt(
        self,
        stored: Sequence[Message],
        versions: Mapping[str, Sequence[str]],
        heard: Mapping[str, Sequence[Heard]] | None = None,
    ) -> None:
        """Messages that were asked here and have been stored since get to know who they are."""
        for entry, message in zip(self._column.entries, stored, strict=False):
            if entry.message is None and (entry.role, entry.text) == (message.role, message.text):
                entry.message = message
            if entry.message is None or entry.message.id != message.id:
                continue
            entry.versions = tuple(versions.get(message.id, ()))
            self._hear(entry, (heard or {}).get(message.id, ()))
            if isinstance(entry.view, UserMessage):
                entry.view.show_message(message, entry.versions)
            elif entry.view is not None:
                entry.view.show_versions(entry.versions)

    def show_summary(self, summary: Summary | None) -> None:
        """Moves the line after which the model reads word by word."""
        for known, text in ((self._summary, None), (summary, summary.text if summary else None)):
            view = self.view_of(known.until) if known else None
            if isinstance(view, ReplyMessage):
                view.show_summary(text)
        self._summary = summary

    def view_of(self, message_id: str) -> MessageView | None:
        """None while a message is not built."""
        entry = self._column.entry_of(message_id)
        return entry.view if entry is not None else None

    def reply(self, message_id: str) -> ReplyMessage | None:
        """The view of a reply, which is built if it was not; far from what is seen it lasts until
        the next turn of the event loop, unless something is written in it."""
        entry = self._column.entry_of(message_id)
        if entry is None or not entry.is_reply:
            return None
        view = self._column.build(entry)
        self._settle_later()
        return view if isinstance(view, ReplyMessage) else None

    def last_reply(self) -> ReplyMessage | None:
        """The stored reply at the very end, if there is one."""
        last = self._last()
        return self.reply(last.message.id) if last is not None and last.message else None

    def edit(self, message_id: str, draft: Draft) -> None:
        """Goes on with what was being written of a message."""
        entry = self._column.entry_of(message_id)
        if entry is not None:
            self._column.build(entry).edit(draft)
            self._settle_later()

    # building

    def _append(self, entry: Entry) -> None:
        self._column.entries.append(entry)
        if entry.view is not None:
            entry.view.setParent(self._column)
            entry.view.show()
        self._mark_last()
        self._settle()

    def _make(self, entry: Entry) -> MessageView:
        if not entry.is_reply:
            return self._make_user(entry)
        view = self._make_reply()
        if entry.message is not None:
            view.show_message(
                entry.message,
                entry.signals,
                last=entry is self._last(),
                note=entry.note,
                versions=entry.versions,
            )
            if self._summary is not None and self._summary.until == entry.message.id:
                view.show_summary(self._summary.text)
        return view

    def _make_user(self, entry: Entry) -> UserMessage:
        view = UserMessage(entry.text, entry.files)
        if entry.message is not None:
            view.show_message(entry.message, entry.versions)
        view.show_heard(entry.heard)
        view.heard_undone.connect(self.heard_undone)
        view.heard_approved.connect(self.heard_approved)
        view.memories_wanted.connect(self.memories_wanted)
        view.pasted.connect(self.pasted)
        view.resent.connect(self.resent)
        view.rewritten.connect(self.rewritten)
        view.discarded.connect(self.discarded)
        view.version.connect(self.version)
        view.reveal.connect(self.reveal)
        view.drafted.connect(self.drafted)
        view.file_opened.connect(self.file_opened)
        return view

    def _make_reply(self) -> ReplyMessage:
        view = ReplyMessage(teaches=self._teaches)
        view.saved.connect(self.saved)
        view.discarded.connect(self.discarded)
        view.rewrite.connect(self.rewrite)
        view.rewrite_stopped.connect(self.rewrite_stopped)
        view.learning.connect(self.learning)
        view.judged.connect(self.judged)
        view.copied.connect(self.copied)
        view.again.connect(self.again)
        view.go_on.connect(self.go_on)
        view.version.connect(self.version)
        view.taken_back.connect(self.taken_back)
        view.why_asked.connect(self.why)
        view.link.connect(self.link)
        view.reveal.connect(self.reveal)
        view.drafted.connect(self.drafted)
        return view

    def _last(self) -> Entry | None:
        """The stored reply at the very end."""
        last = self._column.entries[-1] if self._column.entries else None
        if last is None or not last.is_reply or last.message is None:
            return None
        return None if self.live is not None and last.view is self.live else last

    def _mark_last(self) -> None:
        last = self._last()
        for entry in self._column.built():
            if isinstance(entry.view, ReplyMessage):
                entry.view.set_last(entry is last)

    def _remove(self, entry: Entry) -> None:
        if self._anchor is not None and self._anchor.entry is entry:
            self._anchor = None
        self._column.remove(entry)
