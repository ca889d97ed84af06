"""Memories: everything that is known about the person, in words; each line can be corrected, left
out and forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from app.domain.ledger import MemoryState
from app.domain.likeness import meant_by
from app.services.memories import LONGEST
from app.services.panel import KnownMemory
from app.ui import memoryrows, words
from app.ui.controls import Button, row
from app.ui.language import tr
from app.ui.ledgercard import Card
from app.ui.ledgerdelegate import LedgerDelegate, Look, Run
from app.ui.ledgerpage import Choice, Deed, LedgerPage, tally
from app.ui.ledgerrows import Entry
from app.ui.memorycard import MemoryCard
from app.ui.memorymodel import MemoryModel


class MemoryDelegate(LedgerDelegate):
    def look(self, entry: Entry) -> Look:
        assert isinstance(entry, KnownMemory)  # noqa: S101
        memory = entry.memory
        faded = memory.state is not MemoryState.ACTIVE or memory.until is not None
        return Look(
            ("pin", "accent") if memory.pinned else ("memory", "muted"),
            [Run(memory.text, "muted" if faded else "text")],
            [Run(memoryrows.caption(entry), "muted")],
            badges=memoryrows.badges(entry)[::-1],
        )


class MemoriesPage(LedgerPage):
    file_name = "reverie-memories.jsonl"
    model: MemoryModel

    def __init__(self, model: MemoryModel) -> None:
        self._drafts: dict[str, str] = {}  # of texts that are being rewritten
        super().__init__(
            tr("Memories"),
            tr(
                "What Reverie knows about you, in plain words. It is told to the model before each "
                "reply, and stays on this computer."
            ),
            model,
        )
        self.new = QLineEdit()
        self.new.setAccessibleName(tr("Something to remember"))
        self.new.setPlaceholderText(tr("Add something about you, or about how you like replies"))
        self.new.setMaxLength(LONGEST)
        self.new.returnPressed.connect(self._add)
        self.add = Button("plain", tr("Remember"), icon="plus", on=self._add)
        self.add.setEnabled(False)
        self.new.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        line = row(self.new, self.add, space=8)
        line.setStretch(0, 1)
        self.head.insertLayout(1, line)
        self.kind = Choice(tr("Kind"), memoryrows.KINDS, tr("Any kind"))
        self.state = Choice(tr("State"), memoryrows.STATES, tr("Any state"))
        self.origin = Choice(tr("Source"), memoryrows.ORIGINS, tr("Any source"))
        self.order = Choice(tr("Order"), memoryrows.ORDERS)
        self.kind.picked.connect(lambda kind: self.ask(kind=kind))
        self.state.picked.connect(lambda state: self.ask(state=state))
        self.origin.picked.connect(lambda origin: self.ask(origin=origin))
        self.order.picked.connect(lambda order: self.ask(order=order))
        for choice in (self.kind, self.state, self.origin, self.order):
            self.sieves.addWidget(choice)

    def show_waiting(self) -> None:
        """What was proposed and waits for approval."""
        self.show_all()
        self.ask(state=MemoryState.PROPOSED)

    def show_meant(self, text: str) -> None:
        """Those that may be meant by a few words, all where there are none."""
        self.show_all()
        self.search.line.setText(" ".join(meant_by(text)))

    # of this page

    def delegate(self) -> LedgerDelegate:
        return MemoryDelegate(self)

    def card(self, entry: Entry) -> Card:
        assert isinstance(entry, KnownMemory)  # noqa: S101
        card = MemoryCard(entry, self.model, self._drafts)
        card.sought.connect(self.sought)
        card.night.connect(self.night)
        card.wanted.connect(self.view.open)
        card.forgotten.connect(self.forget)
        return card

    def stands_open(self, entry: Entry) -> bool:
        return isinstance(entry, KnownMemory) and entry.memory.state is MemoryState.PROPOSED

    def spoken(self, entry: Entry) -> str:
        assert isinstance(entry, KnownMemory)  # noqa: S101
        return memoryrows.spoken(entry)

    def deeds(self, keys: Sequence[str]) -> list[Deed]:
        found = [one for key in keys if isinstance(one := self.view.rows.entry(key), KnownMemory)]
        states = {one.memory.state for one in found}
        pinned = all(one.memory.pinned for one in found)
        deeds = []
        if states == {MemoryState.PROPOSED}:
            deeds.append(Deed(tr("Keep"), "check", self.model.approve))
        else:
            pin = tr("Unpin") if pinned else tr("Pin")
            deeds.append(Deed(pin, "pin", lambda these: self.model.pin(these, not pinned)))
        if MemoryState.ACTIVE in states:
            leave = lambda these: self.model.set_used(these, used=False)  # noqa: E731
            deeds.append(Deed(tr("Leave out"), "hide", leave))
        elif states == {MemoryState.EXCLUDED}:
            use = lambda these: self.model.set_used(these, used=True)  # noqa: E731
            deeds.append(Deed(tr("Use again"), "check", use))
        deeds.append(Deed(tr("Export …"), "download", self.ask_export))
        deeds.append(Deed(tr("Forget"), "trash", self.forget, danger=True))
        return deeds

    def counted(self) -> str:
        shown = sum(isinstance(row, KnownMemory) for row in self.model.rows)
        if not self.model.question.is_open:
            return tally(shown, len(self.model.entries))
        counts, state = self.model.counts(), MemoryState
        told = []
        if counts[state.ACTIVE]:
            told.append(tr("{count} in use", count=words.number(counts[state.ACTIVE])))
        if counts[state.PROPOSED]:
            told.append(tr("{count} to approve", count=words.number(counts[state.PROPOSED])))
        return " · ".join(told)

    def explain_nothing(self) -> tuple[str, str]:
        return tr("Nothing is remembered yet"), tr(
            "Type something above, or say in a chat: “Remember that …”. What Reverie notices by "
            "itself waits here for your approval."
        )

    def show_question(self) -> None:
        question = self.model.question
        self.kind.show_value(question.kind)
        self.state.show_value(question.state)
        self.origin.show_value(question.origin)
        self.order.show_value(question.order)

    def _add(self) -> None:
        text = self.new.text()
        self.new.clear()
        self.model.add(text)
