"""The one place that wires the parts together; both front ends stand on it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

import platformdirs

from app.domain import caps, nearest
from app.domain.ledger import Arm, Turn
from app.domain.phrases import phrase
from app.domain.schedule import Pause, pause_end
from app.engine.client import EngineEvent, SamplingSettings, Stop
from app.services.backups import Backups
from app.services.chat import Chat
from app.services.comparing import Comparing
from app.services.conversations import Conversations
from app.services.drafts import Drafts
from app.services.erasure import Erasure
from app.services.forgetting import Forgetting
from app.services.gestures import Gestures
from app.services.judging import Judging
from app.services.listening import Listening
from app.services.memories import Memories
from app.services.models import Models
from app.services.mornings import Mornings
from app.services.nights import Nights
from app.services.noticing import Noticing
from app.services.panel import Panel
from app.services.privacy import Privacy
from app.services.reasons import Reasons
from app.services.recall import Recall
from app.services.receipts import Receipts
from app.services.remembering import Remembering
from app.services.rewriting import Rewriting
from app.services.search import Search
from app.services.serving import Serving
from app.services.signals import Signals
from app.services.transcripts import Transcripts
from app.services.wipe import Opened, Wipe, finish
from app.settings import Settings, change_settings, load_settings
from app.store import Store, open_key, open_store

SETTLE_S = 10.0
"""How long closing waits for a reply that was under way to be stored."""


def default_profile() -> Path:
    """Where one user's state lives unless --profile says otherwise."""
    return Path(platformdirs.user_data_dir("reverie", appauthor=False)) / "profile"


class Reverie:
    """One open profile. A context manager; close it to end its processes and free the store."""

    def __init__(self, profile: Path, store: Store, settings: Settings) -> None:
        self.profile = profile
        self.settings = settings
        self._changing = threading.Lock()
        self.store = store
        self.models = Models(self._settings)
        self.conversations = Conversations(store)
        self.drafts = Drafts(store)
        self.search = Search(store)
        self.receipts = Receipts(store)
        self.backups = Backups(store, self.receipts)
        self.forgetting = Forgetting(store, self.receipts, self.conversations, self.drafts)
        self.memories = Memories(store, self.forgetting)
        self.signals = Signals(store)
        self.panel = Panel(store, self.models, self.memories)
        self.gestures = Gestures(store, self.conversations, self.forgetting)
        self.transcripts = Transcripts(store, self.models)
        self.recall = Recall(store, self._settings)
        self.noticing = Noticing(store, self.conversations, self.memories, self._settings)
        self.listening = Listening(
            store, self.conversations, self.memories, self.forgetting, self.noticing
        )
        self.judging = Judging(self.models, self.noticing, self._answer, self._idle)
        serving = Serving(store, self.models)
        self.chat = Chat(
            store,
            self.conversations,
            self.gestures,
            self.models,
            serving=serving,
            settings=self._settings,
            remembering=Remembering(self.recall, self.listening, self.noticing, self.judging),
        )
        self.reasons = Reasons(store, self.conversations, self.models, self.chat)
        self.rewriting = Rewriting(self.chat, self.models)
        self.nights = Nights(store, self.models, self._settings, self.recall, self.receipts)
        self.comparing = Comparing(self.models, self.nights, serving)
        self.mornings = Mornings(store, self.nights, self._settings)
        self.forgetting.on_forgotten = self._forgotten
        self.conversations.on_deleted = self.listening.leave
        self.erasure = Erasure(store, self.models, self.nights, self.receipts)
        opened = Opened(store, self.forgetting, self.close, self.listening.clear)
        self.wipe = Wipe(profile, opened, is_default=profile == default_profile())
        self.privacy = Privacy(profile, self.wipe)

    @classmethod
    def open(
        cls,
        profile: Path,
        passphrase: Callable[[], str] | None = None,
        *,
        insist: bool = False,
    ) -> Reverie:
        """KnownError (typed) where the profile cannot be opened; then nothing was changed, unless
        a wipe had been cut off, which is finished then.

        `passphrase` is asked only where no secure keyring holds the key; a new profile is put
        under it even beside a keyring if the caller does `insist`."""
        finish(profile, is_default=profile == default_profile())
        settings = load_settings(profile)
        store = open_store(profile, open_key(profile, passphrase, insist=insist))
        return cls(profile, store, settings)

    def change_settings(self, **values: Any) -> Settings:
        with self._changing:
            self.settings = change_settings(self.profile, self.settings, **values)
            return self.settings

    def pause_learning(self, pause: Pause) -> None:
        """No night comes by itself for so long, and one that runs ends."""
        now = datetime.now().astimezone()
        self.change_settings(paused_until=pause_end(now, pause, self.settings.sleep_at))
        self.nights.cancel(phrase("You paused learning."))

    def resume_learning(self) -> None:
        self.change_settings(paused_until=None)

    def use_model(self, name_or_path: str) -> None:
        """A catalogue name or a GGUF file of one's own, checked before it is chosen."""
        self.change_settings(model=self.models.check(name_or_path))

    def close(self) -> None:
        self.judging.close()
        self.erasure.close()
        self.nights.close()
        self.models.close()
        self.chat.underway.settle(SETTLE_S)
        try:
            self.drafts.save()
        finally:
            self.store.close()

    def _forgotten(self, rows: Collection[str] | None) -> None:
        """The next reply is written by what took over; nothing keeps on learning from `rows`
        (None: from any, as all that was learned goes), or keeps their words at hand."""
        self.chat.forget()
        self.listening.leave(rows or ())
        nearest.forget()
        caps.forget()
        self.nights.leave(rows)
        self.erasure.leave(rows or ())

    def _settings(self) -> Settings:
        return self.settings

    def _answer(
        self,
        turns: Sequence[Turn],
        arm: Arm,
        sampling: SamplingSettings,
        system: str,
        stop: Stop,
    ) -> Iterator[EngineEvent]:
        return self.chat.answer(turns, arm, sampling, system, stop)

    def _idle(self) -> timedelta:
        """None at all while a night runs."""
        return timedelta(0) if self.nights.running else self.nights.idle()

    def __enter__(self) -> Reverie:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
