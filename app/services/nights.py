"""Nights: run one, promote or keep, list them, go back."""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from importlib import resources as package_resources
from pathlib import Path

from adapters.recipe import Recipe
from app.domain.errors import KnownError
from app.domain.events import NightProgress
from app.domain.ledger import Adapter, Memory, MemoryState, Night, Outcome, Signal, State, utc_now
from app.domain.phrases import phrase
from app.domain.schedule import UNTIL_RESUMED, next_due
from app.engine import catalogue, hardware
from app.services.models import Models
from app.services.nighterrors import (
    NightRunning,
    NoSuchNight,
    NothingLearned,
    NothingToRollBack,
    OtherModel,
)
from app.services.nightrecord import PINNED, metrics_of, seen_by, told
from app.services.privatefile import write_private
from app.services.recall import Recall
from app.services.receipts import Receipts
from app.settings import Settings
from app.sleep.clock import Clock
from app.sleep.job import Plan, Readiness, all_ids, night_job, plan, readiness
from app.sleep.process import STOPPED, Candidate, NightCancelled, NightProcess
from app.store import Store

log = logging.getLogger(__name__)
_CLOSE_SECONDS = 15.0
_FORGOTTEN = phrase("Something that it was learning from was forgotten.")
_WIPED = phrase("What was learned was wiped.")
_NOTHING_NEW = phrase("Nothing new since the last night.")


class Nights:
    """Thread-safe; one night at a time. The store decides nothing: promotion happens here."""

    def __init__(
        self,
        store: Store,
        models: Models,
        settings: Callable[[], Settings],
        recall: Recall,
        receipts: Receipts,
    ) -> None:
        self._store = store
        self._models = models
        self._receipts = receipts
        self._settings = settings
        self._recall = recall
        self._one = threading.Lock()
        self._process: NightProcess | None = None
        self._last_touch = utc_now()
        self._closing = self._halted = False
        self._stopped: str | None = None
        self._learning: frozenset[str] = frozenset()
        self.on_scheduled: Callable[[NightProgress | Night], None] = lambda _: None
        self._clock = Clock(
            sleep=self._scheduled,
            last_success=store.nights.last_success,
            last_end=lambda: max((n.finished for n in self.all() if n.finished), default=None),
            at=lambda: settings().sleep_at if settings().nightly else None,
            idle=self.idle,
            paused_until=lambda: settings().paused_until,
        )

    # running

    def readiness(self) -> Readiness:
        """Whether a night that runs now would train, and if not, why."""
        signals = self._store.signals.all(State.ACTIVE)
        found = readiness(signals)
        if found.ready and self._nothing_new(signals, all_ids(signals, self._memories())):
            return Readiness(False, _NOTHING_NEW, nothing_new=True)
        return found

    def idle(self) -> timedelta:
        """How long nobody has touched the window or asked anything."""
        return utc_now() - self._last_touch

    @property
    def running(self) -> bool:
        return self._one.locked()

    def sleep_now(
        self,
        on_progress: Callable[[NightProgress], None] = lambda _: None,
        budget_minutes: float | None = None,
    ) -> Night:
        """Slow. Runs one night to its recorded end. Its outcome tells what happened; KnownError
        only where no night could begin."""
        with self.alone():
            self._halted, self._stopped = False, None
            try:
                return self._run(on_progress, budget_minutes or self._settings().night_minutes)
            finally:
                self._process = None

    @contextmanager
    def alone(self) -> Iterator[None]:
        """No night begins meanwhile, and no proof. Raises NightRunning."""
        if not self._one.acquire(blocking=False):
            raise NightRunning
        try:
            yield
        finally:
            self._one.release()

    def pause(self) -> None:
        self._halted = True
        if self._process:
            self._process.pause()

    def resume(self) -> None:
        self._halted = False
        if self._process:
            self._process.resume()

    def leave(self, rows: Collection[str] | None) -> None:
        """Stops a night that learns from one of `rows`, which are forgotten; None: any night, as
        all that was learned is."""
        if rows is None:
            self.cancel(_WIPED)
        elif not self._learning.isdisjoint(rows):
            self.cancel(_FORGOTTEN)

    def cancel(self, why: str = STOPPED) -> None:
        self._stopped = self._stopped or why
        if self._process:
            self._process.cancel(why)

    def _run(self, on_progress: Callable[[NightProgress], None], minutes: float) -> Night:
        base = self._models.base_sha256()
        # Before anything is read: what is forgotten from now on it may have seen.
        night = Night(id=uuid.uuid4().hex[:12], started=utc_now(), base=base)
        signals = self._store.signals.all(State.ACTIVE)
        found = readiness(signals)
        if not found.ready:
            return self._record(night, Outcome.SKIPPED, found.why)
        memories = self._memories()
        night = replace(night, rows=all_ids(signals, memories))
        if self._nothing_new(signals, night.rows):
            return self._record(night, Outcome.SKIPPED, _NOTHING_NEW)
        the_plan = plan(signals, memories, self._models.system_prompt(), self._recall.choose)
        self._store.nights.begin(night)
        self._learning = frozenset(night.rows)
        try:
            candidate = self._learn(night, the_plan, on_progress, minutes)
        except NightCancelled as end:
            stays = phrase("{why} The old adapter stays.", why=end.why)
            return self._finish(night, Outcome.INTERRUPTED, stays)
        except KnownError as error:
            return self._finish(night, Outcome.FAILED, told(error))
        except BaseException:
            self._finish(night, Outcome.FAILED, phrase("It broke off over a fault of ours."))
            raise
        return self._judge(night, the_plan, candidate)

    def _learn(
        self,
        night: Night,
        the_plan: Plan,
        on_progress: Callable[[NightProgress], None],
        minutes: float,
    ) -> Candidate:
        present = self.active_adapter()
        job = night_job(
            the_plan,
            base=self._models.current().path,
            base_sha256=night.base,
            system=self._models.system_prompt(),
            cache=catalogue.models_folder() / "cache" / night.base[:16],
            resources=Path(str(package_resources.files("resources"))),
            threads=hardware.threads(),
            present_rows=present.rows if present else (),
        )
        self._process = NightProcess(
            job, self._store.adapters.bytes_of(present) if present else b""
        )
        why = self._overtaken(night)  # before there was a process to tell
        if why is not None:
            self._process.cancel(why)
        if self._halted:
            self._process.pause()
        return self._process.run(on_progress, budget_s=minutes * 60)

    def _overtaken(self, night: Night) -> str | None:
        """Why it must not go on, if something has happened since it started."""
        if self._closing or self._stopped:
            return self._stopped or STOPPED
        begun = self._store.nights.get(night.id)
        if begun is None or begun.rows != night.rows:
            return _FORGOTTEN
        wiped = begun.outcome is not None or self._receipts.unlearned_since(night.started)
        return _WIPED if wiped else None

    def _judge(self, night: Night, the_plan: Plan, candidate: Candidate) -> Night:
        night = replace(
            night,
            recipe=str(candidate.manifest.get("recipe_hash", "")),
            metrics=metrics_of(the_plan, candidate),
        )
        if not candidate.promote:
            return self._finish(night, Outcome.KEPT, candidate.reason)
        adapter = Adapter(
            id=uuid.uuid4().hex[:12],
            night=night.id,
            base=night.base,
            sha256=candidate.sha256,
            rows=seen_by(the_plan, candidate),
            active=True,
        )
        night = replace(
            night,
            finished=utc_now(),
            outcome=Outcome.PROMOTED,
            reason=candidate.reason,
            adapter=adapter.id,
        )
        try:
            self._store.promote(night, adapter, candidate.data)
        except KnownError as error:
            night = replace(night, adapter=None)
            return self._finish(night, Outcome.FAILED, told(error))
        self._receipts.night_ended(night, adapter)
        return night

    def _memories(self) -> list[Memory]:
        return self._store.memories.all(MemoryState.ACTIVE)

    def _nothing_new(self, signals: Sequence[Signal], rows: tuple[str, ...]) -> bool:
        """The same rows, as many of them pinned, and the same base and recipe would give the same
        adapter and verdict, if it is still there and nothing forgotten waits for another."""
        last = next((n for n in self.all() if n.outcome in (Outcome.PROMOTED, Outcome.KEPT)), None)
        if last is None or (last.outcome is Outcome.PROMOTED and last.adapter is None):
            return False
        pinned = sum(signal.pinned for signal in signals)
        seen = (last.rows, last.recipe, (last.metrics or {}).get(PINNED, pinned))
        if seen != (rows, Recipe().hash, pinned) or self._receipts.rebuild_due():
            return False
        try:
            return last.base == self._models.base_sha256()
        except KnownError:  # no model is there: the night will say so
            return False

    def _record(self, night: Night, outcome: Outcome, reason: str) -> Night:
        self._store.nights.begin(night)
        return self._finish(night, outcome, reason)

    def _finish(self, night: Night, outcome: Outcome, reason: str) -> Night:
        ended = replace(night, finished=utc_now(), outcome=outcome, reason=reason)
        night = self._store.nights.finish(ended)
        self._receipts.night_ended(night, None)
        return night

    # the schedule

    def start_clock(self) -> None:
        """From now on nights come by themselves, where the settings say so."""
        self._clock.start()

    def watch(self) -> tuple[datetime | None, str]:
        """Since when the clock looks whether a night is due, and what it said last."""
        decision = self._clock.last_decision
        return self._clock.started, decision.reason if decision else ""

    def touch(self) -> None:
        """The user is here: a due night waits."""
        self._last_touch = utc_now()

    def paused_until(self) -> datetime | None:
        """The end of a pause that lasts; UNTIL_RESUMED where only the person ends it."""
        until = self._settings().paused_until
        return until if until is not None and utc_now() < until else None

    def next_due(self) -> datetime | None:
        """A night that a pause held back comes with the end of the pause."""
        settings, paused = self._settings(), self.paused_until()
        if not settings.nightly or paused == UNTIL_RESUMED:
            return None
        due = next_due(datetime.now().astimezone(), settings.sleep_at)
        return max(due, paused.astimezone()) if paused else due

    def _scheduled(self) -> None:
        try:
            night = self.sleep_now(self.on_scheduled)
        except KnownError as error:
            log.warning("the night could not begin: %s", error.title)
            return
        self.on_scheduled(night)

    # what was learned

    def all(self) -> list[Night]:
        """Newest first."""
        return self._store.nights.all()

    def get(self, night_id: str) -> Night:
        """By id or an unambiguous beginning of it."""
        found = [n for n in self.all() if n.id.startswith(night_id)] if night_id else []
        if len(found) != 1:
            raise NoSuchNight(night_id, len(found))
        return found[0]

    def active_adapter(self) -> Adapter | None:
        """The adapter in use, if it belongs to the base in use."""
        active = self._store.adapters.active()
        return active if active and active.base == self._models.base_sha256() else None

    def adapter_of(self, night: Night) -> Adapter:
        adapter = self._store.adapters.get(night.adapter) if night.adapter else None
        if adapter is None:
            raise NothingLearned(night)
        return adapter

    def usable(self) -> frozenset[str]:
        """Ids of the adapters that could be in use: made for this base, nothing forgotten."""
        base, kept = self._models.base_sha256(), self._store.adapters.kept()
        return frozenset(
            a.id for a in self._store.adapters.all() if a.base == base and a.id in kept
        )

    def fitting_adapter(self, night_id: str) -> Adapter:
        """KnownError where that night left none, or none for the base in use."""
        adapter = self.adapter_of(self.get(night_id))
        if adapter.base != self._models.base_sha256():
            raise OtherModel
        return adapter

    def use(self, night_id: str) -> Night:
        night = self.get(night_id)
        adapter = self.fitting_adapter(night.id)
        self._store.adapters.bytes_of(adapter)  # a damaged file must not become the active one
        self._store.adapters.activate(adapter.id)
        return night

    def rollback(self) -> Night | None:
        """To the promoted night before the active one; to the bare base when there is none."""
        active = self.active_adapter()
        if active is None:
            raise NothingToRollBack
        earlier = self._before(active)
        self._store.adapters.activate(earlier.adapter if earlier else None)
        return earlier

    def delete(self, night_id: str) -> Night | None:
        """Destroys what that night learned; the record of the night stays. Where it was in use, the
        one before it takes over. The night that is in use from now on, None for the bare base."""
        adapter = self.adapter_of(self.get(night_id))
        with self._store.transaction():
            if adapter.active:
                earlier = self._before(adapter)
                self._store.adapters.activate(earlier.adapter if earlier else None)
            self._store.adapters.delete(adapter.id)
        active = self.active_adapter()
        return self._store.nights.get(active.night) if active else None

    def _before(self, adapter: Adapter) -> Night | None:
        """The newest night before that of `adapter` whose own can still be used."""
        promoted = [n for n in self.all() if n.adapter and n.base == adapter.base]
        at = next(i for i, n in enumerate(promoted) if n.adapter == adapter.id)
        kept = self._store.adapters.kept()
        return next((n for n in promoted[at + 1 :] if n.adapter in kept), None)

    def export(self, night_id: str, path: Path, *, replace: bool = False) -> Path:
        """The plain GGUF, for other programs. It is personal data, and no longer protected."""
        data = self._store.adapters.bytes_of(self.adapter_of(self.get(night_id)))
        write_private(path, data, replace=replace)
        return path

    def close(self) -> None:
        """Stops the clock and a running night, and waits for its record in the ledger."""
        self._clock.stop()
        self._closing = True
        self.cancel()
        if self._one.acquire(timeout=_CLOSE_SECONDS):
            self._one.release()
