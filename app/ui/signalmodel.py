"""Corrections without a single widget: what the person taught, and what is to become of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.ledger import Kind, State, Via
from app.domain.provenance import Draft
from app.services import Reverie
from app.services.forgetting import Forgotten
from app.services.gestures import Corrected
from app.services.panel import KnownSignal
from app.ui import signalrows
from app.ui.language import tr
from app.ui.ledgermodel import LedgerModel, about
from app.ui.ledgerrows import Entry
from app.ui.runner import Runner
from app.ui.signalrows import Question


class SignalModel(LedgerModel[KnownSignal, Question]):
    name = "signals"

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(services, runner, Question(), parent)
        self.drafts: dict[str, Draft] = {}  # of texts that are being put right, by key

    def correct(self, known: KnownSignal, draft: Draft, learn: bool) -> None:
        """What the person wanted instead; a draft of it is kept until that is stored."""
        state = State.ACTIVE if learn else State.EXCLUDED
        text, gestures = draft.text.strip(), self._services.gestures
        signal = replace(
            known.signal, kind=Kind.EDIT, via=Via.EDIT, edited=text, spans=(), state=state
        )
        self._overlay({known.key: replace(known, signal=signal, learned=False, text=text)})

        def done(corrected: Corrected | None) -> None:
            self.drafts.pop(known.key, None)
            if corrected is not None:
                said = " ".join(filter(None, (tr("Corrected."), about(corrected.forgotten))))
                self.said.emit(said, lambda: self._change(lambda: gestures.restore(corrected)))
            self._done()

        self._runner.in_turn(
            self.name,
            lambda: gestures.correct(known.key, draft, learn=learn),
            done,
            self._failed,
        )

    def can_correct(self, known: KnownSignal) -> bool:
        """A reply has one correction, in whatever other ways it was judged."""
        signal = known.signal
        return (
            signal.kind is Kind.EDIT
            or signal.message is None
            or not any(
                one.signal.kind is Kind.EDIT and one.signal.message == signal.message
                for one in self.entries
            )
        )

    def set_learning(self, keys: Collection[str], learn: bool) -> None:
        """Whether nights learn from them; this judges those that waited, too."""
        wanted, state = frozenset(keys), State.ACTIVE if learn else State.EXCLUDED
        signals = self._services.signals
        before = {one.key: one.signal.state for one in self.entries if one.key in wanted}
        new = {
            one.key: replace(one, signal=replace(one.signal, state=state))
            for one in self.entries
            if one.key in wanted
        }

        def back() -> None:
            for old in set(before.values()):
                chosen = [key for key in wanted if before.get(key) is old]
                self._change(partial(signals.set_state, chosen, old))

        self._overlay(new)
        learned = tr("The next night learns from %n correction(s)", "", len(wanted))
        left = tr("%n correction(s) left out of learning", "", len(wanted))
        told = learned if learn else left
        self._change(lambda: signals.set_state(wanted, state), told, back)

    def pin(self, keys: Collection[str], pinned: bool) -> None:
        """Pinned ones stand first, here and among the examples."""
        wanted, signals = frozenset(keys), self._services.signals
        chosen = {one.key: one for one in self.entries if one.key in wanted}
        changed = [key for key, one in chosen.items() if one.signal.pinned is not pinned]

        def back() -> None:
            self._change(lambda: signals.pin(changed, not pinned))

        self._overlay({
            key: replace(one, signal=replace(one.signal, pinned=pinned))
            for key, one in chosen.items()
        })  # fmt: skip
        kept = tr("%n correction(s) pinned", "", len(wanted))
        told = kept if pinned else tr("%n correction(s) no longer pinned", "", len(wanted))
        self._change(lambda: signals.pin(wanted, pinned), told, back)

    def ask_night(self, night_id: str, why: str) -> None:
        """Those that a night learned from."""
        self._runner.call(
            lambda: self._services.panel.rows_of_night(night_id),
            lambda among: self.ask(Question(among=among, why=why)),
            self.problem.emit,
        )

    def waiting(self) -> int:
        """How many wait to be judged."""
        return sum(one.signal.state is State.QUARANTINED for one in self.entries)

    # inside

    def _read(self, most: int | None) -> list[KnownSignal]:
        return self._services.panel.signals(most)

    def _sifted(self, entries: Sequence[KnownSignal], question: Question) -> list[Entry]:
        return signalrows.rows_of(entries, question)

    def _forget(self, keys: Sequence[str]) -> Forgotten:
        return self._services.forgetting.forget(signals=keys)

    def _forgotten(self, count: int) -> str:
        return tr("Forgotten.") if count == 1 else tr("%n correction(s) forgotten.", "", count)

    def _export(self, file: Path, keys: Collection[str]) -> None:
        self._services.panel.export_signals(file, keys)
