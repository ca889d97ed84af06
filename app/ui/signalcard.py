"""A correction that is open: what was asked, what was changed, to be put right in its place, where
the words come from, which nights learned from it, and why it waits."""

from __future__ import annotations

import html

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.ledger import Provenance, State
from app.domain.provenance import Draft
from app.services.panel import KnownSignal, Use
from app.ui import signalrows, theme, words
from app.ui.controls import Button, Label, Panel, Picture, clear, column, row
from app.ui.correction import Changes
from app.ui.language import told, tr
from app.ui.ledgercard import Card, night_links
from app.ui.ledgerrows import Entry
from app.ui.replyeditor import ReplyEditor
from app.ui.signalmodel import SignalModel
from app.ui.textview import TextView

MOST = 2000  # characters of a text that are shown at first


class SignalCard(Card):
    sought = Signal(str, str)
    night = Signal(str)
    forgotten = Signal(tuple)
    caret = Signal(object, QRect)  # the widget that it is in, and where
    discarded = Signal(str, object)  # the key, and the draft that was not saved

    def __init__(self, known: KnownSignal, model: SignalModel) -> None:
        super().__init__(known.key)
        self._known = known
        self._model = model
        self._use = Use()
        self.changes: Changes | None = None
        self.editor: ReplyEditor | None = None
        signal = known.signal
        self.title = Label(signalrows.gesture(signal), "strong")
        when = f"{words.sentence(words.when(signal.at))} · {signalrows.where(known)}"
        self.close_button = Button("small", icon="chevron-up", name=tr("Close"), on=self._close)
        head = row(
            Picture(signalrows.icon(signal)),
            self.title,
            Label(when, "caption"),
            None,
            self.close_button,
            space=10,
        )
        self._judging = column(space=0)
        self._more = column(space=8)
        inner = column(head, self._judging, space=12, margins=(18, 12, 12, 12))
        inner.addLayout(column(Label(tr("You asked"), "label"), Text(signal.prompt), space=4))
        self._what = QWidget()
        self._what.setLayout(self._said())
        self._writing = column(space=4)
        self.nothing = Label(
            tr("Empty, or as the model wrote it, there is nothing to learn."), "notice", wrap=True
        )
        self.nothing.hide()
        inner.addWidget(self._what)
        inner.addLayout(self._writing)
        inner.addLayout(self._more)
        inner.addLayout(self._offers())
        self.fill(inner)
        self._show()
        if known.key in model.drafts:
            self._begin(model.drafts[known.key])
        model.use_of(known.key, self._show_use)

    def show_entry(self, entry: Entry) -> None:
        assert isinstance(entry, KnownSignal)  # noqa: S101
        before, self._known = self._known, entry
        if before != entry:
            self._show()

    def edit(self) -> None:
        """What was wanted instead is put right. Where it cannot be, the focus goes to what is to be
        decided."""
        if self._model.can_correct(self._known):
            editor = self.editor or self._begin()
            editor.field.setFocus()
            editor.field.moveCursor(editor.field.textCursor().MoveOperation.End)
        else:
            waits = self._known.signal.state is State.QUARANTINED
            (self.judge if waits else self.learn).setFocus()

    # what is shown

    def _said(self) -> QBoxLayout:
        signal = self._known.signal
        if signal.edited is None:
            title = Label(tr("The model wrote"), "label")
            return column(title, Text(signal.reply), space=4)
        self.changes = Changes()
        self.changes.diff.compare(signal.reply, signal.edited)
        lines = column(Label(tr("What you changed"), "label"), self.changes, space=6)
        lines.addWidget(Origins(self._known))
        return lines

    def _show(self) -> None:
        self._show_judging()
        self._show_offers()
        self._show_more()

    def _show_judging(self) -> None:
        clear(self._judging)
        if self._known.signal.state is not State.QUARANTINED:
            return
        note = Panel("doubt")
        reasons = self._use.doubts or (
            tr("Somebody else's words may be in it, so nights leave it out."),
        )
        self.judge = Button("primary", tr("Learn from it"), icon="check", on=self._learn)
        leave = Button("plain", tr("Leave out"), icon="hide", on=self._leave)
        lines = column(Label(tr("It waits for your judgement"), "strong"), space=4)
        for reason in reasons:
            lines.addWidget(Label(str(told(reason)), wrap=True))
        lines.addSpacing(theme.current().px(6))
        lines.addLayout(row(self.judge, leave, None))
        whole = row(column(Picture("alert", colour="warn"), None), space=12,
                    margins=(14, 12, 14, 12))  # fmt: skip
        whole.addLayout(lines, 1)
        note.setLayout(whole)
        self._judging.addWidget(note)

    def _offers(self) -> QBoxLayout:
        edits = self._known.signal.edited is not None
        self.write = Button(
            "quiet",
            tr("Edit") if edits else tr("Write what you wanted"),
            icon="edit",
            tip="" if edits else tr("It becomes a correction, which says more"),
            on=self.edit,
        )
        if not self._model.can_correct(self._known):
            self.write.hide()
        self.pin = Button("quiet", tr("Pin"), icon="pin", on=self._pin)
        self.pin.setToolTip(
            tr("A pinned one comes first: as an example, and in what a night learns from")
        )
        self.learn = Button("quiet", tr("Leave out"), on=self._switch)
        way = Button("quiet", tr("Show the message"), icon="chat", on=self._seek)
        if self._known.place is None:
            way.hide()
        forget = Button("quiet", tr("Forget"), icon="trash", on=self._forget)
        return row(self.write, self.pin, self.learn, way, None, forget, space=4)

    def _show_offers(self) -> None:
        """The buttons stay, and with them the focus."""
        signal = self._known.signal
        learns = signal.state is State.ACTIVE
        self.pin.setText(tr("Unpin") if signal.pinned else tr("Pin"))
        self.learn.setText(tr("Leave out") if learns else tr("Learn from it"))
        for button in (self.pin, self.learn):
            button.setAccessibleName(button.text())
        self.learn.set_icon("hide" if learns else "check")
        self.learn.setToolTip(tr("Kept here, and no night learns from it") if learns else "")
        self.learn.setVisible(signal.state is not State.QUARANTINED)

    def _show_use(self, use: Use) -> None:
        if isValid(self):  # it may be closed by now
            self._use = use
            self._show_judging()
            self._show_more()

    def _show_more(self) -> None:
        clear(self._more)
        parts = [signalrows.strength(self._known.signal), signalrows.written_by(self._use)]
        said = " · ".join(text.removesuffix(".") for text in parts if text)
        if said:
            self._more.addWidget(Label(said, "caption", wrap=True))
        if self._use.nights:
            links = night_links(self._use.nights, self.night.emit)
            title = Label(tr("Nights that learned from it"), "label")
            self._more.addLayout(column(title, links, space=2))

    # writing

    def _begin(self, draft: Draft | None = None) -> ReplyEditor:
        """`draft`: what was being written before."""
        signal, text = self._known.signal, self._known.text
        before = Draft(text) if signal.edited is None else Draft.of(signal, text)
        editor = self.editor = ReplyEditor(before, signal.reply, rewrites=False)
        if draft is not None:
            editor.field.set_draft(draft)
        editor.field.textChanged.connect(self._tell_draft)
        editor.saved.connect(self._save)
        editor.discarded.connect(self._discard)
        editor.caret.connect(self.caret)
        self._writing.addWidget(Label(tr("What you wanted"), "label"))
        self._writing.addWidget(editor)
        self._writing.addWidget(self.nothing)
        self._what.hide()
        self.write.hide()
        editor.show()
        return editor

    def _tell_draft(self) -> None:
        if self.editor is not None and self.editor.changed:
            self._model.drafts[self.key] = self.editor.draft()
        else:
            self._model.drafts.pop(self.key, None)

    def _save(self, draft: Draft, learn: bool) -> None:
        if draft.text.strip() in ("", self._known.signal.reply):
            self.nothing.show()
            return
        self._close()
        self._model.correct(self._known, draft, learn)

    def _discard(self) -> None:
        draft = self._model.drafts.pop(self.key, None)
        self._close()
        if draft is not None:
            self.discarded.emit(self.key, draft)

    # deciding

    def _switch(self) -> None:
        learns = self._known.signal.state is State.ACTIVE
        self._model.set_learning([self.key], learn=not learns)

    def _learn(self) -> None:
        self._model.set_learning([self.key], learn=True)

    def _leave(self) -> None:
        self._model.set_learning([self.key], learn=False)

    def _pin(self) -> None:
        self._model.pin([self.key], not self._known.signal.pinned)

    def _forget(self) -> None:
        self.forgotten.emit((self.key,))

    def _close(self) -> None:
        self.closed.emit(self.key)

    def _seek(self) -> None:
        place = self._known.place
        if place is not None:
            self.sought.emit(place.conversation, place.message)


class Text(QWidget):
    """A text as it is; of a long one the beginning, until more is asked for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.view = TextView(tr("Text"))
        self.more = Button("link", "", icon="chevron-down", on=self._show_all)
        self.setLayout(column(self.view, row(self.more, None), space=2))
        rest = len(text) - MOST
        self.more.setVisible(rest > 0)
        self.more.setText(tr("%n character(s) more", "", max(0, rest)))
        self.view.set_plain(f"{text[:MOST]}…" if rest > 0 else text)

    def _show_all(self) -> None:
        self.more.hide()
        self.view.set_plain(self._text)


class Origins(QWidget):
    """Where each word of the edited text comes from: signs and words as well as colours."""

    def __init__(self, known: KnownSignal) -> None:
        super().__init__()
        self._signal = known.signal
        found = {span.provenance for span in self._signal.spans}
        ours = {Provenance.TYPED, Provenance.KEPT}
        self.fold = Button("quiet", tr("Where the words come from"), on=self._toggle)
        self.view = TextView(tr("Where the words come from"))
        self.legend = Label("", "caption", wrap=True)
        self._inner = Panel("inset")
        self._inner.setLayout(column(self.view, self.legend, margins=(16, 14, 16, 12)))
        self.setLayout(column(row(self.fold, None), self._inner, space=6))
        self._inner.setVisible(bool(found - ours))
        if not found:
            self.hide()
        theme.current().changed.connect(self._paint)
        self._paint()

    def _toggle(self) -> None:
        self._inner.setVisible(self._inner.isHidden())
        self._paint()

    def _paint(self) -> None:
        shown = not self._inner.isHidden()
        self.fold.set_icon("chevron-down" if shown else "chevron-right")
        if not shown:
            return
        parts = signalrows.pieces(self._signal, MOST)
        self.view.set_html(f"<p>{''.join(_marked(*part) for part in parts)}</p>")
        found = dict.fromkeys(provenance for _, provenance in parts)
        self.legend.setText(" · ".join(
            f"{_SIGNS[one]} {tr(signalrows.PROVENANCES[one])}".strip() for one in found
        ))  # fmt: skip
        self.view.setAccessibleDescription(
            "; ".join(f"{tr(signalrows.PROVENANCES[one])}: {text}" for text, one in parts)
        )


_SIGNS = {
    Provenance.TYPED: "+",
    Provenance.KEPT: "=",
    Provenance.REWRITTEN: "~",
    Provenance.PASTED: "»",
    Provenance.UNTRUSTED: "!",
    Provenance.PLACEHOLDER: "*",
}


def _marked(text: str, provenance: Provenance) -> str:
    shown = html.escape(text).replace("\n", "<br>")
    if provenance is Provenance.KEPT or not text.strip():
        return f'<span class="{provenance}">{shown}</span>'
    return f'<span class="{provenance}">{_SIGNS[provenance]}{shown}</span>'
