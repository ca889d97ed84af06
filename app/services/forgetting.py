"""Forgetting, all the way down: rows, memories, conversations, and every adapter that saw them.

The one path for the panel, the chat, the command line and gestures that are taken back. Each time
a receipt is written with it; see `app.services.receipts`.
"""

from __future__ import annotations

import logging
import uuid
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.ledger import Adapter, Kind, Memory, Signal, utc_now
from app.domain.receipts import Gone, Statement
from app.services.conversations import Conversations
from app.services.drafts import Drafts
from app.services.receipts import Receipts
from app.services.traces import look_for
from app.store import Store
from app.store.errors import ScrubUnfinishedError, StoreError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased, in memory alone, so that it can be undone as long as somebody holds this.
    `switched_off` was the adapter in use; `in_use` is the one that took over, None the base.
    `receipt`: its id; None where nothing was erased, or a gesture that no night ever saw."""

    signals: tuple[Signal, ...] = ()
    memories: tuple[Memory, ...] = ()
    switched_off: Adapter | None = None
    in_use: Adapter | None = None
    receipt: str | None = None
    backups: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    """(memory that stayed, the forgotten one that had replaced it)."""
    unfinished: ScrubUnfinishedError | None = None
    """It is forgotten, but the disk could not be tidied up yet: to be told."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What was learned from conversations: ids. So many of the signals are `edits`."""

    signals: tuple[str, ...] = ()
    memories: tuple[str, ...] = ()
    edits: int = 0

    def __bool__(self) -> bool:
        return bool(self.signals or self.memories)


class Forgetting:
    """Thread-safe as its store is. `on_forgotten` is told the ids of what is gone, from the thread
    that forgot it; None stands for all that was ever learned."""

    def __init__(
        self, store: Store, receipts: Receipts, conversations: Conversations, drafts: Drafts
    ) -> None:
        self._store = store
        self._receipts = receipts
        self._conversations = conversations
        self._drafts = drafts
        self.on_forgotten: Callable[[Collection[str] | None], object] = lambda _: None

    # forgetting

    def forget(self, *, signals: Sequence[str] = (), memories: Sequence[str] = ()) -> Forgotten:
        """All of them or none; ids that are gone are passed over. A memory takes along what it had
        replaced. Within a transaction of the store's it is a part of that, and what lies on the
        disk is looked at after its end."""

        def work() -> Forgotten:
            erasure = self._erasure(signals, memories)
            for signal in erasure.signals:
                if signal.kind is Kind.EDIT and signal.message:
                    self._drafts.drop(signal.message)
            return self._carry_out(erasure)

        return self._whole(work)

    def take_back(self, signals: Sequence[str]) -> None:
        """Gestures that never happened, or that another one replaces. Where no night has seen
        them, nothing was learned, and there is nothing to give a receipt for."""
        with self._store.transaction():
            erasure = self._erasure(signals, ())
            self._carry_out(erasure, receipt=self._was_learned(erasure.ids))

    def forget_conversations(self, conversation_ids: Sequence[str], *, also: bool) -> Forgotten:
        """Deletes the conversations, and `also` what was learned from them. All or nothing."""

        def work() -> Forgotten:
            taught = self.of_conversations(conversation_ids) if also else Taught()
            erasure = self._erasure(taught.signals, taught.memories, conversation_ids)
            return self._carry_out(erasure, receipt=bool(taught))

        return self._whole(work)

    def forget_learned(self) -> Forgotten:
        """Every adapter, and what the nights' reports quote. Corrections and memories stay: a night
        may learn from them again."""

        def work() -> Forgotten:
            before = self._store.adapters.active()
            gone = [_gone(one) for one in self._store.adapters.all()]
            self._store.adapters.delete_all()
            statement = Statement(_new_id(), utc_now(), {}, destroyed=tuple(gone))
            self._receipts.keep(statement)
            self._store.when_done(lambda: self.on_forgotten(None))
            return Forgotten(switched_off=before, receipt=statement.id)

        return self._whole(work)

    def undo(self, forgotten: Forgotten) -> None:
        """The rows are there again, under their ids. Adapters are not: the next night makes one.
        The receipt stays, and says that it was undone."""
        with self._store.transaction():
            self._store.signals.add_many(forgotten.signals)
            for memory in forgotten.memories:
                self._store.memories.add(memory)
            for old, new in forgotten.replaced:
                before = self._store.memories.get(old)
                if before is not None:
                    self._store.memories.save(replace(before, superseded_by=new))
            if forgotten.receipt is not None:
                self._receipts.change(forgotten.receipt, undone=utc_now())

    # asking

    def of_conversations(self, conversation_ids: Iterable[str]) -> Taught:
        """What was learned from them: signals about their messages, and the memories that were
        taken from a message or a signal."""
        signals: dict[str, Kind] = {}
        sources: list[str] = []
        for conversation_id in conversation_ids:
            sources += [message.id for message in self._store.messages.of(conversation_id)]
            about = self._store.signals.of_session(conversation_id)
            signals |= {signal.id: signal.kind for signal in about}
        taken = self._store.memories.of_sources([*sources, *signals])
        edits = sum(kind is Kind.EDIT for kind in signals.values())
        memories = self._with_history(memory.id for memory in taken)
        return Taught(tuple(signals), memories, edits)

    def rebuild_due(self) -> bool:
        """Whether adapters went with what was forgotten, and no night has learned since. The next
        one will, though it may have nothing new to learn."""
        return self._receipts.rebuild_due()

    # inside

    def _whole(self, work: Callable[[], Forgotten]) -> Forgotten:
        """As one transaction. A full disk may keep the store from tidying up after it, which must
        not take away the undo."""
        done = Forgotten()
        try:
            with self._store.transaction():
                done = work()
        except ScrubUnfinishedError as error:
            log.warning("forgotten, but old bytes are left: %s", error.sentence)
            return replace(done, unfinished=error)
        return done

    def _erasure(
        self, signals: Sequence[str], memories: Sequence[str], conversations: Sequence[str] = ()
    ) -> _Erasure:
        known = (self._store.signals.get(one) for one in signals)
        kept = (self._store.memories.get(one) for one in self._with_history(memories))
        return _Erasure(
            tuple(one for one in known if one),
            tuple(one for one in kept if one),
            tuple(conversations),
        )

    def _carry_out(self, erasure: _Erasure, *, receipt: bool = True) -> Forgotten:
        """In the caller's transaction."""
        ids = erasure.ids
        receipt = receipt and bool(ids)
        texts = self._texts(erasure) if receipt else []
        before = self._store.adapters.active()
        saw, usable = self._store.adapters.that_ever_saw(ids), self._store.adapters.kept()
        destroyed = [_gone(one, earlier=one.id not in usable) for one in saw]
        replaced = self._replaced(erasure.memories)
        self._delete(erasure)
        after = self._store.adapters.active()
        backups = self._store.backups.holding(ids) if receipt else []
        if receipt:
            statement = self._statement(erasure, destroyed, after, backups)
            self._receipts.keep(statement)
        self._store.when_done(lambda: self.on_forgotten(ids))
        if receipt:
            self._store.when_done(lambda: self._look(statement.id, texts, ids))
        return Forgotten(
            erasure.signals,
            erasure.memories,
            before if before != after else None,
            after,
            statement.id if receipt else None,
            tuple(backups),
            replaced,
        )

    def _delete(self, erasure: _Erasure) -> None:
        if erasure.signals:
            self._store.signals.forget([one.id for one in erasure.signals])
        if erasure.memories:
            self._store.memories.forget([one.id for one in erasure.memories])
        if erasure.conversations:
            self._conversations.delete(*erasure.conversations)

    def _statement(
        self,
        erasure: _Erasure,
        destroyed: Sequence[Gone],
        heir: Adapter | None,
        backups: Sequence[str],
    ) -> Statement:
        def names(ids: Iterable[str]) -> tuple[str, ...]:
            return tuple(sorted(map(self._store.receipts.pseudonym, ids)))

        erased = {
            "signals": names(one.id for one in erasure.signals),
            "memories": names(one.id for one in erasure.memories),
            "conversations": names(erasure.conversations),
        }
        kinds = Counter(one.kind.value for one in erasure.signals)
        kinds.update(one.kind.value for one in erasure.memories)
        return Statement(
            _new_id(),
            utc_now(),
            {sort: ids for sort, ids in erased.items() if ids},
            dict(kinds),
            tuple(destroyed),
            heir.id if heir else None,
            backups=tuple(backups),
        )

    def _look(self, receipt_id: str, texts: Sequence[str], ids: Sequence[str]) -> None:
        """After everything is deleted and overwritten, as far as that could be done."""
        looked = look_for(self._store, texts, ids)
        try:
            self._receipts.change(receipt_id, looked=looked)
        except StoreError as error:  # a full disk, of which the forgetting itself tells
            log.warning("the receipt does not say what was found: %s", type(error).__name__)

    def _texts(self, erasure: _Erasure) -> list[str]:
        texts = [text for one in erasure.signals for text in (one.edited, one.reply, one.prompt)]
        texts += [memory.text for memory in erasure.memories]
        for conversation_id in erasure.conversations:
            texts += [message.text for message in self._store.messages.of(conversation_id)]
        return [text for text in texts if text]

    def _with_history(self, memories: Iterable[str]) -> tuple[str, ...]:
        """And all that they had replaced. A line of history goes alone: its successor stays."""
        found = dict.fromkeys(memories)
        successors = self._store.memories.successors() if found else {}
        before: dict[str, list[str]] = {}
        for old, new in successors.items():
            before.setdefault(new, []).append(old)
        waiting = [one for one in found if one not in successors]
        while waiting:
            older = before.pop(waiting.pop(), [])
            found |= dict.fromkeys(older)
            waiting += older
        return tuple(found)

    def _replaced(self, memories: Sequence[Memory]) -> tuple[tuple[str, str], ...]:
        gone = {memory.id for memory in memories}
        if not gone:
            return ()
        return tuple(
            (old, new)
            for old, new in self._store.memories.successors().items()
            if new in gone and old not in gone
        )

    def _was_learned(self, ids: Collection[str]) -> bool:
        return any(not set(ids).isdisjoint(night.rows) for night in self._store.nights.all())


@dataclass(frozen=True, slots=True)
class _Erasure:
    """What is to go, as it stands."""

    signals: tuple[Signal, ...]
    memories: tuple[Memory, ...]
    conversations: tuple[str, ...]

    @property
    def ids(self) -> list[str]:
        rows = [*(one.id for one in self.signals), *(one.id for one in self.memories)]
        return [*rows, *self.conversations]


def _gone(adapter: Adapter, *, earlier: bool = False) -> Gone:
    return Gone(adapter.id, adapter.night, adapter.sha256, adapter.active, earlier)


def _new_id() -> str:
    return uuid.uuid4().hex[:12]
