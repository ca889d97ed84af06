"""The page that memories and corrections have in common: head, sieves, list, and what can be done
with what is chosen."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, clear, column, repolish, row
from app.ui.flow import Flow
from app.ui.language import tr
from app.ui.ledgercard import Card
from app.ui.ledgerdelegate import WIDTH, LedgerDelegate
from app.ui.ledgermodel import LedgerModel
from app.ui.ledgerrows import Entry, LedgerRows
from app.ui.ledgerview import LedgerView
from app.ui.searchfield import SearchField

LOW = 520  # design pixels; a lower page has no introduction
LINES = "JSON Lines (*.jsonl)"


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done with the rows that are chosen."""

    text: str
    icon: str
    run: Callable[[Sequence[str]], object]
    danger: bool = False


class LedgerPage(QWidget):
    """Who makes one fills in what is marked as a page's own."""

    sought = Signal(str, str)  # a conversation, and the message in it that is asked for
    night = Signal(str)  # id of a night whose report is asked for
    file_name = ""

    def __init__(self, title: str, intro: str, model: LedgerModel[Any, Any]) -> None:
        super().__init__()
        self.model = model
        self.setAccessibleName(title)
        self.count = Label("", "caption")
        self.export = Button("quiet", tr("Export …"), icon="download", on=self.ask_export)
        self.export.setToolTip(tr("What is listed, as a file of JSON Lines; it is not encrypted"))
        self.intro = Label(intro, "muted", wrap=True)
        self.search = SearchField(tr("Search in this list"), tr("Search"))
        self.search.setMinimumWidth(theme.current().px(190))
        self.sieves = Flow(theme.current().px(8))
        self.sieves.addWidget(self.search)
        self.view = LedgerView(
            tr("List: {title}", title=title),
            LedgerRows(self.spoken, self),
            self.delegate(),
            self.card,
            self.stands_open,
        )
        self.nothing = Nothing()
        self.chosen = ChosenBar(self)
        self._list = QStackedLayout()
        self._list.addWidget(self.view)
        self._list.addWidget(self.nothing)
        self._head = self._made_head(title)
        self._lay_out()
        self.search.typed.connect(lambda text: self.ask(text=text))
        self.search.stepped.connect(lambda _: self.view.setFocus())
        self.search.entered.connect(self.view.setFocus)
        self.search.left.connect(self.view.setFocus)
        self.view.chosen.connect(self._show_chosen)
        self.view.forgotten.connect(self.forget)
        self.view.menu_wanted.connect(self._menu)
        model.listed.connect(self._show)

    # a page's own

    @abstractmethod
    def delegate(self) -> LedgerDelegate:
        """What paints the rows."""

    @abstractmethod
    def card(self, entry: Entry) -> Card:
        """What an entry opens into."""

    def stands_open(self, _entry: Entry) -> bool:
        """Whether its card is shown without being asked for."""
        return False

    @abstractmethod
    def spoken(self, entry: Entry) -> str:
        """A row, as a screen reader says it."""

    @abstractmethod
    def deeds(self, keys: Sequence[str]) -> list[Deed]:
        """What can be done with all of these at once."""

    @abstractmethod
    def counted(self) -> str:
        """How many there are, beside the title."""

    @abstractmethod
    def explain_nothing(self) -> tuple[str, str]:
        """Title and text, where there is nothing at all."""

    def show_question(self) -> None:
        """The sieves, as the question has them."""

    # what all do

    def begin(self) -> None:
        """The page is turned to."""
        self.model.refresh()
        self.view.setFocus()

    def ask(self, **values: object) -> None:
        self.model.ask(replace(self.model.question, **values))
        self.show_question()

    def show_all(self) -> None:
        """Nothing is sifted out; the order stays."""
        self.search.line.clear()
        fresh = type(self.model.question)
        self.model.ask(fresh(order=self.model.question.order))
        self.show_question()

    def forget(self, keys: Collection[str]) -> None:
        self.view.choose_none()
        self.model.forget(keys)

    def ask_export(self, keys: Collection[str] = ()) -> QFileDialog:
        """What is listed, or these of it."""
        wanted = keys or [one.key for one in self.model.rows]
        title = tr("Export (not encrypted)")
        dialog = QFileDialog(self, title, str(Path.home()), LINES)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("jsonl")
        dialog.selectFile(self.file_name)
        dialog.fileSelected.connect(lambda path: self.model.export(Path(path), wanted))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, it is the list's."""
        super().resizeEvent(event)
        self.intro.setVisible(self.height() >= theme.current().px(LOW))

    def event(self, event: QEvent) -> bool:
        """Keys of the page come before the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            leaves = event.key() == Qt.Key.Key_Escape and self._can_leave()
            if leaves or event.matches(QKeySequence.StandardKey.Find):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.search.start()
        elif event.key() == Qt.Key.Key_Escape and self._can_leave():
            self._leave()
        else:
            super().keyPressEvent(event)

    # inside

    def _can_leave(self) -> bool:
        is_open = self.model.question.is_open
        return bool(self.view.opened or self.view.choosing or not is_open)

    def _leave(self) -> None:
        """One thing after the other."""
        if self.view.opened:
            self.view.close_card()
        elif self.view.choosing:
            self.view.choose_none()
        else:
            self.show_all()

    def _made_head(self, title: str) -> QVBoxLayout:
        head = row(Label(title, "display"), self.count, None, self.export, space=12)
        head.setAlignment(self.count, Qt.AlignmentFlag.AlignBottom)
        return column(head, self.intro, space=6)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(theme.current().px(WIDTH))
        self.head = column(self._head, space=14, margins=(0, 30, 0, 8))
        self.head.addLayout(self.sieves)
        middle.setLayout(self.head)
        centred = row(None, middle, None, space=0, margins=(28, 0, 28, 0))
        centred.setStretch(1, 1000)
        whole = column(centred, space=0)
        whole.addLayout(self._list, 1)
        whole.addWidget(self.chosen)
        self.setLayout(whole)

    def _show(self) -> None:
        self.view.show_rows(self.model.rows)
        self.count.setText(self.counted() if self.model.complete else "")
        self.export.setEnabled(bool(self.model.rows))
        self.show_question()
        self._show_nothing()
        self._show_chosen()

    def _show_nothing(self) -> None:
        there = bool(self.model.rows) or not self.model.complete
        self._list.setCurrentWidget(self.view if there else self.nothing)
        if there:
            return
        if self.model.entries:
            self.nothing.tell(tr("Nothing fits"), tr("There are others."), self.show_all)
        else:
            self.nothing.tell(*self.explain_nothing())

    def _show_chosen(self) -> None:
        keys = self.view.chosen_keys() if self.view.choosing else ()
        self.chosen.show_deeds(len(keys), self.deeds(keys) if keys else [])

    def _menu(self, spot: QPoint) -> None:
        keys = self.view.chosen_keys()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(keys) == 1:
            menu.addAction(tr("Open"), lambda: self.view.open(keys[0], edit=True))
            menu.addSeparator()
        for deed in self.deeds(keys):
            menu.addAction(deed.text, partial(deed.run, keys))
        menu.popup(spot)


class ChosenBar(Panel):
    """How many are chosen, and what can be done with all of them at once."""

    def __init__(self, page: LedgerPage) -> None:
        super().__init__("bar")
        self._page = page
        self._deeds: list[Deed] = []
        self.buttons: list[Button] = []
        self.told = Label("", "strong")
        self._room = Flow(theme.current().px(6))
        leave = Button("icon", icon="cross", name=tr("Choose none"), on=page.view.choose_none)
        everything = Button("quiet", tr("Choose all"), on=page.view.choose_all)
        holder = QWidget()
        holder.setLayout(self._room)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        inner = QWidget()
        inner.setMaximumWidth(theme.current().px(WIDTH))
        line = row(self.told, everything, holder, leave, space=10)
        line.setStretch(2, 1)
        inner.setLayout(line)
        centred = row(None, inner, None, space=0, margins=(28, 8, 28, 8))
        centred.setStretch(1, 1000)
        self.setLayout(centred)
        self.hide()

    def show_deeds(self, count: int, deeds: Sequence[Deed]) -> None:
        self.setVisible(count > 0)
        self.told.setText(tr("%n chosen", "", count))
        new = [(deed.text, deed.icon) for deed in deeds]
        if new != [(deed.text, deed.icon) for deed in self._deeds]:
            clear(self._room)
            self.buttons = [self._button(at, deed) for at, deed in enumerate(deeds)]
            for button in self.buttons:
                self._room.addWidget(button)
        self._deeds = list(deeds)

    def _button(self, at: int, deed: Deed) -> Button:
        def run() -> None:
            self._deeds[at].run(self._page.view.chosen_keys())

        return Button("danger" if deed.danger else "plain", deed.text, icon=deed.icon, on=run)


class Nothing(QWidget):
    """Where there is nothing to list: why, and what would change that."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", "title")
        self.text = Label("", "muted", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button("plain", tr("Show all"), on=self._act)
        self._do: Callable[[], object] | None = None
        inner = QWidget()
        inner.setMaximumWidth(theme.current().px(460))
        lines = column(self.title, self.text, 6, self.button, space=8)
        for widget in (self.title, self.button):
            lines.setAlignment(widget, Qt.AlignmentFlag.AlignHCenter)
        inner.setLayout(lines)
        middle = row(None, inner, None, margins=(28, 0, 28, 0))
        middle.setStretch(1, 1000)
        self.setLayout(column(None, middle, None, None))

    def tell(self, title: str, text: str, do: Callable[[], object] | None = None) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self._do = do
        self.button.setVisible(do is not None)

    def _act(self) -> None:
        if self._do is not None:
            self._do()


class Choice(QComboBox):
    """One sieve. `picked` with the value that the person chose."""

    picked = Signal(object)

    def __init__(self, name: str, options: Mapping[Any, str], anything: str = "") -> None:
        """`options` are marked texts by value; `anything` stands for None, if there is such."""
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setToolTip(name)
        self.setProperty("look", "sieve")
        self._sifts = bool(anything)
        self._values = [*([None] if anything else []), *options]
        self.addItems([*([anything] if anything else []), *map(tr, options.values())])
        self.activated.connect(lambda at: self.picked.emit(self._values[at]))

    def show_value(self, value: object) -> None:
        at = self._values.index(value)
        self.setCurrentIndex(at)
        self.setProperty("sifts", self._sifts and at > 0)
        repolish(self)


def tally(shown: int, everything: int) -> str:
    """`12 of 128`, or `128`."""
    if shown == everything:
        return words.number(everything)
    return tr("{at} of {total}", at=words.number(shown), total=words.number(everything))
