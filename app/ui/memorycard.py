"""A memory that is open: its text to be rewritten in place, where it came from, what it replaced,
which nights learned from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.ledger import MemoryState
from app.services.memories import LONGEST
from app.services.panel import KnownMemory, Place, Use
from app.ui import memoryrows
from app.ui.controls import Button, Label, clear, column, holds_focus, row
from app.ui.flow import Flow
from app.ui.growingtext import GrowingText
from app.ui.language import told, tr
from app.ui.ledgercard import Card, night_links
from app.ui.ledgerrows import Entry
from app.ui.memorymodel import MemoryModel
from app.ui.theme import current


class MemoryCard(Card):
    """A proposed one asks for a decision; any other offers what can be done."""

    sought = Signal(str, str)
    night = Signal(str)
    wanted = Signal(str)  # key of another memory
    forgotten = Signal(tuple)

    def __init__(self, known: KnownMemory, model: MemoryModel, drafts: dict[str, str]) -> None:
        super().__init__(known.key)
        self._known = known
        self._model = model
        self._drafts = drafts
        self._use = Use()
        self.field = GrowingText(tr("Text of the memory"), most_lines=None, enter_breaks=False)
        self.caption = Label("", "caption", wrap=True)
        self.choice = self._made_choice()
        self._more = column(space=10)
        self._foot = column(space=0)
        end = Button("small", icon="chevron-up", name=tr("Close"), on=self._close)
        self.close_button = end
        head = row(self.field, end, space=8)
        head.setStretch(0, 1)
        px = current().px
        self.caption.setContentsMargins(px(2), 0, px(2), 0)  # under the text in the field
        inner = column(head, self.caption, self.choice, space=6, margins=(18, 12, 12, 12))
        inner.addSpacing(px(2))
        inner.addLayout(self._more)
        inner.addLayout(self._foot)
        self.fill(inner)
        self.field.set_text(drafts.get(known.key, known.memory.text))
        self.field.document().clearUndoRedoStacks()
        self.field.textChanged.connect(self._typed)
        self.field.submitted.connect(self._enter)
        self.field.cancelled.connect(self._cancel)
        self._show()
        model.use_of(known.key, self._show_use)

    def show_entry(self, entry: Entry) -> None:
        assert isinstance(entry, KnownMemory)  # noqa: S101
        before, self._known = self._known, entry
        if before.memory.text != entry.memory.text and not holds_focus(self):
            self.field.set_text(entry.memory.text)
        if before != entry:
            self._show()

    def edit(self) -> None:
        self.field.setFocus()
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    # what is shown

    def _show(self) -> None:
        known = self._known
        proposed = known.memory.state is MemoryState.PROPOSED
        self.caption.setText(memoryrows.caption(known))
        self.close_button.setVisible(not proposed)
        clear(self._foot)
        self._foot.addLayout(self._decisions() if proposed else self._offers())
        self._show_more()
        self._typed()

    def _decisions(self) -> QBoxLayout:
        keep = Button("primary", tr("Keep"), icon="check", on=self._keep)
        no = Button("plain", tr("Not this"), icon="cross", on=self._forget)
        change = Button("plain", tr("Edit, then keep"), icon="edit", on=self.edit)
        text = self._known.memory.text
        for button in (keep, no, change):
            button.setAccessibleDescription(text)
        return row(keep, no, change, None, self._way())

    def _offers(self) -> QBoxLayout:
        memory = self._known.memory
        used = memory.state is MemoryState.ACTIVE
        pin = Button(
            "quiet",
            tr("Unpin") if memory.pinned else tr("Pin"),
            icon="pin",
            tip=tr("Pinned ones are always told to the model"),
            on=lambda: self._model.pin([self.key], not self._known.memory.pinned),
        )
        use = Button(
            "quiet",
            tr("Leave out") if used else tr("Use again"),
            icon="hide" if used else "check",
            tip=tr("Kept here, and told to no model") if used else "",
            on=lambda: self._model.set_used([self.key], not used),
        )
        forget = Button("quiet", tr("Forget"), icon="trash", on=self._forget)
        return row(pin, use, self._way(), None, forget, space=4)

    def _way(self) -> Button:
        """To the message that it was taken from."""
        way = Button("quiet", tr("Show the message"), icon="chat", on=self._seek)
        way.setAccessibleDescription(memoryrows.source(self._known))
        way.setVisible(self._known.place is not None)
        return way

    def _show_use(self, use: Use) -> None:
        if isValid(self):  # it may be closed by now
            self._use = use
            self._show_more()

    def _show_more(self) -> None:
        clear(self._more)
        for other in self._known.others:
            show = Button(
                "link", tr("It disagrees with: {text}", text=other.text), icon="alert",
                on=partial(self.wanted.emit, other.id),
            )  # fmt: skip
            self._more.addLayout(row(show, None))
        if self._known.earlier:
            lines = [self._earlier(at) for at in range(len(self._known.earlier))]
            self._more.addLayout(column(Label(tr("Before that"), "label"), *lines, space=2))
        if self._use.nights:
            links = night_links(self._use.nights, self.night.emit)
            self._more.addLayout(column(Label(tr("Nights that used it"), "label"), links, space=2))
        if self._use.untaught and self._known.memory.state is MemoryState.ACTIVE:
            self._more.addWidget(Label(str(told(self._use.untaught)), "muted", wrap=True))

    def _earlier(self, at: int) -> QBoxLayout:
        memory = self._known.earlier[at]
        gone = Button(
            "small",
            icon="trash",
            name=tr("Forget: {text}", text=memory.text),
            on=lambda: self.forgotten.emit((memory.id,)),
        )
        text = Label(memory.text, "muted", wrap=True)
        line = row(text, Label(memoryrows.lifetime(memory), "caption"), gone, space=10)
        line.setStretch(0, 1)
        return line

    # rewriting

    def _made_choice(self) -> QWidget:
        """What a new text means; shown once there is one."""
        self.correct = Button("primary", tr("It was wrong"), on=self._correct)
        self.correct.setToolTip(tr("The old text is forgotten, by what was learned, too (Enter)"))
        self.supersede = Button("plain", tr("It has changed since"), on=self._supersede)
        self.supersede.setToolTip(tr("The old text stays here as history and is no longer used"))
        self.cancel = Button("quiet", tr("Cancel"), on=self._cancel)
        self.length = Label("", "notice")
        holder = QWidget()
        flow = Flow(current().px(8))
        for widget in (self.correct, self.supersede, self.cancel, self.length):
            flow.addWidget(widget)
        holder.setLayout(flow)
        holder.hide()
        return holder

    def _typed(self) -> None:
        text, memory = " ".join(self.field.text().split()), self._known.memory
        changed = bool(text) and text != memory.text
        proposed = memory.state is MemoryState.PROPOSED
        self.choice.setVisible(changed)
        self.supersede.setVisible(not proposed)
        self.correct.setText(tr("Keep it like this") if proposed else tr("It was wrong"))
        self.correct.setAccessibleName(self.correct.text())
        long = len(text) > LONGEST
        self.length.setText(tr("%n character(s) too many", "", len(text) - LONGEST) if long else "")
        self.length.setVisible(long)
        for button in (self.correct, self.supersede):
            button.setEnabled(not long)
        if changed:
            self._drafts[self.key] = self.field.text()
        else:
            self._drafts.pop(self.key, None)

    def _enter(self) -> None:
        if not self.choice.isHidden() and self.correct.isEnabled():
            self._correct()
        elif self.choice.isHidden() and self._known.memory.state is MemoryState.PROPOSED:
            self._keep()
        elif self.choice.isHidden():
            self._close()

    def _cancel(self) -> None:
        changed = not self.choice.isHidden()
        self.field.set_text(self._known.memory.text)
        if not changed:
            self._close()

    def _correct(self) -> None:
        self._rewrite(self._model.correct)

    def _supersede(self) -> None:
        self._rewrite(self._model.supersede)

    def _rewrite(self, how: Callable[[KnownMemory, str], None]) -> None:
        known, text = self._known, self.field.text()
        self._drafts.pop(self.key, None)
        self._close()
        how(known, text)

    # deciding

    def _keep(self) -> None:
        self._model.approve([self.key])

    def _forget(self) -> None:
        self.forgotten.emit((self.key,))

    def _close(self) -> None:
        self.closed.emit(self.key)

    def _seek(self) -> None:
        place: Place | None = self._known.place
        if place is not None:
            self.sought.emit(place.conversation, place.message)
