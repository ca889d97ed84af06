"""Before the first conversation: unlocking the profile and fetching a model, each in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QStackedWidget, QWidget

from app.engine.catalogue import ModelEntry
from app.services.wipe import Scope
from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, Picture, column, row
from app.ui.language import tr
from app.ui.notice import Banner
from app.ui.wipepanel import WipePanel

SHORTEST = 8


class StartPage(QWidget):
    """One card in the middle: opening, a passphrase, or a model to fetch; problems under it."""

    passphrase = Signal(str)
    fetch = Signal(str)  # name in the catalogue
    own_file = Signal(str)
    asked = Signal(object, str)  # what would go, as `WipePanel`
    wanted = Signal(object, str)  # that it goes

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner()
        self.wipe = WipePanel((Scope.EVERYTHING,))
        self.wiping = Panel("card")
        self.wiping.setLayout(column(self.wipe, margins=(22, 18, 22, 18)))
        self.offer = Button("quiet", tr("Wipe this profile …"), icon="trash", on=self._offer_wipe)
        self.waiting = Label(tr("Opening your profile …"), "muted")
        self.lock = PassphraseCard()
        self.model = ModelCard()
        self._cards = QStackedWidget()
        waiting = QWidget()
        waiting.setLayout(column(None, row(None, self.waiting, None), None))
        for card in (waiting, _held(self.lock), _held(self.model)):
            self._cards.addWidget(card)
        self._nothing = QWidget()
        self._cards.addWidget(self._nothing)
        middle = QWidget()
        middle.setMaximumWidth(theme.current().px(520))
        middle.setLayout(
            column(self._cards, self.banner, row(None, self.offer, None), self.wiping, space=16)
        )
        brand = row(
            None, Picture("spark", colour="accent", side=30), Label("Reverie", "display"), None
        )
        centre = row(None, middle, None, margins=(24, 0, 24, 0))
        centre.setStretch(1, 1000)
        self.setLayout(column(None, brand, 20, centre, None))
        self.wipe.asked.connect(self.asked)
        self.wipe.wanted.connect(self.wanted)
        self._settle(can_wipe=False)
        self.lock.given.connect(self.passphrase)
        self.model.fetch.connect(self.fetch)
        self.model.own_file.connect(self.own_file)

    def show_waiting(self, text: str) -> None:
        self._settle(can_wipe=False)
        self.waiting.setText(text)
        self._cards.setCurrentIndex(0)

    def ask_passphrase(self, *, new: bool) -> None:
        self._settle(can_wipe=not new)
        self.lock.ask(new=new)
        self._cards.setCurrentIndex(1)
        self.lock.first.setFocus()

    def ask_model(self, entry: ModelEntry) -> None:
        self.model.offer(entry)
        self._cards.setCurrentIndex(2)

    def show_nothing(self) -> None:
        """Only the banner has something to say. What cannot be opened can still be wiped."""
        self._settle(can_wipe=True)
        self._cards.setCurrentWidget(self._nothing)

    def _settle(self, *, can_wipe: bool) -> None:
        self.offer.setVisible(can_wipe)
        self.wiping.hide()

    def _offer_wipe(self) -> None:
        shown = self.wiping.isHidden()
        self.wiping.setVisible(shown)
        if shown:
            self.wipe.choose(Scope.EVERYTHING)


class PassphraseCard(Panel):
    """Twice when it is chosen, once when it is known."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__("card")
        self._new = False
        self.title = Label("", "title")
        self.why = Label("", "muted", wrap=True)
        self.first = _secret(tr("Passphrase"))
        self.second = _secret(tr("Passphrase again"))
        self.told = Label("", "error", wrap=True)
        self.told.hide()
        self.ok = Button("primary", "", name=tr("Open"), on=self._give)
        self.setLayout(
            column(
                self.title,
                self.why,
                4,
                self.first,
                self.second,
                self.told,
                4,
                row(None, self.ok),
                space=10,
                margins=(28, 26, 28, 24),
            )
        )
        for field in (self.first, self.second):
            field.returnPressed.connect(self._give)
            field.textEdited.connect(lambda _: self.told.hide())

    def ask(self, *, new: bool) -> None:
        self._new = new
        self.title.setText(tr("Choose a passphrase") if new else tr("Welcome back"))
        self.why.setText(
            tr(
                "There is no secure keyring on this machine, so a passphrase protects your "
                "conversations and all that is learned from them. Nobody can recover it for you."
            )
            if new
            else tr("Your passphrase opens your conversations.")
        )
        self.ok.setText(tr("Create my profile") if new else tr("Open"))
        self.ok.setAccessibleName(self.ok.text())
        self.second.setVisible(new)
        self.first.clear()
        self.second.clear()
        self.told.hide()

    def tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()
        self.first.setFocus()

    def _give(self) -> None:
        words_given = self.first.text()
        if not words_given:
            self.tell(tr("Type your passphrase first."))
        elif self._new and len(words_given) < SHORTEST:
            self.tell(tr("Take at least {least} characters; a few words are best.", least=SHORTEST))
        elif self._new and words_given != self.second.text():
            self.tell(tr("The two are not the same. Type them again."))
        else:
            self.given.emit(words_given)


class ModelCard(Panel):
    """The starter with its size, or a file of one's own."""

    fetch = Signal(str)
    own_file = Signal(str)

    def __init__(self) -> None:
        super().__init__("card")
        self._entry: ModelEntry | None = None
        self.title = Label(tr("A model to talk to"), "title")
        self.about = Label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the download"))
        self.state = Label("", "caption")
        self.get = Button("primary", "", icon="download", name=tr("Download"), on=self._fetch)
        self.other = Button("plain", tr("Use a GGUF file …"), icon="folder", on=self._choose)
        self.setLayout(
            column(
                self.title,
                self.about,
                4,
                self.bar,
                self.state,
                row(None, self.other, self.get),
                space=10,
                margins=(28, 26, 28, 24),
            )
        )

    def offer(self, entry: ModelEntry) -> None:
        self._entry = entry
        self.about.setText(
            tr(
                "{title}, {size}, {licence}. It runs on this machine only. It is tiny: quick, "
                "often wrong about facts, and good at learning a style.",
                title=entry.title,
                size=words.size(entry.size),
                licence=entry.licence,
            )
        )
        self.get.setText(tr("Download {what}", what=words.size(entry.size)))
        self.get.setAccessibleName(tr("Download {what}", what=entry.title))
        self._busy(False)

    def show_progress(self, done: int, total: int) -> None:
        self._busy(True)
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(round(1000 * done / total) if total else 0)
        got = words.size(done)
        self.state.setText(tr("{done} of {of}", done=got, of=words.size(total)) if total else got)

    def _busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.state.setVisible(busy)
        self.get.setDisabled(busy)
        self.other.setDisabled(busy)

    def _fetch(self) -> None:
        if self._entry is not None:
            self.show_progress(0, 0)
            self.state.setText(tr("Connecting …"))
            self.fetch.emit(self._entry.name)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Choose a model"), "", tr("GGUF models (*.gguf)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.own_file)
        dialog.open()


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setInputMethodHints(
        Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    )
    return field


def _held(card: QWidget) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(None, card, None))
    return holder
