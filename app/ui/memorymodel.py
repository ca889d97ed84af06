"""Memories without a single widget: what is known about the person, and what they do about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.ledger import Memory, MemoryState
from app.domain.searching import flat
from app.services import Reverie
from app.services.forgetting import Forgotten
from app.services.memories import Remembered
from app.services.panel import KnownMemory
from app.ui import memoryrows
from app.ui.language import tr
from app.ui.ledgermodel import LedgerModel
from app.ui.ledgerrows import Entry
from app.ui.memoryrows import Question
from app.ui.runner import Runner


class MemoryModel(LedgerModel[KnownMemory, Question]):
    name = "memories"

    def __init__(self, services: Reverie, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(services, runner, Question(), parent)
        self._memories = services.memories

    def add(self, text: str) -> None:
        """Typed in by the person."""
        text = " ".join(text.split())
        if not text:
            return

        def done(made: Remembered) -> None:
            if made.was_known:
                self.said.emit(tr("Already remembered: {text}", text=f"“{text}”"), None)
            else:
                self.said.emit(
                    tr("Remembered: {text}", text=f"“{made.memory.text}”"), lambda: back(made)
                )
            self._done()

        def back(made: Remembered) -> None:
            self._change(lambda: self._memories.take_back(made.memory.id, made.before))

        self._runner.in_turn(self.name, lambda: self._memories.remember(text), done, self._failed)

    def correct(self, known: KnownMemory, text: str) -> None:
        """It was wrong. A proposed one is approved by that, too."""
        self._rewrite(known, text, changed=False)

    def supersede(self, known: KnownMemory, text: str) -> None:
        """It was right until now."""
        self._rewrite(known, text, changed=True)

    def approve(self, keys: Collection[str]) -> None:
        told = tr("%n memory(s) kept", "", len(keys))
        self._set_state(keys, MemoryState.ACTIVE, told)

    def set_used(self, keys: Collection[str], used: bool) -> None:
        """Used again, or left out: kept, and in no prompt."""
        state = MemoryState.ACTIVE if used else MemoryState.EXCLUDED
        told = tr("%n memory(s) used again", "", len(keys))
        self._set_state(keys, state, told if used else tr("%n memory(s) left out", "", len(keys)))

    def pin(self, keys: Collection[str], pinned: bool) -> None:
        """Pinned ones stand first, here and in the prompt."""
        wanted = tuple(keys)
        changed = [
            one.key for one in self.entries if one.key in wanted and one.memory.pinned is not pinned
        ]

        def back() -> None:
            self._change(lambda: self._memories.pin(changed, not pinned))

        self._overlay_memories(wanted, pinned=pinned)
        kept = tr("%n memory(s) pinned", "", len(wanted))
        told = kept if pinned else tr("%n memory(s) no longer pinned", "", len(wanted))
        self._change(lambda: self._memories.pin(wanted, pinned), told, back)

    def counts(self) -> dict[MemoryState, int]:
        made = dict.fromkeys(MemoryState, 0)
        for one in self.entries:
            made[one.memory.state] += 1
        return made

    # inside

    def _rewrite(self, known: KnownMemory, text: str, *, changed: bool) -> None:
        old, text = known.memory, " ".join(text.split())
        if not text or text == old.text:
            return
        proposed = old.state is MemoryState.PROPOSED
        state = MemoryState.ACTIVE if proposed else old.state
        self._overlay_memories((old.id,), text=text, state=state)
        told = tr("Replaced; the old one is history") if changed else tr("Corrected")
        made: list[tuple[Memory, Forgotten | None]] = []

        def work() -> None:
            if changed:
                made.append((self._memories.supersede(old.id, text), None))
            else:
                made.append(self._memories.correct(old.id, text))

        def back() -> None:
            new, forgotten = made[0]
            self._change(lambda: self._memories.restore(old, new.id, forgotten))

        self._change(work, told, back)

    def _set_state(self, keys: Collection[str], state: MemoryState, told: str) -> None:
        wanted = tuple(keys)
        before = {one.key: one.memory.state for one in self.entries if one.key in wanted}
        self._overlay_memories(wanted, state=state)

        def back() -> None:
            for old in set(before.values()):
                chosen = [key for key in wanted if before.get(key) is old]
                self._change(lambda ids=chosen, state=old: self._memories.set_state(ids, state))  # type: ignore[misc]

        self._change(lambda: self._memories.set_state(wanted, state), told, back)

    def _overlay_memories(self, keys: Collection[str], **values: object) -> None:
        new = {}
        for one in self.entries:
            if one.key in keys:
                memory = replace(one.memory, **values)  # type: ignore[arg-type]
                new[one.key] = replace(one, memory=memory, words=flat(memory.text))
        self._overlay(new)

    def _read(self, most: int | None) -> list[KnownMemory]:
        return self._services.panel.memories(most)

    def _sifted(self, entries: Sequence[KnownMemory], question: Question) -> list[Entry]:
        return memoryrows.rows_of(entries, question)

    def _forget(self, keys: Sequence[str]) -> Forgotten:
        return self._services.forgetting.forget(memories=keys)

    def _forgotten(self, count: int) -> str:
        return tr("Forgotten.") if count == 1 else tr("%n memory(s) forgotten.", "", count)

    def _export(self, file: Path, keys: Collection[str]) -> None:
        chains = [one.chain for one in self.entries if one.key in keys]
        self._services.panel.export_memories(file, {i for chain in chains for i in chain})
