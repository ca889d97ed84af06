"""Corrections: everything that the person did with a reply and that nights may learn from."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.ledger import State
from app.domain.provenance import Draft
from app.services.panel import KnownSignal
from app.ui import signalrows, words
from app.ui.controls import Button
from app.ui.language import tr
from app.ui.ledgercard import Card
from app.ui.ledgerdelegate import LedgerDelegate, Look, Run
from app.ui.ledgerpage import Choice, Deed, LedgerPage, tally
from app.ui.ledgerrows import Entry
from app.ui.signalcard import SignalCard
from app.ui.signalmodel import SignalModel
from app.ui.worddiff import MINUS, Op, Part

_PAINT = {
    Op.KEPT: ("", "muted", "", False, False),
    Op.REMOVED: (MINUS, "danger", "danger_soft", True, False),
    Op.ADDED: ("+", "good", "good_soft", False, True),
}


class SignalDelegate(LedgerDelegate):
    def look(self, entry: Entry) -> Look:
        assert isinstance(entry, KnownSignal)  # noqa: S101
        signal = entry.signal
        if signal.edited is None:
            said = f"{signalrows.gesture(signal)} · {signalrows.one_line(signal.reply, 200)}"
            second = [Run(said, "muted")]
        else:
            second = [_run(part) for part in signalrows.changes(signal.reply, signal.edited)]
        return Look(
            _icon(entry),
            [Run(signalrows.one_line(signal.prompt, 200))],
            second,
            f"{signalrows.where(entry)} · {words.day(signal.at)}",
            signalrows.badges(entry)[::-1],
        )


class CorrectionsPage(LedgerPage):
    file_name = "reverie-signals.jsonl"
    model: SignalModel

    def __init__(self, model: SignalModel) -> None:
        super().__init__(
            tr("Corrections"),
            tr(
                "What you did with replies, which is all that nights learn from. "
                "You judge what may hold others' words."
            ),
            model,
        )
        self.waiting = Button("choice", "", icon="alert", on=self._toggle_waiting)
        self.waiting.setCheckable(True)
        self.night_sieve = Button("choice", "", icon="cross", on=self.show_all)
        self.night_sieve.setToolTip(tr("Show all again"))
        self.night_sieve.setCheckable(True)
        self.kind = Choice(tr("Kind"), signalrows.KINDS, tr("Any kind"))
        self.state = Choice(tr("State"), signalrows.STATES, tr("Any state"))
        self.source = Choice(tr("Source"), signalrows.SOURCES, tr("Any source"))
        self.since = Choice(tr("When"), signalrows.SINCES, tr("Any time"))
        self.order = Choice(tr("Order"), signalrows.ORDERS)
        self.kind.picked.connect(lambda kind: self.ask(kind=kind))
        self.state.picked.connect(lambda state: self.ask(state=state))
        self.source.picked.connect(lambda source: self.ask(source=source))
        self.since.picked.connect(lambda since: self.ask(since=since))
        self.order.picked.connect(lambda order: self.ask(order=order))
        choices = self.kind, self.state, self.source, self.since, self.order
        for sieve in (*choices, self.waiting, self.night_sieve):
            self.sieves.addWidget(sieve)
        self.show_question()

    def show_waiting(self) -> None:
        """What waits to be judged."""
        self.show_all()
        self.ask(state=State.QUARANTINED)

    def show_night(self, night_id: str, why: str) -> None:
        """What a night learned from; `why` says which."""
        self.search.line.clear()
        self.model.ask_night(night_id, why)

    # of this page

    def delegate(self) -> LedgerDelegate:
        return SignalDelegate(self)

    def card(self, entry: Entry) -> Card:
        assert isinstance(entry, KnownSignal)  # noqa: S101
        card = SignalCard(entry, self.model)
        card.sought.connect(self.sought)
        card.night.connect(self.night)
        card.forgotten.connect(self.forget)
        card.caret.connect(self.view.reveal)
        card.discarded.connect(self._discarded)
        return card

    def spoken(self, entry: Entry) -> str:
        assert isinstance(entry, KnownSignal)  # noqa: S101
        return signalrows.spoken(entry)

    def deeds(self, keys: Sequence[str]) -> list[Deed]:
        found = [one for key in keys if isinstance(one := self.view.rows.entry(key), KnownSignal)]
        states = {one.signal.state for one in found}
        pinned = all(one.signal.pinned for one in found)
        pin = lambda these: self.model.pin(these, not pinned)  # noqa: E731
        deeds = [Deed(tr("Unpin") if pinned else tr("Pin"), "pin", pin)]
        if states != {State.ACTIVE}:
            learn = lambda these: self.model.set_learning(these, learn=True)  # noqa: E731
            deeds.append(Deed(tr("Learn from it"), "check", learn))
        if states != {State.EXCLUDED}:
            leave = lambda these: self.model.set_learning(these, learn=False)  # noqa: E731
            deeds.append(Deed(tr("Leave out"), "hide", leave))
        deeds.append(Deed(tr("Export …"), "download", self.ask_export))
        deeds.append(Deed(tr("Forget"), "trash", self.forget, danger=True))
        return deeds

    def counted(self) -> str:
        shown = sum(isinstance(row, KnownSignal) for row in self.model.rows)
        return tally(shown, len(self.model.entries)) if self.model.entries else ""

    def explain_nothing(self) -> tuple[str, str]:
        return tr("Nothing is taught yet"), tr(
            "Edit a reply until it says what you would have written, or give it a thumb: it will "
            "be listed here, and the next night learns from it."
        )

    def show_question(self) -> None:
        question = self.model.question
        self.kind.show_value(question.kind)
        self.state.show_value(question.state)
        self.source.show_value(question.source)
        self.since.show_value(question.since)
        self.order.show_value(question.order)
        self.night_sieve.setVisible(question.among is not None)
        self.night_sieve.setText(question.why)
        self.night_sieve.setAccessibleName(question.why or tr("Show all again"))
        self.night_sieve.setChecked(True)
        self._show_waiting()

    def _discarded(self, key: str, draft: Draft) -> None:
        def back() -> None:
            self.model.drafts[key] = draft
            self.view.open(key, edit=True)

        self.model.said.emit(tr("Discarded"), back)

    def _show_waiting(self) -> None:
        count, only = self.model.waiting(), self.model.question.state is State.QUARANTINED
        told = tr("{count} to be judged", count=words.number(count))
        self.waiting.setText(told)
        self.waiting.setAccessibleName(told)
        self.waiting.setChecked(only)
        self.waiting.setVisible(bool(count) or only)

    def _toggle_waiting(self) -> None:
        only = self.model.question.state is State.QUARANTINED
        self.ask(state=None if only else State.QUARANTINED)


def _waits(entry: KnownSignal) -> bool:
    return entry.signal.state is State.QUARANTINED


def _icon(entry: KnownSignal) -> tuple[str, str]:
    if _waits(entry):
        return signalrows.icon(entry.signal), "warn"
    return ("pin", "accent") if entry.signal.pinned else (signalrows.icon(entry.signal), "muted")


def _run(part: Part) -> Run:
    sign, colour, ground, struck, underlined = _PAINT[part.op]
    return Run(f"{sign}{part.text}", colour, ground, struck, underlined)
