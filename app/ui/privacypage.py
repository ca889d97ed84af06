"""Privacy: where everything is, whether it learns, what was forgotten, and how all of it goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from app.domain.receipts import Statement
from app.domain.schedule import Pause
from app.services.backups import Backup
from app.services.privacy import Kept
from app.services.wipe import Scope
from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, Switch, clear, column, row
from app.ui.erasurepanel import ErasurePanel
from app.ui.flow import Flow
from app.ui.language import told, tr
from app.ui.page import Page
from app.ui.privacymodel import PrivacyModel
from app.ui.receiptcard import ReceiptCard
from app.ui.tray import PAUSES
from app.ui.wipepanel import RIGHT, WipePanel

WIDTH = 860
AT_FIRST, MORE = 5, 20  # receipts


class PrivacyPage(Page):
    """`night` with the id of one whose report is wanted."""

    night = Signal(str)

    def __init__(self, model: PrivacyModel) -> None:
        super().__init__(tr("Privacy"), WIDTH)
        self.model = model
        self._most = AT_FIRST
        self.kept = KeptCard()
        self.learning = LearningCard(model)
        self.receipts = column(space=8)
        self.no_receipts = Label(
            tr("Nothing has been forgotten yet. Each time, a signed receipt will stand here."),
            "muted",
            wrap=True,
        )
        self.more = Button("quiet", tr("Show older receipts"), icon="chevron-down", on=self._more)
        self.backups = BackupsCard(model)
        self.proof = ErasurePanel(model)
        self.wipe = WipePanel()
        self._make()
        self._connect()
        self._show()

    def export_receipt(self, receipt_id: str) -> QFileDialog:
        dialog = QFileDialog(self, tr("Export a receipt"), str(Path.home()), "JSON (*.json)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"reverie-receipt-{receipt_id[:8]}.json")
        dialog.fileSelected.connect(lambda path: self.model.export_receipt(receipt_id, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _make(self) -> None:
        self.column.addWidget(Label(tr("Privacy"), "display"))
        said = tr("Everything stays on this machine. Here is all of it, and how it goes again.")
        self.column.addWidget(Label(said, "muted", wrap=True))
        sheet = Panel("card")
        sheet.setLayout(column(self.wipe, margins=(22, 18, 22, 18)))
        for title, part in (
            (tr("What is kept"), self.kept),
            (tr("Learning"), self.learning),
            (tr("Receipts of what was forgotten"), self.no_receipts),
            (tr("Backups"), self.backups),
            (tr("Prove erasure"), self.proof),
            (tr("Wipe"), sheet),
        ):
            self.column.addSpacing(theme.current().px(8))
            self.column.addWidget(Label(title, "heading"))
            self.column.addWidget(part)
            if part is self.no_receipts:
                self.column.addLayout(self.receipts)
                self.column.addLayout(row(None, self.more, None))
        self.column.addStretch(1)

    def _connect(self) -> None:
        model = self.model
        model.changed.connect(self._show)
        self.wipe.asked.connect(model.describe)
        self.wipe.wanted.connect(model.wipe)
        model.described.connect(self.wipe.show_items)
        model.described.connect(lambda *_: QTimer.singleShot(0, self, self._reveal_wipe))
        model.stepped.connect(self.wipe.show_step)
        model.wiped.connect(lambda *_: self.wipe.end(tr("Done. Nothing of it is left.")))
        model.not_wiped.connect(lambda: self.wipe.end(tr("It was not wiped.")))

    def _show(self) -> None:
        state = self.model.state
        self.kept.show_kept(state.kept)
        self.no_receipts.setVisible(not state.receipts)
        clear(self.receipts)
        for statement, faults in state.receipts[: self._most]:
            self.receipts.addWidget(self._receipt(statement, faults))
        self.more.setVisible(len(state.receipts) > self._most)
        self.wipe.show_conversations(state.conversations)

    def _reveal_wipe(self) -> None:
        """What would go, and the word to type, are below what was pressed."""
        for part in (self.wipe.choices[Scope.MEMORIES], self.wipe.button):
            self.ensureWidgetVisible(part, 0, theme.current().px(28))

    def _receipt(self, statement: Statement, faults: Sequence[str]) -> ReceiptCard:
        card = ReceiptCard(statement, faults)
        card.export_wanted.connect(self.export_receipt)
        card.night.connect(self.night)
        return card

    def _more(self) -> None:
        self._most += MORE
        self._show()


class KeptCard(Panel):
    """How much of what there is, in which folder, under which key."""

    def __init__(self) -> None:
        super().__init__("card")
        self.folder = Label("", "code", wrap=True)
        self.key = Label("", "body", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.current().px(16))
        self._grid.setVerticalSpacing(theme.current().px(5))
        self._grid.setColumnStretch(0, 1)
        whole = column(space=12, margins=(22, 18, 22, 18))
        whole.addLayout(self._grid)
        whole.addWidget(Label(tr("Folder"), "label"))
        whole.addWidget(self.folder)
        whole.addWidget(Label(tr("Encryption"), "label"))
        whole.addWidget(self.key)
        self.setLayout(whole)

    def show_kept(self, kept: Kept | None) -> None:
        clear(self._grid)
        if kept is None:
            return
        self.folder.setText(str(kept.folder).replace("/", "/\u200b"))
        self.folder.setAccessibleName(str(kept.folder))
        self.key.setText(_key(kept.keyring))
        for line, item in enumerate(kept.items):
            name = words.sentence(str(told(item.what)))
            size = words.size(item.bytes) if item.bytes else ""
            self._grid.addWidget(Label(name, "body", wrap=True), line, 0)
            self._grid.addWidget(Label(words.number(item.count), "number"), line, 1, RIGHT)
            self._grid.addWidget(Label(size, "caption"), line, 2, RIGHT)


class LearningCard(Panel):
    """On or off, and a pause."""

    def __init__(self, model: PrivacyModel) -> None:
        super().__init__("card")
        self._model = model
        self.nightly = Switch(tr("Learn every night"))
        self.nightly.toggled.connect(self._toggle)
        self.state = Label("", "muted", wrap=True)
        self.resume = Button("plain", tr("Resume learning"), icon="play", on=model.resume)
        self.pauses = QWidget()
        flow = Flow(theme.current().px(8))
        for pause, text in PAUSES:
            button = Button("plain", tr(text), name=tr("Pause learning: {time}", time=tr(text)))
            button.clicked.connect(lambda _=False, pause=pause: model.pause(Pause(pause)))
            flow.addWidget(button)
        self.pauses.setLayout(flow)
        self.pause_title = Label(tr("Pause learning"), "label")
        head = row(Label(tr("Learn every night"), "strong"), None, self.nightly)
        self.setLayout(
            column(
                head,
                self.state,
                self.pause_title,
                self.pauses,
                row(self.resume, None),
                space=10,
                margins=(22, 18, 22, 18),
            )
        )
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state = self._model.state
        self.nightly.blockSignals(True)
        self.nightly.setChecked(state.nightly)
        self.nightly.blockSignals(False)
        paused = state.paused_until is not None
        self.resume.setVisible(paused)
        for widget in (self.pauses, self.pause_title):
            widget.setVisible(state.nightly and not paused)
        if state.paused_until is not None:
            self.state.setText(words.paused(state.paused_until))
        elif state.nightly:
            self.state.setText(
                tr("While you are away, from your own corrections, on this machine.")
            )
        else:
            self.state.setText(
                tr("Off: nothing is learned into the weights unless you press Sleep now.")
            )

    def _toggle(self, on: bool) -> None:
        self._model.learn_nightly(on)


class BackupsCard(Panel):
    """The copies from before changes of the store, and which of them hold what is forgotten."""

    def __init__(self, model: PrivacyModel) -> None:
        super().__init__("card")
        self._model = model
        self._lines = column(space=8)
        self.none = Label(tr("There are none."), "muted", wrap=True)
        said = tr(
            "Copies of the store, made before it was changed by a new version; encrypted as it is."
        )
        whole = column(space=10, margins=(22, 18, 22, 18))
        whole.addWidget(Label(said, "muted", wrap=True))
        whole.addWidget(self.none)
        whole.addLayout(self._lines)
        self.setLayout(whole)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        backups = self._model.state.backups
        clear(self._lines)
        self.none.setVisible(not backups)
        for backup in backups:
            self._lines.addLayout(self._line(backup))

    def _line(self, backup: Backup) -> QHBoxLayout:
        day = words.sentence(words.when(backup.at))
        notes = [words.size(backup.bytes)]
        if backup.forgotten:
            notes.append(tr("holds %n row(s) that you forgot", "", backup.forgotten))
        if backup.schema is None:
            notes.append(tr("cannot be read"))
        delete = Button("danger", tr("Delete"), name=tr("Delete the backup: {day}", day=day))
        delete.clicked.connect(lambda: self._model.delete_backups([backup.name]))
        text = column(Label(day, "strong"), Label(" · ".join(notes), "caption", wrap=True), space=2)
        line = row(space=12)
        line.addLayout(text, 1)
        line.addWidget(delete)
        return line


def _key(keyring: str | None) -> str:
    if keyring is None:
        return tr(
            "All of it is encrypted. Your passphrase unlocks the key; it is kept nowhere, so "
            "nobody can read these files without it, nor recover it for you."
        )
    return tr(
        "All of it is encrypted. The key is in the keyring of your system ({keyring}), never "
        "beside the files: a copy of the folder alone cannot be read.",
        keyring=keyring,
    )
