"""The conversation that is open, without a single widget: what is shown, and what was asked for.

Every call to the services runs in the background; the signals below tell the views what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.attachments import Attachment
from app.domain.events import ReplyDone, ReplyEvent, ReplyStarted, StopReason
from app.domain.ledger import Conversation, Setup
from app.domain.ledger import Signal as LedgerSignal
from app.domain.provenance import Draft
from app.services import Reverie
from app.ui import words
from app.ui.chatstate import Follower, Live, Opened, Source, read
from app.ui.draftkeeper import DraftKeeper
from app.ui.files import PendingFiles
from app.ui.gesturemodel import GestureModel
from app.ui.heard import HearingModel
from app.ui.listing import Listing
from app.ui.rewritemodel import RewriteModel
from app.ui.runner import Problem, Runner


class ChatModel(QObject):
    """State and commands of the chat. Lives on the UI thread."""

    opened = Signal()  # another conversation is shown, or the same one anew
    asked = Signal(object)  # Live: a reply begins
    followed = Signal()  # the live reply began elsewhere
    grew = Signal()  # the live reply has more text
    answered = Signal(object, str)  # Message: the stored reply; a note on how it ended
    marked = Signal(object, object)  # Message, its signals
    sought = Signal(str)  # the message, of those that are shown, to go to
    settled = Signal()  # what is shown is read anew from the store
    summarised = Signal(object)  # Summary or None: what the model reads of the beginning
    busy = Signal(bool)  # a reply is being written, or no more
    problem = Signal(object)  # Problem

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._chat = services.chat
        self._conversations = services.conversations
        self._nights = services.nights
        self._runner = runner
        self.listing = Listing(services, runner, self)
        self.listing.refreshed.connect(self._adopt)
        self.listing.hid.connect(self._hid)
        self.listing.problem.connect(self.problem)
        self.rewriting = RewriteModel(services, runner, self)
        self.rewriting.problem.connect(self.problem)
        self.gestures = GestureModel(services.gestures, runner, self._signals_of, self)
        self.gestures.done.connect(self.synchronize)
        self.hearing = HearingModel(services.listening, runner, self)
        self.hearing.done.connect(self.synchronize)
        self.drafts = DraftKeeper(services.drafts, runner, self)
        self.files = PendingFiles(runner, self)
        self.files.problem.connect(self.problem)
        self.now = Opened(None)
        self.live: Live | None = None
        self.wanted: str | None = None  # the message to show when the conversation opens
        self.setup = Setup()  # of the conversation that the empty page becomes

    # conversations

    def open(self, conversation_id: str) -> None:
        if self.now.conversation is None or self.now.conversation.id != conversation_id:
            self._reload(conversation_id)

    def read_again(self, conversation_id: str) -> None:
        """Something else wrote to the store: the list, and the conversation if it is shown."""
        self.listing.refresh()
        here = self.now.conversation
        if self.live_here is None and here is not None and here.id == conversation_id:
            load = partial(read, self._services, conversation_id)
            self._runner.latest("open", load, self._renew)

    def start_new(self, *, temporary: bool = False) -> None:
        """An empty page; it is stored once something is sent, or never."""
        self._runner.overtake("open")
        self.setup = Setup()
        self._show(Opened(None, temporary=temporary))

    def show_version(self, message_id: str) -> None:
        """Another branch of the conversation: the one through that message."""
        here = self.now.conversation
        if self.live is not None or here is None:
            return

        def load() -> Opened:
            self._conversations.show(message_id)
            return read(self._services, here.id)

        self._open_at(message_id, load)

    def open_at(self, conversation_id: str, message_id: str) -> None:
        """A conversation at one of its messages, on whatever branch that is."""
        if self.now.holds(message_id):
            self._runner.overtake("open")
            self.sought.emit(message_id)
            return
        answering = self.live is not None and self.live.conversation == conversation_id

        def load() -> Opened:
            if not answering and not read(self._services, conversation_id).holds(message_id):
                self._conversations.show(message_id)
            return read(self._services, conversation_id)

        self._open_at(message_id, load)

    def reload(self) -> None:
        """What is shown changed in the store."""
        if self.now.conversation is not None:
            self._reload(self.now.conversation.id)

    # replies

    @property
    def place(self) -> str:
        """Of what is being written: drafts, and files beside them."""
        return self.now.place

    @property
    def context(self) -> int:
        """How many tokens the model reads at once."""
        return self._services.settings.context_tokens

    def send(self, text: str, files: Sequence[Attachment] = ()) -> bool:
        """False when a reply is being written already; then nothing happened."""
        if self.live is not None or not text.strip():
            return False
        page, known, setup = self.now, self.now.conversation, self.setup
        live = Live(known.id if known else None, text.strip(), page, files=tuple(files))

        def source() -> Iterator[Conversation | ReplyEvent]:
            conversation = known or self._conversations.new(temporary=page.temporary, setup=setup)
            yield conversation
            yield from self._chat.send(conversation.id, text, attachments=files, stop=live.stop)

        self._begin(live, source)
        return True

    def regenerate(self) -> bool:
        conversation = self.now.conversation
        if self.live is not None or conversation is None:
            return False
        live = Live(conversation.id, None, self.now)
        self._begin(live, lambda: self._chat.regenerate(conversation.id, stop=live.stop))
        return True

    def send_again(self, message_id: str, text: str) -> bool:
        """The person's message in other words, with the same files: a new branch."""
        here = self.now.conversation
        if self.live is not None or here is None or not text.strip():
            return False
        files = self.now.files.get(message_id, ())
        live = Live(here.id, text.strip(), self.now, instead_of=message_id, files=files)
        self._begin(live, lambda: self._chat.send_again(message_id, text, stop=live.stop))
        return True

    def go_on(self, message_id: str) -> bool:
        """A reply that ended early is written to its end."""
        cut = next((m for m in self.now.messages if m.id == message_id), None)
        if self.live is not None or cut is None:
            return False
        live = Live(cut.conversation, None, self.now, cut.text, goes_on=message_id)
        self._begin(live, lambda: self._chat.go_on(message_id, live.stop))
        return True

    def follow(self, live: Live) -> Follower:
        """A reply in what is shown, asked for elsewhere: nothing else is sent before its end."""
        self.live = live
        self.followed.emit()
        self.busy.emit(True)
        return self._follower(live)

    def rewrite(self, message_id: str, text: str) -> None:
        """The person's message says something else; nothing is answered."""
        self._runner.call(
            lambda: self._conversations.rewrite(message_id, text), lambda _: self.synchronize()
        )

    def stop(self) -> None:
        if self.live is not None:
            self.live.stop.ask()

    @property
    def live_here(self) -> Live | None:
        """The live reply, if it belongs to what is shown."""
        return self.live if self.live and self.live.belongs_to(self.now) else None

    # inside

    def _adopt(self) -> None:
        """The conversation that is shown is as the list has it: it may have another title."""
        shown = self.now.conversation
        if shown is not None:
            listed = self.listing.conversations
            fresh = next((c for c in listed if c.id == shown.id), shown)
            self.now = replace(self.now, conversation=fresh)

    def _hid(self, conversation_ids: tuple[str, ...]) -> None:
        """An empty page where one of them is shown; a reply that is being written there ends."""
        if self.live and self.live.conversation in conversation_ids:
            self.stop()
        if self.now.conversation and self.now.conversation.id in conversation_ids:
            self.start_new()

    def _open_at(self, message_id: str, load: Callable[[], Opened]) -> None:
        def show(opened: Opened) -> None:
            self.wanted = message_id
            self._show(opened)

        self._runner.latest("open", load, show)

    def _reload(self, conversation_id: str) -> None:
        self._runner.latest("open", lambda: read(self._services, conversation_id), self._show)

    def _show(self, opened: Opened) -> None:
        left, live, self.now = self.now, self.live_here, opened
        if live is not None and live.is_temporary and not live.belongs_to(opened):
            live.stop.ask()
        if left.place != opened.place or not opened.temporary:
            self._leave(left)
        self.opened.emit()
        self.wanted = None

    def _leave(self, left: Opened) -> None:
        """Nobody can come back to a temporary chat: it ends here, with all that was being written
        in it. A reply that is being made ends first."""
        self.drafts.enter(temporary=self.now.temporary)
        if not left.temporary:
            return
        self.files.clear(left.place)
        going, live = left.conversation, self.live
        if going is not None and (live is None or live.conversation != going.id):
            self.listing.delete(going.id)

    def _begin(self, live: Live, source: Source) -> None:
        self.live = live
        self._nights.touch()
        self.asked.emit(live)
        self.busy.emit(True)
        told = self._follower(live)
        self._runner.stream(source, told.each, told.ended, told.failed)

    def _follower(self, live: Live) -> Follower:
        parts = (self._event, self._ended, self._failed)
        return Follower(*(partial(part, live) for part in parts))

    def _event(self, live: Live, event: Conversation | ReplyEvent) -> None:
        if self.live is not live:  # another may have begun: something may be noticed at the end
            return
        match event:
            case Conversation():
                self._place(live, event)
            case ReplyDone():
                self._done(live, event)
            case _:
                live.hear(event)
                self.grew.emit()
        if isinstance(event, ReplyStarted):
            self.listing.refresh()  # a first message gives the conversation its title

    def _place(self, live: Live, conversation: Conversation) -> None:
        """The services have a conversation for what was asked on the empty page. What has been
        written there since then goes along."""
        if live.conversation is None and live.belongs_to(self.now):
            page, self.now = self.place, replace(self.now, conversation=conversation)
            self.drafts.move(page, self.place)
            self.files.move(page, self.place)
        live.conversation = conversation.id

    def _done(self, live: Live, event: ReplyDone) -> None:
        message = event.message
        shown = self.live_here
        self.live = None
        if shown is not None:
            # Before the store is read anew: a gesture may follow at once.
            others = [m for m in self.now.messages if m.id != message.id]
            self.now = replace(self.now, messages=[*others, message])
            self.answered.emit(message, words.reply_note(event.stop_reason, shown.dropped_turns))
        if event.stop_reason is StopReason.CRASHED:
            self.problem.emit(words.crashed())
        self.busy.emit(False)
        self.synchronize()
        self._end_left(live)
        self.listing.refresh()

    def _end_left(self, live: Live) -> bool:
        """Whether `live` was written in a temporary chat that was left; that is over then."""
        is_over = live.is_temporary and not live.belongs_to(self.now)
        if is_over and live.conversation is not None:
            self.listing.delete(live.conversation)
        return is_over

    def synchronize(self) -> None:
        """Reads anew what is on the screen, and tells which replies differ from it."""
        here = self.now.conversation
        if here is not None:
            self._runner.latest("state", lambda: read(self._services, here.id), self._compare)

    def _renew(self, stored: Opened) -> None:
        """Shown anew only where there is something else to show."""
        show = self._compare if stored.ids == self.now.ids else self._show
        show(stored)

    def _compare(self, stored: Opened) -> None:
        here, shown = self.now.conversation, self.now
        if here is None or stored.conversation is None or stored.conversation.id != here.id:
            return
        self.now = stored
        self.settled.emit()
        if stored.summary != shown.summary:
            self.summarised.emit(stored.summary)
        for message, signals in shown.changed(stored):
            self.marked.emit(message, signals)

    def _ended(self, live: Live) -> None:
        if self.live is live:  # before the engine said anything
            self._come_to_nothing(live)
        else:
            self.synchronize()

    def _failed(self, live: Live, problem: Problem) -> None:
        if self.live is live:
            self._come_to_nothing(live)
        self.problem.emit(problem)

    def _come_to_nothing(self, live: Live) -> None:
        """No reply came: show what is stored where it was asked, and give back what is not."""
        self.live = None
        self.busy.emit(False)
        if self._end_left(live):
            return
        place = live.conversation
        if place is None:
            self._give_back(live, Opened(None, temporary=live.is_temporary))
            return
        self._runner.call(lambda: read(self._services, place), partial(self._give_back, live))
        self.listing.refresh()

    def _give_back(self, live: Live, stored: Opened) -> None:
        """Into the draft of its own place, wherever the person is by now."""
        if live.asked is not None and live.is_missing_in(stored):
            if live.instead_of is not None:
                self.drafts.restore(live.instead_of, Draft(live.asked), temporary=stored.temporary)
            else:
                self.drafts.put_back(stored.place, live.asked, temporary=stored.temporary)
                self.files.put_back(stored.place, live.files)
        if live.belongs_to(self.now):
            self._show(stored)

    def _signals_of(self, message_id: str) -> list[LedgerSignal]:
        return self.now.signals.get(message_id, [])
